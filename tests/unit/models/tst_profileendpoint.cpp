// SPDX-License-Identifier: Apache-2.0
#include "policy/Policy.h"
#include "profiles/CertificateFile.h"
#include "profiles/ProfileEndpoint.h"
#include "profiles/SigningKey.h"
#include "support/SampleProfiles.h"
#include "testing/TestCertificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using testing::sampleProfile;
using testing::sampleSecrets;

Q_DECLARE_METATYPE(saltdesk::models::Profile)

class TestProfileEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void aWholeProfileBecomesAnEndpoint();
    void theFirstFaultNamesItsField_data();
    void theFirstFaultNamesItsField();
    void aForbiddenEnvironmentIsAFault();
    void aSigningKeyThatCannotSignSaysWhy_data();
    void aSigningKeyThatCannotSignSaysWhy();
    void anEncryptedKeySignsWithItsPassphrase();
    void everyCertificateOfAFileCounts();
    void halfOfAChainIsRefused();
    void whatIsNoCertificateSaysSo_data();
    void whatIsNoCertificateSaysSo();
    void namesThatNoEyeCanTellAreRefused_data();
    void namesThatNoEyeCanTellAreRefused();
};

void TestProfileEndpoint::aWholeProfileBecomesAnEndpoint()
{
    Profile profile = sampleProfile(u"Acme"_s);
    profile.caCertificates = testing::testCertificate().certificatePem;
    ProfileSecrets secrets = sampleSecrets();
    secrets.signingKey = api::Secret::copyOf(testing::testCertificate().keyPem);

    const auto endpoint = endpointOf(profile, secrets, Policy());

    QVERIFY2(endpoint.has_value(), endpoint ? "" : qPrintable(endpoint.error().text));
    QCOMPARE(endpoint->baseUrl, profile.baseUrl);
    QCOMPARE(endpoint->appId, "app-id-1");
    QCOMPARE(endpoint->secret.reveal().toByteArray(), "canary-secret");
    QVERIFY(endpoint->signer.has_value());
    QCOMPARE(endpoint->extraCertificates.size(), 1);
    QVERIFY(endpoint->hasKeys() && endpoint->isUrlAllowed());
}

void TestProfileEndpoint::theFirstFaultNamesItsField_data()
{
    using Change = std::function<void(Profile &, ProfileSecrets &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<ProfileField>("field");
    const auto url = [](const char *address) -> Change {
        return [address](Profile &p, ProfileSecrets &) {
            p.baseUrl = QUrl(QString::fromLatin1(address), QUrl::StrictMode);
        };
    };
    QTest::newRow("plain http") << url("http://api.example.com/api/v5") << ProfileField::BaseUrl;
    QTest::newRow("no address") << url("") << ProfileField::BaseUrl;
    QTest::newRow("no scheme") << url("api.example.com") << ProfileField::BaseUrl;
    QTest::newRow("another scheme") << url("ftp://api.example.com") << ProfileField::BaseUrl;
    QTest::newRow("a user in it") << url("https://me:pw@api.example.com") << ProfileField::BaseUrl;
    QTest::newRow("a query") << url("https://api.example.com/?a=b") << ProfileField::BaseUrl;
    QTest::newRow("no App-id") << Change([](Profile &p, ProfileSecrets &) { p.appId.clear(); }) << ProfileField::AppId;
    QTest::newRow("an App-id of two lines")
        << Change([](Profile &p, ProfileSecrets &) { p.appId = u"a\nX-Other: b"_s; }) << ProfileField::AppId;
    QTest::newRow("an App-id with umlauts")
        << Change([](Profile &p, ProfileSecrets &) { p.appId = u"äpp"_s; }) << ProfileField::AppId;
    QTest::newRow("no secret") << Change([](Profile &, ProfileSecrets &s) { s.secret = {}; }) << ProfileField::Secret;
    QTest::newRow("a secret with a space")
        << Change([](Profile &, ProfileSecrets &s) { s.secret = api::Secret::copyOf("a b"); }) << ProfileField::Secret;
    QTest::newRow("a manual proxy without a host")
        << Change([](Profile &p, ProfileSecrets &) { p.proxy.host.clear(); }) << ProfileField::Proxy;
    QTest::newRow("a manual proxy without a port")
        << Change([](Profile &p, ProfileSecrets &) { p.proxy.port = 0; }) << ProfileField::Proxy;
    QTest::newRow("a proxy that is an address")
        << Change([](Profile &p, ProfileSecrets &) { p.proxy.host = u"http://proxy/"_s; }) << ProfileField::Proxy;
    QTest::newRow("certificates that are none")
        << Change([](Profile &p, ProfileSecrets &) { p.caCertificates = "hello"; }) << ProfileField::CaCertificates;
    QTest::newRow("a key that is none") << Change([](Profile &, ProfileSecrets &s) {
        s.signingKey = api::Secret::copyOf("hello");
    }) << ProfileField::SigningKey;
}

void TestProfileEndpoint::theFirstFaultNamesItsField()
{
    using Change = std::function<void(Profile &, ProfileSecrets &)>;
    QFETCH(const Change, change);
    QFETCH(const ProfileField, field);
    Profile profile = sampleProfile(u"Acme"_s);
    ProfileSecrets secrets = sampleSecrets();
    change(profile, secrets);
    const auto endpoint = endpointOf(profile, secrets, Policy());
    QVERIFY(!endpoint.has_value());
    QCOMPARE(int(endpoint.error().field), int(field));
    QVERIFY(endpoint.error().text.endsWith(u'.'));
    QVERIFY(!endpoint.error().text.contains(u"canary"_s));
}

void TestProfileEndpoint::aForbiddenEnvironmentIsAFault()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"policy.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[profiles]\nforbid=test\n");
    file.close();
    const auto endpoint = endpointOf(sampleProfile(u"Acme"_s), sampleSecrets(), Policy::read(file.fileName()));
    QVERIFY(!endpoint.has_value());
    QCOMPARE(int(endpoint.error().field), int(ProfileField::Environment));
}

void TestProfileEndpoint::aSigningKeyThatCannotSignSaysWhy_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<SigningKeyFault>("fault");
    QTest::addColumn<QString>("says");
    const QByteArray encrypted = testing::rsaKeyPem(2048, "open sesame");
    QTest::newRow("no PEM") << QByteArray("ssh-rsa AAAA") << QByteArray() << SigningKeyFault::NotPem << u"PEM"_s;
    QTest::newRow("a certificate") << testing::testCertificate().certificatePem << QByteArray()
                                   << SigningKeyFault::NotPrivate << u"private"_s;
    QTest::newRow("the public half") << testing::testCertificate().publicKeyPem << QByteArray()
                                     << SigningKeyFault::NotPrivate << u"private"_s;
    QTest::newRow("encrypted, no passphrase")
        << encrypted << QByteArray() << SigningKeyFault::NeedsPassphrase << u"passphrase"_s;
    QTest::newRow("encrypted, another passphrase")
        << encrypted << QByteArray("wrong") << SigningKeyFault::WrongPassphrase << u"passphrase"_s;
    QTest::newRow("512 bits") << testing::rsaKeyPem(512) << QByteArray() << SigningKeyFault::Unusable << u"2048"_s;
    QTest::newRow("another algorithm") << testing::ecKeyPem() << QByteArray() << SigningKeyFault::Unusable << u"RSA"_s;
    QTest::newRow("damaged") << QByteArray("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
                             << QByteArray() << SigningKeyFault::Unusable << u"readable"_s;
}

void TestProfileEndpoint::aSigningKeyThatCannotSignSaysWhy()
{
    QFETCH(const QByteArray, pem);
    QFETCH(const QByteArray, passphrase);
    QFETCH(const SigningKeyFault, fault);
    QFETCH(const QString, says);
    const auto signer = readSigningKey(api::Secret::copyOf(pem), api::Secret::copyOf(passphrase));
    QVERIFY(!signer.has_value());
    QCOMPARE(int(signer.error().fault), int(fault));
    QVERIFY2(signer.error().text.contains(says), qPrintable(signer.error().text));
    QVERIFY(passphrase.isEmpty() || !signer.error().text.contains(QString::fromUtf8(passphrase) + u'"'));
}

void TestProfileEndpoint::anEncryptedKeySignsWithItsPassphrase()
{
    const QByteArray pem = testing::rsaKeyPem(2048, "open sesame");
    const auto signer = readSigningKey(api::Secret::copyOf(pem), api::Secret::copyOf("open sesame"));
    QVERIFY(signer.has_value());
    QVERIFY(!signer->sign("text").isEmpty());
    QVERIFY(isEncrypted(api::Secret::copyOf(pem)));
    QVERIFY(!isEncrypted(api::Secret::copyOf(testing::testCertificate().keyPem)));
}

void TestProfileEndpoint::everyCertificateOfAFileCounts()
{
    const auto ten = readCertificates(testing::testCertificate().certificatePem.repeated(10));
    QVERIFY(ten.has_value());
    QCOMPARE(ten->size(), 10);
}

void TestProfileEndpoint::halfOfAChainIsRefused()
{
    const QByteArray broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    const auto chain = readCertificates(testing::testCertificate().certificatePem.repeated(9) + broken);
    QVERIFY(!chain.has_value());
    QVERIFY2(chain.error().contains(u"1 of its 10"_s), qPrintable(chain.error()));
}

void TestProfileEndpoint::whatIsNoCertificateSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("a private key") << testing::testCertificate().keyPem << u"private key"_s;
    QTest::newRow("text") << QByteArray("hello") << u"no PEM certificate"_s;
    QTest::newRow("DER") << testing::testCertificate().certificate().toDer() << u"no PEM certificate"_s;
    QTest::newRow("nothing") << QByteArray() << u"no PEM certificate"_s;
}

void TestProfileEndpoint::whatIsNoCertificateSaysSo()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const auto read = readCertificates(bytes);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(says), qPrintable(read.error()));
}

void TestProfileEndpoint::namesThatNoEyeCanTellAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("a word") << u"Acme"_s << true;
    QTest::newRow("every visible oddity") << u"Ä&/\\\"'<%=;#[]🏦"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("spaces") << u"   "_s << false;
    QTest::newRow("a line end") << u"a\nb"_s << false;
    QTest::newRow("a null") << u"a"_s + QChar(0) << false;
    QTest::newRow("a change of direction") << u"live"_s + QChar(0x202e) + u"tset"_s << false;
    QTest::newRow("a space without width") << u"Ac"_s + QChar(0x200b) + u"me"_s << false;
    QTest::newRow("sixty characters") << QString(60, u'x') << true;
    QTest::newRow("sixty-one characters") << QString(61, u'x') << false;
}

void TestProfileEndpoint::namesThatNoEyeCanTellAreRefused()
{
    QFETCH(const QString, name);
    QFETCH(const bool, good);
    QCOMPARE(faultOfName(name).isEmpty(), good);
}

QTEST_GUILESS_MAIN(TestProfileEndpoint)
#include "tst_profileendpoint.moc"
