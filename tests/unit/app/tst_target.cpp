// SPDX-License-Identifier: Apache-2.0
#include "Target.h"
#include "policy/Policy.h"
#include "testing/TestCertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using app::CommandLine;
using app::targetFor;
using models::EnvironmentKind;

class TestTarget : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theAddressDecidesTheEnvironment_data();
    void theAddressDecidesTheEnvironment();
    void plainHttpToTheWorldIsRefused();
    void keysComeFromTheEnvironment();
    void missingKeysAreSaidNotRefused_data();
    void missingKeysAreSaidNotRefused();
    void withoutAnAddressTheEnvironmentsKeysAreNotUsed();
    void certificatesAreAddedFromAFile();
    void filesThatCannotBeUsedAreNamed_data();
    void filesThatCannotBeUsedAreNamed();
    void aKeyFileSignsRequests();
    void theSandboxIsTheSandbox();
    void aProfileBringsEverythingOfItsOwn();
    void thePolicyStandsAboveEveryTarget();

private:
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    CommandLine m_line;
};

void TestTarget::init()
{
    m_line = {};
    m_line.baseUrl = QUrl(u"https://www.saltedge.com/api/v5"_s);
    m_environment = QProcessEnvironment();
    m_environment.insert(u"SALTDESK_APP_ID"_s, u"app-1"_s);
    m_environment.insert(u"SALTDESK_SECRET"_s, u"secret-1"_s);
}

QString TestTarget::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestTarget::theAddressDecidesTheEnvironment_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<EnvironmentKind>("kind");
    QTest::newRow("the vendor") << "https://www.saltedge.com/api/v5" << EnvironmentKind::Live;
    QTest::newRow("anything else in the world") << "https://staging.example/api/v5" << EnvironmentKind::Live;
    QTest::newRow("this computer") << "http://127.0.0.1:8080/api/v5" << EnvironmentKind::Test;
    QTest::newRow("this computer by name, TLS") << "https://localhost/api/v5" << EnvironmentKind::Test;
}

void TestTarget::theAddressDecidesTheEnvironment()
{
    QFETCH(QString, url);
    QFETCH(EnvironmentKind, kind);
    m_line.baseUrl = QUrl(url);

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QCOMPARE(target->environment.kind, kind);
    QCOMPARE(target->environment.hint, m_line.baseUrl.host());
}

void TestTarget::plainHttpToTheWorldIsRefused()
{
    m_line.baseUrl = QUrl(u"http://www.saltedge.com/api/v5"_s);
    QVERIFY(!targetFor(m_line, m_environment).has_value());
}

void TestTarget::keysComeFromTheEnvironment()
{
    m_environment.insert(u"SALTDESK_SECRET"_s, u" secret-1\n"_s); // as `$(cat file)` and copying leave it

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QCOMPARE(target->endpoint.appId, QByteArray("app-1"));
    QCOMPARE(target->endpoint.secret.reveal(), QByteArrayView("secret-1"));
    QVERIFY(target->environment.hasKeys);
    QVERIFY(target->environment.missing.isEmpty());
    QVERIFY(!target->endpoint.signer.has_value());
}

void TestTarget::missingKeysAreSaidNotRefused_data()
{
    QTest::addColumn<QString>("appId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("doesNotSay");
    QTest::newRow("no App-id") << ""
                               << "s"
                               << "SALTDESK_APP_ID"
                               << "SALTDESK_SECRET";
    QTest::newRow("no secret") << "a"
                               << ""
                               << "SALTDESK_SECRET"
                               << "SALTDESK_APP_ID";
    QTest::newRow("neither") << ""
                             << ""
                             << "SALTDESK_APP_ID and SALTDESK_SECRET"
                             << "canary";
    QTest::newRow("not a key") << "a"
                               << "canary\rX: y"
                               << "characters"
                               << "canary";
}

void TestTarget::missingKeysAreSaidNotRefused()
{
    QFETCH(QString, appId);
    QFETCH(QString, secret);
    QFETCH(QString, says);
    QFETCH(QString, doesNotSay);
    m_environment.insert(u"SALTDESK_APP_ID"_s, appId);
    m_environment.insert(u"SALTDESK_SECRET"_s, secret);

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QVERIFY(!target->environment.hasKeys);
    QVERIFY2(target->environment.missing.contains(says), qPrintable(target->environment.missing));
    QVERIFY2(!target->environment.missing.contains(doesNotSay), qPrintable(target->environment.missing));
}

void TestTarget::withoutAnAddressTheEnvironmentsKeysAreNotUsed()
{
    m_line.baseUrl = QUrl();

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QVERIFY(!target->endpoint.hasKeys());
    QVERIFY(!target->environment.hasKeys);
    QVERIFY(target->environment.missing.contains("--sandbox"_L1));
}

void TestTarget::certificatesAreAddedFromAFile()
{
    const QByteArray one = testing::testCertificate().certificatePem;
    m_line.caCertificate = write(u"two.pem"_s, one + one);

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QCOMPARE(target->endpoint.extraCertificates.size(), 2);
}

void TestTarget::filesThatCannotBeUsedAreNamed_data()
{
    QTest::addColumn<bool>("isCertificate");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("no certificate in it") << true << QByteArray("hello") << "certificate";
    QTest::newRow("no key in it") << false << QByteArray("hello") << "SALTDESK_PRIVATE_KEY";
    QTest::newRow("a short key") << false << testing::rsaKeyPem(1024) << "2048";
    QTest::newRow("no such certificate file") << true << QByteArray() << "cannot read";
    QTest::newRow("no such key file") << false << QByteArray() << "cannot read";
}

void TestTarget::filesThatCannotBeUsedAreNamed()
{
    QFETCH(bool, isCertificate);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QString path = bytes.isEmpty() ? m_folder.filePath(u"absent.pem"_s) : write(u"file.pem"_s, bytes);
    if (isCertificate) {
        m_line.caCertificate = path;
    } else {
        m_environment.insert(u"SALTDESK_PRIVATE_KEY"_s, path);
    }

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(!target.has_value());
    QVERIFY2(target.error().contains(says), qPrintable(target.error()));
    QVERIFY(!target.error().contains(u'\n'));
}

void TestTarget::aKeyFileSignsRequests()
{
    m_environment.insert(u"SALTDESK_PRIVATE_KEY"_s, write(u"key.pem"_s, testing::testCertificate().keyPem));

    const auto target = targetFor(m_line, m_environment);

    QVERIFY(target.has_value());
    QVERIFY(target->endpoint.signer.has_value());
}

void TestTarget::theSandboxIsTheSandbox()
{
    const auto server = std::make_shared<sandbox::Server>(sandbox::ServerOptions{});
    QVERIFY(server->start().has_value());
    const app::Target target = app::sandboxTarget(server);

    QCOMPARE(target.environment.kind, EnvironmentKind::Sandbox);
    QVERIFY(target.endpoint.hasKeys() && target.endpoint.isUrlAllowed());
    QCOMPARE(target.endpoint.baseUrl, server->baseUrl());
    QCOMPARE(target.sandbox, server);
}

void TestTarget::aProfileBringsEverythingOfItsOwn()
{
    models::Profile profile = models::newProfile();
    profile.name = u"Acme"_s;
    profile.environment = EnvironmentKind::Live;
    profile.appId = u"a"_s;
    profile.locale = u"de"_s;
    profile.recommendedLimits = false;
    profile.proxy = {.mode = models::ProxySettings::Mode::Manual, .host = u"proxy"_s, .port = 1, .user = u"u"_s};
    const models::ProfileSecrets secrets{.secret = api::Secret::copyOf("s"), .proxyPassword = api::Secret::copyOf("p")};

    const auto target = app::profileTarget(profile, secrets, models::Policy());

    QVERIFY(target.has_value());
    QCOMPARE(target->environment.kind, EnvironmentKind::Live);
    QCOMPARE(target->environment.profileId, profile.id);
    QCOMPARE(target->environment.profileName, u"Acme"_s);
    QCOMPARE(target->environment.locale, u"de"_s);
    QVERIFY(!target->environment.recommendedLimits);
    QVERIFY(target->proxy == profile.proxy);
    QCOMPARE(target->proxyPassword.reveal().toByteArray(), "p");
    QVERIFY(!app::profileTarget(profile, {}, models::Policy()).has_value());
}

void TestTarget::thePolicyStandsAboveEveryTarget()
{
    const models::Policy policy = models::Policy::read(
        write(u"policy.ini"_s, "[writes]\nread_only=true\n[network]\nproxy=none\n[profiles]\nforbid=live\n"));
    QCOMPARE(policy.warnings(), QStringList());
    app::Target target;
    target.endpoint.baseUrl = m_line.baseUrl;
    target.environment.kind = EnvironmentKind::Live;
    QVERIFY(!app::underPolicy(target, policy).has_value());

    target.environment.kind = EnvironmentKind::Test;
    const auto allowed = app::underPolicy(target, policy);
    QVERIFY(allowed.has_value());
    QVERIFY(allowed->environment.readOnlyByPolicy);
    QCOMPARE(allowed->proxy.mode, models::ProxySettings::Mode::None);

    // Nothing is real there.
    target.sandbox = std::make_shared<sandbox::Server>(sandbox::ServerOptions{});
    QVERIFY(!app::underPolicy(target, policy)->environment.readOnlyByPolicy);
}

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
