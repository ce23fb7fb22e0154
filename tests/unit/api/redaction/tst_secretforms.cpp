// SPDX-License-Identifier: Apache-2.0
#include "redaction/SecretForms.h"

#include <QTest>
#include <QUrl>

using namespace saltdesk::api;

class TestSecretForms : public QObject
{
    Q_OBJECT

private slots:
    void everyFormIsHidden_data();
    void everyFormIsHidden();
    void base64IsHiddenWhereverItBegins();
    void shortValuesAreHiddenOnlyAlone_data();
    void shortValuesAreHiddenOnlyAlone();
    void everyPlaceIsHidden();
    void linesOfAKeyAreHiddenOneByOne();
    void whatIsNotThereChangesNothing();
};

void TestSecretForms::everyFormIsHidden_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hidden");
    const QByteArray odd = "p\"a/s\\s wörd&1";
    QTest::newRow("as it is") << QByteArray("canary-1234") << QByteArray("a canary-1234 b") << QByteArray("a ••• b");
    QTest::newRow("inside a word") << QByteArray("canary-1234") << QByteArray("xcanary-1234y") << QByteArray("x•••y");
    QTest::newRow("alone") << odd << odd << QByteArray("•••");
    QTest::newRow("percent-encoded") << odd << "q=" + odd.toPercentEncoding() + "&r=1" << QByteArray("q=•••&r=1");
    QTest::newRow("form-encoded") << QByteArray("two words+1") << QByteArray("q=two+words%2B1") << QByteArray("q=•••");
    QTest::newRow("in JSON") << odd << QByteArray(R"({"v":"p\"a/s\\s wörd&1"})") << QByteArray(R"({"v":"•••"})");
    QTest::newRow("in JSON with slashes")
        << odd << QByteArray(R"({"v":"p\"a\/s\\s wörd&1"})") << QByteArray(R"({"v":"•••"})");
    QTest::newRow("lines in JSON") << QByteArray("line 1\r\nline\t2") << QByteArray(R"("line 1\r\nline\t2")")
                                   << QByteArray(R"("•••")");
    QTest::newRow("Base64") << odd << "Basic " + odd.toBase64() << QByteArray("Basic •••");
    const QByteArray bits = "~~~~>>>>~~~~";
    QTest::newRow("Base64 of addresses") << bits << bits.toBase64(QByteArray::Base64UrlEncoding) << QByteArray("•••");
    QTest::newRow("longer than the text") << QByteArray("canary-1234") << QByteArray("canary") << QByteArray("canary");
}

void TestSecretForms::everyFormIsHidden()
{
    QFETCH(const QByteArray, value);
    QFETCH(QByteArray, text);
    QFETCH(const QByteArray, hidden);
    hideValue(text, value);
    QCOMPARE(text, hidden);
}

void TestSecretForms::base64IsHiddenWhereverItBegins()
{
    const QByteArray value = "canary-secret-7f3a";
    for (int before = 0; before < 7; ++before) {
        for (int after = 0; after < 4; ++after) {
            const QByteArray whole = QByteArray(before, 'x') + value + QByteArray(after, 'y');
            QByteArray text = "Authorization: Basic " + whole.toBase64() + " end";
            hideValue(text, value);
            const QByteArray left = text.mid(21, text.size() - 25);
            QVERIFY2(left.contains("•••") && text.endsWith(" end"), text.constData());
            // What is left on both sides tells not one byte of it.
            const qsizetype mark = left.indexOf("•••");
            const QByteArray front = QByteArray::fromBase64(left.first(mark));
            QVERIFY2(!front.contains('c'), text.constData());
            QVERIFY2(left.size() - mark - qsizetype(strlen(redactionMark)) <= 8, text.constData());
        }
    }
}

void TestSecretForms::shortValuesAreHiddenOnlyAlone_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hidden");
    QTest::newRow("three digits stay") << QByteArray("123") << QByteArray("code 123") << QByteArray("code 123");
    QTest::newRow("nothing") << QByteArray() << QByteArray("code 123") << QByteArray("code 123");
    QTest::newRow("four alone") << QByteArray("1234") << QByteArray("code 1234.") << QByteArray("code •••.");
    QTest::newRow("in quotes") << QByteArray("1234") << QByteArray("\"1234\"") << QByteArray("\"•••\"");
    QTest::newRow("in an id") << QByteArray("1234") << QByteArray("id 991234567") << QByteArray("id 991234567");
    QTest::newRow("at the edges") << QByteArray("123456") << QByteArray("123456") << QByteArray("•••");
    QTest::newRow("both") << QByteArray("123456") << QByteArray("0123456 123456") << QByteArray("0123456 •••");
    QTest::newRow("seven in a word") << QByteArray("sevenle") << QByteArray("xsevenle") << QByteArray("xsevenle");
    QTest::newRow("eight in a word") << QByteArray("eightlet") << QByteArray("xeightlet") << QByteArray("x•••");
    QTest::newRow("beside letters of other tongues")
        << QByteArray("1234") << QByteArray("é1234") << QByteArray("é1234");
}

void TestSecretForms::shortValuesAreHiddenOnlyAlone()
{
    everyFormIsHidden();
}

void TestSecretForms::everyPlaceIsHidden()
{
    QByteArray text = "canary-1 canary-1canary-1\ncanary-1";
    hideValue(text, "canary-1");
    QCOMPARE(text, QByteArray("••• ••••••\n•••"));
}

void TestSecretForms::linesOfAKeyAreHiddenOneByOne()
{
    const QByteArray key =
        "-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBgkqhkiG9w0BAQEF\nshort\n-----END PRIVATE KEY-----\n";
    QByteArray text = "-----BEGIN PRIVATE KEY-----: MIIEvgIBADANBgkqhkiG9w0BAQEF, short";
    hideValue(text, key);
    QCOMPARE(text, QByteArray("-----BEGIN PRIVATE KEY-----: •••, short"));
}

void TestSecretForms::whatIsNotThereChangesNothing()
{
    const QByteArray before = "GET connections/123 200";
    QByteArray text = before;
    hideValue(text, "canary-secret");
    QCOMPARE(text, before);
}

QTEST_APPLESS_MAIN(TestSecretForms)
#include "tst_secretforms.moc"
