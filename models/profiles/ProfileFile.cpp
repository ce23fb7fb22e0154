// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileFile.h"

#include "settings/KeptAside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProfileFile)
};

/// Milliseconds that another process may take; the window waits meanwhile.
constexpr int writingTakes = 300;

ProfileDocument nothingBut(const QString &warning)
{
    ProfileDocument document;
    document.warnings << warning;
    return document;
}

} // namespace

ProfileFile::ProfileFile(QString path)
    : m_path(std::move(path))
{}

QString ProfileFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/profiles.json"_s;
}

ProfileDocument ProfileFile::read()
{
    m_sealed.reset();
    m_isPartial = false;
    QFile file(m_path);
    if (!file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        m_sealed = ProfileFileTexts::tr("The profiles could not be read, so nothing is written over them.");
        return nothingBut(
            ProfileFileTexts::tr("The profiles in “%1” could not be read: %2").arg(m_path, file.errorString()));
    }
    auto document = readProfiles(file);
    if (document) {
        m_isPartial = !document->warnings.isEmpty();
        return *document;
    }
    switch (document.error()) {
    case DocumentProblem::Newer:
        m_sealed = ProfileFileTexts::tr("The profiles are of a newer version of Saltdesk, so nothing is written.");
        return nothingBut(ProfileFileTexts::tr("The profiles in “%1” were written by a newer version of Saltdesk. "
                                               "They are left as they are.")
                              .arg(m_path));
    case DocumentProblem::NotProfiles:
        m_isPartial = true;
        return nothingBut(ProfileFileTexts::tr("“%1” is damaged: no profile could be read from it. It is kept "
                                               "beside the new one when a profile is saved.")
                              .arg(m_path));
    }
    return {};
}

tl::expected<ProfileDocument, QString> ProfileFile::change(const std::function<void(ProfileDocument &)> &edit)
{
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        return tl::unexpected(ProfileFileTexts::tr("The folder of “%1” could not be made.").arg(m_path));
    }
    QLockFile lock(m_path + u".lock");
    if (!lock.tryLock(writingTakes)) {
        return tl::unexpected(ProfileFileTexts::tr("“%1” can't be written now: the folder is read-only, or another "
                                                   "Saltdesk is writing it.")
                                  .arg(m_path));
    }
    ProfileDocument document = read();
    if (m_sealed) {
        return tl::unexpected(*m_sealed);
    }
    edit(document);
    return write(document).map([&] { return document; });
}

tl::expected<void, QString> ProfileFile::write(const ProfileDocument &document)
{
    if (const auto kept = setAside(); !kept) {
        return kept;
    }
    QSaveFile file(m_path);
    const QByteArray bytes = encodeProfiles(document);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return tl::unexpected(
            ProfileFileTexts::tr("The profiles could not be written to “%1”: %2").arg(m_path, file.errorString()));
    }
    return {};
}

tl::expected<void, QString> ProfileFile::setAside()
{
    if (!m_isPartial) {
        return {};
    }
    if (keepAside(m_path, u"damaged"_s).isEmpty()) {
        return tl::unexpected(
            ProfileFileTexts::tr("The damaged “%1” could not be kept aside, so nothing is written.").arg(m_path));
    }
    m_isPartial = false;
    return {};
}

} // namespace saltdesk::models
