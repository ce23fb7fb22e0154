// SPDX-License-Identifier: Apache-2.0
#include "ProfileScene.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

ProfileScene::ProfileScene(const sandbox::ServerOptions &options)
    : server(options)
    , store(models::ProfileFile(folder.filePath(u"profiles.json"_s)))
{
    if (const auto started = server.start(); !started) {
        qFatal("%s", qPrintable(started.error()));
    }
}

models::Profile ProfileScene::profile(const QString &name) const
{
    models::Profile profile = models::newProfile();
    profile.name = name;
    profile.environment = models::EnvironmentKind::Test;
    profile.baseUrl = server.baseUrl();
    profile.appId = server.appId();
    profile.proxy.mode = models::ProxySettings::Mode::None;
    return profile;
}

models::ProfileSecrets ProfileScene::secrets() const
{
    return {.secret = api::Secret(server.secret().toUtf8())};
}

models::Profile ProfileScene::saved(const QString &name)
{
    const models::Profile made = profile(name);
    bool kept = false;
    QObject context;
    vault.save(made.id, secrets(), models::ProfileVault::Keep::InKeychain, &context,
               [&](const models::KeychainResult<void> &) { kept = true; });
    if (!QTest::qWaitFor([&] { return kept; }) || !store.save(made)) {
        qFatal("the profile could not be saved");
    }
    return made;
}

QByteArray ProfileScene::profilesFile() const
{
    QFile file(folder.filePath(u"profiles.json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ProfileScene::type(const QWidget &window, const QString &field, const QString &text)
{
    auto *line = named<QLineEdit>(window, field);
    if (line == nullptr) {
        qFatal("there is no field %s", qPrintable(field));
    }
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    // QTest knows the keys of ASCII only; the rest is pasted.
    const bool hasKeys = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    hasKeys ? QTest::keyClicks(line, text) : line->insert(text);
}

QAbstractButton *ProfileScene::button(const QWidget &window, const QString &text)
{
    const auto all = window.findChildren<QAbstractButton *>();
    const auto found = std::ranges::find_if(
        all, [&](const QAbstractButton *one) { return one->isVisible() && one->text().remove(u'&') == text; });
    return found == all.end() ? nullptr : *found;
}

bool ProfileScene::press(const QWidget &window, const QString &text)
{
    QAbstractButton *found = button(window, text);
    if (found == nullptr || !found->isEnabled()) {
        return false;
    }
    QTest::mouseClick(found, Qt::LeftButton);
    return true;
}

bool ProfileScene::says(const QWidget &window, const QString &words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace saltdesk::testing
