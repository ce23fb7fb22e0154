// SPDX-License-Identifier: Apache-2.0
#include "testing/TestCertificate.h"
#include "transport/RequestSigner.h"

#include <QCryptographicHash>
#include <QTest>

using namespace saltdesk;
using api::Method;
using api::RequestSigner;
using api::Secret;

class TestRequestSigner : public QObject
{
    Q_OBJECT

private slots:
    void stringToSignHasTheReferencesCheckValue_data();
    void stringToSignHasTheReferencesCheckValue();
    void signatureIsVerifiedByThePublicKey();
    void signatureStandsOnOneLine();
    void anotherTextDoesNotVerify();
    void keysThatCannotSignAreRefusedWithASentence_data();
    void keysThatCannotSignAreRefusedWithASentence();
    void anEncryptedKeyOpensWithItsPassphrase();
};

void TestRequestSigner::stringToSignHasTheReferencesCheckValue_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("length");
    QTest::addColumn<QByteArray>("sha256");
    // Reference 1.2.
    QTest::newRow("GET with a query")
        << Method::Get << QByteArray("https://www.saltedge.com/api/v5/connections?customer_id=222222222222222222")
        << QByteArray() << 90 << QByteArray("dd0561f3e389a320885996c6b94b219579dd66c703a49f309aa994f15966ed62");
    QTest::newRow("DELETE") << Method::Delete
                            << QByteArray("https://www.saltedge.com/api/v5/connections/111111111111111111")
                            << QByteArray() << 81
                            << QByteArray("9d3af89fb7920f9734690b01272bd0131d3f0820c3fce6ff867427bd5210c387");
    QTest::newRow("PUT with a body")
        << Method::Put << QByteArray("https://www.saltedge.com/api/v5/connections/111111111111111111/interactive")
        << QByteArray(R"({"data":{"credentials":{"sms":"123456"}}})") << 131
        << QByteArray("d77c5960275b9ee916a7517ec1772c05ee2d32a05126490901908f93978855b6");
}

void TestRequestSigner::stringToSignHasTheReferencesCheckValue()
{
    QFETCH(Method, method);
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, body);
    QFETCH(int, length);
    QFETCH(QByteArray, sha256);

    const QByteArray text = RequestSigner::stringToSign(1'700'000'060, method, QUrl::fromEncoded(url), body);

    QCOMPARE(text.size(), length);
    QCOMPARE(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex(), sha256);
}

void TestRequestSigner::signatureIsVerifiedByThePublicKey()
{
    const auto &key = testing::testCertificate();
    const auto signer = RequestSigner::fromPem(Secret::copyOf(key.keyPem));
    QVERIFY(signer.has_value());

    QVERIFY(
        testing::verifies(key.publicKeyPem, "1700000060|GET|https://x/|", signer->sign("1700000060|GET|https://x/|")));
}

void TestRequestSigner::signatureStandsOnOneLine()
{
    const auto signer = RequestSigner::fromPem(Secret::copyOf(testing::testCertificate().keyPem));
    const QByteArray signature = signer->sign(QByteArray(4'000, 'x'));

    QCOMPARE(signature.size(), 344); // Base64 of 256 bytes
    QVERIFY(!signature.contains('\n'));
}

void TestRequestSigner::anotherTextDoesNotVerify()
{
    const auto &key = testing::testCertificate();
    const auto signer = RequestSigner::fromPem(Secret::copyOf(key.keyPem));

    QVERIFY(!testing::verifies(key.publicKeyPem, "1|GET|https://y/|", signer->sign("1|GET|https://x/|")));
}

void TestRequestSigner::keysThatCannotSignAreRefusedWithASentence_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("says");

    QTest::newRow("empty") << QByteArray() << "PEM";
    QTest::newRow("text") << QByteArray("hello") << "PEM";
    QTest::newRow("a public key") << testing::testCertificate().publicKeyPem << "PEM";
    QTest::newRow("a certificate") << testing::testCertificate().certificatePem << "PEM";
    QTest::newRow("truncated") << testing::testCertificate().keyPem.left(200) << "PEM";
    QTest::newRow("512 bits") << testing::rsaKeyPem(512) << "2048";
    QTest::newRow("elliptic curve") << testing::ecKeyPem() << "RSA";
    QTest::newRow("encrypted, no passphrase") << testing::rsaKeyPem(2048, "open sesame") << "passphrase";
}

void TestRequestSigner::keysThatCannotSignAreRefusedWithASentence()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, says);

    const auto signer = RequestSigner::fromPem(Secret::copyOf(pem));

    QVERIFY(!signer.has_value());
    QVERIFY2(signer.error().contains(says), qPrintable(signer.error()));
    QVERIFY(signer.error().endsWith(u'.'));
}

void TestRequestSigner::anEncryptedKeyOpensWithItsPassphrase()
{
    const Secret pem = Secret::copyOf(testing::rsaKeyPem(2048, "open sesame"));

    QVERIFY(RequestSigner::fromPem(pem, Secret::copyOf("open sesame")).has_value());
    QVERIFY(!RequestSigner::fromPem(pem, Secret::copyOf("open barley")).has_value());
}

QTEST_GUILESS_MAIN(TestRequestSigner)
#include "tst_requestsigner.moc"
