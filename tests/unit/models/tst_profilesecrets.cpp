// SPDX-License-Identifier: Apache-2.0
#include "secrets/ProfileSecrets.h"

#include <QTest>

using namespace saltdesk;
using api::Secret;
using models::ProfileSecrets;

/// The bytes of a profile's entry in the keychain, and what they are read as.
class TestProfileSecrets : public QObject
{
    Q_OBJECT

private slots:
    void whatWasEncodedIsDecoded_data();
    void whatWasEncodedIsDecoded();
    void theEntryTellsItsVersion();
    void aMemberThatIsMissingIsEmpty();
    void unknownMembersAreIgnored();
    void whatIsNoEntryOfOursIsNotRead_data();
    void whatIsNoEntryOfOursIsNotRead();
};

void TestProfileSecrets::whatWasEncodedIsDecoded_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("signingKey");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("proxyPassword");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("the secret only") << QByteArray("s3cret") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("everything") << QByteArray("s3cret") << QByteArray("-----BEGIN PRIVATE KEY-----\nMIIE\n")
                                << QByteArray("open sesame") << QByteArray("p@ss:word");
    QTest::newRow("quotes, escapes, UTF-8")
        << QByteArray(R"("\{}",:)") << QByteArray("\r\n\t\x01") << QByteArray("пароль ✓") << QByteArray("\u00fc");
    QTest::newRow("bytes that are no text")
        << QByteArray("\0a\0", 3) << QByteArray("\xff\xfe\x80", 3) << QByteArray("\xc3") << QByteArray("\0", 1);
    QTest::newRow("a long key") << QByteArray("s") << QByteArray(8192, 'k') << QByteArray() << QByteArray();
}

void TestProfileSecrets::whatWasEncodedIsDecoded()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, signingKey);
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, proxyPassword);
    const ProfileSecrets secrets{Secret::copyOf(secret), Secret::copyOf(signingKey), Secret::copyOf(passphrase),
                                 Secret::copyOf(proxyPassword)};

    const auto decoded = models::decodeSecrets(models::encodeSecrets(secrets));

    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == secrets);
    QCOMPARE(decoded->signingKey.reveal().toByteArray(), signingKey);
}

void TestProfileSecrets::theEntryTellsItsVersion()
{
    const ProfileSecrets secrets{.secret = Secret::copyOf("s3cret")};

    const Secret entry = models::encodeSecrets(secrets);

    QCOMPARE(entry.reveal().toByteArray(),
             QByteArray(R"({"version":1,"secret":"czNjcmV0","signing_key":"","passphrase":"","proxy_password":""})"));
}

void TestProfileSecrets::aMemberThatIsMissingIsEmpty()
{
    const auto decoded = models::decodeSecrets(Secret::copyOf(R"({"version":1,"secret":"czNjcmV0"})"));

    QVERIFY(decoded.has_value());
    QVERIFY(*decoded == ProfileSecrets{.secret = Secret::copyOf("s3cret")});
}

void TestProfileSecrets::unknownMembersAreIgnored()
{
    const auto decoded = models::decodeSecrets(Secret::copyOf(R"({"version":1,"secret":"czNjcmV0","colour":7})"));

    QVERIFY(decoded.has_value());
    QCOMPARE(decoded->secret.reveal(), QByteArrayView("s3cret"));
}

void TestProfileSecrets::whatIsNoEntryOfOursIsNotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a bare password") << QByteArray("s3cret");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("cut off") << QByteArray(R"({"version":1,"secret":"czNj)");
    QTest::newRow("without a version") << QByteArray(R"({"secret":"czNjcmV0"})");
    QTest::newRow("of a newer version") << QByteArray(R"({"version":2,"secret":"czNjcmV0"})");
    QTest::newRow("a version in words") << QByteArray(R"({"version":"1","secret":"czNjcmV0"})");
    QTest::newRow("a secret that is a number") << QByteArray(R"({"version":1,"secret":7})");
    QTest::newRow("a secret that is null") << QByteArray(R"({"version":1,"secret":null})");
    QTest::newRow("a key that is no Base64") << QByteArray(R"({"version":1,"secret":"","signing_key":"***"})");
}

void TestProfileSecrets::whatIsNoEntryOfOursIsNotRead()
{
    QFETCH(QByteArray, bytes);

    QVERIFY(!models::decodeSecrets(Secret::copyOf(bytes)).has_value());
}

QTEST_GUILESS_MAIN(TestProfileSecrets)
#include "tst_profilesecrets.moc"
