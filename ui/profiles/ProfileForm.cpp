// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileForm.h"

#include "connecting/AttemptLocales.h"
#include "credentials/SecretReveal.h"
#include "credentials/SecretText.h"
#include "profiles/CertificateFile.h"
#include "theme/ButtonRole.h"
#include "ui_ProfileForm.h"

#include <QFile>
#include <QFileDialog>

namespace saltdesk::ui {

using models::EnvironmentKind;
using models::ProfileFault;
using models::ProfileField;
using models::ProxySettings;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A key or a chain of certificates is a few kilobytes; nothing longer is read into memory.
constexpr qint64 longestPem = qint64{1} * 1024 * 1024;

tl::expected<QByteArray, QString> pemIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(ProfileForm::tr("The file can't be read: %1").arg(file.errorString()));
    }
    if (file.size() > longestPem) {
        return tl::unexpected(ProfileForm::tr("The file is too large to be a PEM file."));
    }
    return file.readAll();
}

api::Secret typedOr(const QLineEdit &field, const api::Secret &kept)
{
    return field.text().isEmpty() ? kept : secretOf(field.text());
}

} // namespace

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_form(std::make_unique<Ui::ProfileForm>())
{
    m_form->setupUi(this);
    for (QLabel *note : {m_form->environmentNote, m_form->secretNote, m_form->signingKeyNote,
                         m_form->caCertificatesNote, m_form->localeNote}) {
        static_cast<WrappedLabel *>(note)->setMuted(true);
    }
    setButtonRole(m_form->more, ButtonRole::Quiet);
    new SecretReveal(*m_form->secret, *m_form->secretRow, this);
    fillChoices();
    connectFields();
    showMore(false);
}

ProfileForm::~ProfileForm() = default;

void ProfileForm::fillChoices()
{
    m_form->environment->addItem(tr("Test: real banks, test customers"), int(EnvironmentKind::Test));
    m_form->environment->addItem(tr("Live: real customers"), int(EnvironmentKind::Live));
    m_form->environment->addItem(tr("Sandbox: fake banks only"), int(EnvironmentKind::Sandbox));
    m_form->locale->addItem(tr("As the API takes it"), QString());
    for (const QStringList names = models::attemptLocales(); const QString &name : names) {
        m_form->locale->addItem(name, name);
    }
}

void ProfileForm::connectFields()
{
    connect(m_form->environment, &QComboBox::currentIndexChanged, this, &ProfileForm::showEnvironment);
    connect(m_form->proxyMode, &QComboBox::currentIndexChanged, this, &ProfileForm::showProxy);
    connect(m_form->more, &QToolButton::toggled, this, &ProfileForm::showMore);
    connect(m_form->signingKeyChoose, &QPushButton::clicked, this,
            [this] { chooseFile(*m_form->signingKey, tr("Choose the signing key")); });
    connect(m_form->caCertificatesChoose, &QPushButton::clicked, this,
            [this] { chooseFile(*m_form->caCertificates, tr("Choose the certificates")); });
    connect(m_form->signingKeyRemove, &QPushButton::clicked, this, [this] {
        m_form->signingKey->clear();
        m_kept.signingKey = {};
        showKept();
    });
    connect(m_form->caCertificatesRemove, &QPushButton::clicked, this, [this] {
        m_form->caCertificates->clear();
        m_profile.caCertificates.clear();
        showKept();
    });
    for (QLineEdit *field : findChildren<QLineEdit *>()) {
        connect(field, &QLineEdit::textEdited, this, &ProfileForm::edited);
    }
    for (QComboBox *box : findChildren<QComboBox *>()) {
        connect(box, &QComboBox::activated, this, &ProfileForm::edited);
    }
}

void ProfileForm::show(const models::Profile &profile, const models::ProfileSecrets &kept)
{
    wipe();
    m_profile = profile;
    m_kept = kept;
    clearFaults();
    m_form->name->setText(profile.name);
    m_form->environment->setCurrentIndex(m_form->environment->findData(int(profile.environment)));
    m_form->baseUrl->setText(profile.baseUrl.toString());
    m_form->appId->setText(profile.appId);
    m_form->signingKey->clear();
    m_form->caCertificates->clear();
    m_form->proxyMode->setCurrentIndex(int(profile.proxy.mode));
    m_form->proxyHost->setText(profile.proxy.host);
    m_form->proxyPort->setValue(profile.proxy.port);
    m_form->proxyUser->setText(profile.proxy.user);
    if (m_form->locale->findData(profile.locale) < 0) {
        m_form->locale->addItem(profile.locale, profile.locale);
    }
    m_form->locale->setCurrentIndex(m_form->locale->findData(profile.locale));
    m_form->recommendedLimits->setChecked(profile.recommendedLimits);
    showKept();
    showEnvironment();
    showProxy();
    const bool special = !kept.signingKey.isEmpty() || !profile.caCertificates.isEmpty() || !profile.locale.isEmpty() ||
                         profile.proxy != ProxySettings{} || !profile.recommendedLimits;
    m_form->more->setChecked(special);
}

void ProfileForm::showKept()
{
    const auto tell = [](QLineEdit *field, bool kept, const QString &otherwise) {
        field->setPlaceholderText(kept ? tr("kept; leave empty to keep it") : otherwise);
    };
    tell(m_form->secret, !m_kept.secret.isEmpty(), {});
    tell(m_form->signingKey, !m_kept.signingKey.isEmpty(), tr("none: requests are not signed"));
    tell(m_form->passphrase, !m_kept.passphrase.isEmpty(), tr("only if the key is encrypted"));
    tell(m_form->proxyPassword, !m_kept.proxyPassword.isEmpty(), {});
    m_form->signingKeyRemove->setVisible(!m_kept.signingKey.isEmpty());
    m_form->caCertificatesRemove->setVisible(!m_profile.caCertificates.isEmpty());
    const auto certificates = models::readCertificates(m_profile.caCertificates);
    tell(m_form->caCertificates, certificates.has_value(), tr("none"));
    if (certificates) {
        m_form->caCertificates->setPlaceholderText(
            certificates->size() == 1
                ? tr("one certificate kept; leave empty to keep it")
                : tr("%n certificates kept; leave empty to keep them", nullptr, int(certificates->size())));
    }
}

tl::expected<models::Profile, ProfileFault> ProfileForm::profile() const
{
    models::Profile profile = m_profile;
    profile.name = m_form->name->text().simplified();
    profile.environment = environment();
    profile.baseUrl = QUrl(m_form->baseUrl->text().trimmed(), QUrl::StrictMode);
    profile.appId = m_form->appId->text().trimmed();
    profile.proxy = {.mode = ProxySettings::Mode(m_form->proxyMode->currentIndex()),
                     .host = m_form->proxyHost->text().trimmed(),
                     .port = static_cast<quint16>(m_form->proxyPort->value()),
                     .user = m_form->proxyUser->text()};
    profile.locale = m_form->locale->currentData().toString();
    profile.recommendedLimits = m_form->recommendedLimits->isChecked();
    if (const QString path = m_form->caCertificates->text().trimmed(); !path.isEmpty()) {
        const auto pem = pemIn(path);
        if (!pem) {
            return tl::unexpected(ProfileFault{ProfileField::CaCertificates, pem.error()});
        }
        profile.caCertificates = *pem;
    }
    return profile;
}

tl::expected<models::ProfileSecrets, ProfileFault> ProfileForm::secrets() const
{
    models::ProfileSecrets secrets;
    const QString secret = m_form->secret->text().trimmed();
    secrets.secret = secret.isEmpty() ? m_kept.secret : secretOf(secret);
    secrets.passphrase = typedOr(*m_form->passphrase, m_kept.passphrase);
    secrets.proxyPassword = typedOr(*m_form->proxyPassword, m_kept.proxyPassword);
    secrets.signingKey = m_kept.signingKey;
    if (const QString path = m_form->signingKey->text().trimmed(); !path.isEmpty()) {
        auto pem = pemIn(path);
        if (!pem) {
            return tl::unexpected(ProfileFault{ProfileField::SigningKey, pem.error()});
        }
        secrets.signingKey = api::Secret(std::move(*pem));
    }
    // What nothing needs is not kept.
    if (secrets.signingKey.isEmpty()) {
        secrets.passphrase = {};
    }
    if (m_form->proxyMode->currentIndex() != int(ProxySettings::Mode::Manual) || m_form->proxyUser->text().isEmpty()) {
        secrets.proxyPassword = {};
    }
    return secrets;
}

void ProfileForm::showFault(const ProfileFault &fault)
{
    struct Place
    {
        FaultLabel *label;
        QWidget *field;
        bool advanced;
    };
    const auto placeOf = [this](ProfileField field) -> Place {
        switch (field) {
        case ProfileField::Name:
            return {m_form->nameFault, m_form->name, false};
        case ProfileField::Environment:
            return {m_form->environmentFault, m_form->environment, false};
        case ProfileField::BaseUrl:
            return {m_form->baseUrlFault, m_form->baseUrl, false};
        case ProfileField::AppId:
            return {m_form->appIdFault, m_form->appId, false};
        case ProfileField::Secret:
            return {m_form->secretFault, m_form->secret, false};
        case ProfileField::SigningKey:
            return {m_form->signingKeyFault, m_form->signingKey, true};
        case ProfileField::Passphrase:
            return {m_form->passphraseFault, m_form->passphrase, true};
        case ProfileField::CaCertificates:
            return {m_form->caCertificatesFault, m_form->caCertificates, true};
        case ProfileField::Proxy:
            return {m_form->proxyFault, m_form->proxyHost, true};
        }
        Q_UNREACHABLE();
    };
    clearFaults();
    const Place place = placeOf(fault.field);
    if (place.advanced) {
        m_form->more->setChecked(true);
    }
    place.label->showFault(fault.text);
    place.field->setAccessibleDescription(fault.text);
    place.field->setFocus(Qt::OtherFocusReason);
    // Once the label has its place: what is wrong must be seen where it is.
    QMetaObject::invokeMethod(
        this, [this, label = place.label] { emit faultShown(label); }, Qt::QueuedConnection);
}

void ProfileForm::clearFaults()
{
    for (FaultLabel *label : findChildren<FaultLabel *>()) {
        label->showFault({});
    }
    for (QWidget *field : findChildren<QWidget *>()) {
        if (!field->accessibleDescription().isEmpty()) {
            field->setAccessibleDescription({});
        }
    }
}

void ProfileForm::wipe()
{
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_form->secret), static_cast<QLineEdit *>(m_form->passphrase),
                             static_cast<QLineEdit *>(m_form->proxyPassword)}) {
        wipeField(*field);
    }
    m_kept = {};
}

void ProfileForm::begin()
{
    m_form->name->setFocus(Qt::OtherFocusReason);
    m_form->name->selectAll();
}

EnvironmentKind ProfileForm::environment() const
{
    return EnvironmentKind(m_form->environment->currentData().toInt());
}

void ProfileForm::showEnvironment()
{
    m_form->badge->setKind(environment());
    const bool live = environment() == EnvironmentKind::Live;
    m_form->environmentNote->setText(live ? tr("Writes are locked at the start and are unlocked for ten minutes.")
                                          : tr("Writes are always on."));
}

void ProfileForm::showProxy()
{
    m_form->proxyFields->setVisible(m_form->proxyMode->currentIndex() == int(ProxySettings::Mode::Manual));
}

void ProfileForm::showMore(bool shown)
{
    m_form->advanced->setVisible(shown);
    m_form->more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
}

void ProfileForm::chooseFile(QLineEdit &path, const QString &title)
{
    auto *chooser = new QFileDialog(this, title, {}, tr("PEM files (*.pem *.key *.crt *.cer);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, &path, [&path](const QString &file) { path.setText(file); });
    chooser->open();
}

} // namespace saltdesk::ui
