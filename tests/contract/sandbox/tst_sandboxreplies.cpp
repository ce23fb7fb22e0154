// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"
#include "SigningKey.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// Makes the sandbox say what its unit tests have no reason to ask it for. With SALTDESK_REPLY_RECORD set every reply
/// is kept for the validator.
class TestSandboxReplies : public QObject
{
    Q_OBJECT

private slots:
    void everythingOfTheStartStateIsShown_data();
    void everythingOfTheStartStateIsShown();
    void requestsAreRefused_data();
    void requestsAreRefused();

private:
    static QStringList idsOf(const Answer &list);
    static void showConnection(Desk &desk, const QString &id);
};

QStringList TestSandboxReplies::idsOf(const Answer &list)
{
    QStringList ids;
    for (const auto &row : list.rows()) {
        ids.append(row.toObject().value("id"_L1).toString());
    }
    return ids;
}

void TestSandboxReplies::showConnection(Desk &desk, const QString &id)
{
    QCOMPARE(desk.get(u"/connections/"_s + id).status(), 200);
    const Answer attempts = desk.get(u"/attempts?connection_id="_s + id);
    QVERIFY(!attempts.rows().isEmpty());
    for (const QString &attempt : idsOf(attempts)) {
        QCOMPARE(desk.get(u"/attempts/%1?connection_id=%2"_s.arg(attempt, id)).status(), 200);
    }
    const Answer consents = desk.get(u"/consents?connection_id="_s + id);
    QVERIFY(!consents.rows().isEmpty());
    for (const QString &consent : idsOf(consents)) {
        QCOMPARE(desk.get(u"/consents/%1?connection_id=%2"_s.arg(consent, id)).status(), 200);
    }
}

void TestSandboxReplies::everythingOfTheStartStateIsShown_data()
{
    QTest::addColumn<int>("seconds");
    for (const int seconds : {0, 3, 60, 100'000}) {
        QTest::addRow("after %d s", seconds) << seconds;
    }
}

void TestSandboxReplies::everythingOfTheStartStateIsShown()
{
    QFETCH(int, seconds);
    Desk desk;
    desk.pass(std::chrono::seconds(seconds));
    const Answer customers = desk.get(u"/customers"_s);
    QVERIFY(customers.rows().size() > 20);
    for (const QString &customer : idsOf(customers)) {
        QCOMPARE(desk.get(u"/customers/"_s + customer).status(), 200);
        for (const QString &connection : idsOf(desk.get(u"/connections?customer_id="_s + customer))) {
            showConnection(desk, connection);
        }
    }
}

void TestSandboxReplies::requestsAreRefused_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<bool>("wantsSignature");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *error, bool wantsSignature, const QByteArray &header, const QByteArray &value) {
        QTest::addRow("%s: %s %s", error, header.constData(), value.constData())
            << QString::fromLatin1(error) << wantsSignature << header << value;
    };
    const QByteArray anHour = QByteArray::number(static_cast<qlonglong>(Desk::start.time_since_epoch().count() / 1000));
    row("AppIdNotProvided", false, "app-id", "");
    row("SecretNotProvided", false, "secret", "");
    row("ApiKeyNotFound", false, "app-id", "another");
    row("ExpiresAtInvalid", false, "expires-at", "soon");
    row("RequestExpired", false, "expires-at", anHour);
    row("PublicKeyNotProvided", false, "signature", "c2lnbmF0dXJl");
    row("MissingExpiresAt", true, "accept", "*/*");
    row("MissingSignature", true, "expires-at", anHour.chopped(2) + "99");
    row("WrongRequestFormat", false, "accept", "text/html");
}

void TestSandboxReplies::requestsAreRefused()
{
    QFETCH(bool, wantsSignature);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    Desk desk({.publicKeyPem = wantsSignature ? SigningKey().publicPem() : QByteArray()});
    Request request = Desk::request("GET", u"/customers"_s);
    request.headers[header] = value;

    QTEST(desk.send(request).errorClass(), "errorClass");
}

QTEST_APPLESS_MAIN(TestSandboxReplies)
#include "tst_sandboxreplies.moc"
