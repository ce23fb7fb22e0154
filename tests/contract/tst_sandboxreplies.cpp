// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"
#include "ReplyRecord.h"
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
    void everyBankIsShown();
    void generatedConnectionsAreListed();
    void theGateRefuses_data();
    void theGateRefuses();
    void createIsRefused_data();
    void createIsRefused();
    void clientsAreHeldBack_data();
    void clientsAreHeldBack();
    void whatIsEncryptedCannotBeRead();
    void aFileKnowsNoHolder();
    void faultsAnswerAsTheApiDoes_data();
    void faultsAnswerAsTheApiDoes();

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
    QCOMPARE(desk.get(u"/accounts?connection_id="_s + id).status(), 200);
    const Answer holder = desk.get(u"/holder_info?connection_id="_s + id);
    QVERIFY(holder.status() == 200 || holder.errorClass() == "HolderInfoNotSupported"_L1);
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

void TestSandboxReplies::everyBankIsShown()
{
    Desk desk;
    const QString fakes = u"include_fake_providers=true"_s;
    for (const QString &query : {QString(), fakes}) {
        QVERIFY(!desk.get(u"/countries?"_s + query).rows().isEmpty());
    }
    for (const QString &query : {QString(), u"include_provider_fields=true"_s, u"include_payments_fields=true"_s}) {
        QVERIFY(!desk.get(u"/providers?%1&%2"_s.arg(fakes, query)).rows().isEmpty());
    }
    for (const auto &bank : desk.get(u"/providers?"_s + fakes).rows()) {
        const QString code = bank.toObject().value("code"_L1).toString();
        QCOMPARE(desk.get(u"/providers/%1?%2"_s.arg(code, fakes)).status(), 200);
    }
}

void TestSandboxReplies::generatedConnectionsAreListed()
{
    Desk desk({.customers = 2, .connections = 250});
    const QString customer = desk.customer(u"load-000001"_s);
    for (const QString &list : {u"/connections"_s, u"/consents"_s, u"/accounts"_s}) {
        const QString path = list + u"?per_page=100&customer_id="_s + customer;
        const Answer first = desk.get(path);
        QCOMPARE(first.rows().size(), 100);
        QVERIFY(!desk.get(path + u"&from_id="_s + first.nextId()).rows().isEmpty());
    }
}

void TestSandboxReplies::theGateRefuses_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<bool>("wantsSignature");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *error, bool wantsSignature, const QByteArray &header, const QByteArray &value) {
        QTest::addRow("%s: %s %s", error, header.constData(), value.constData())
            << QString::fromLatin1(error) << wantsSignature << header << value;
    };
    const QByteArray absent;
    row("AppIdNotProvided", false, "app-id", absent);
    row("SecretNotProvided", false, "secret", "");
    row("ApiKeyNotFound", false, "app-id", "another");
    row("ExpiresAtInvalid", false, "expires-at", "soon");
    row("ExpiresAtInvalid", false, "expires-at", "99999999999");
    row("RequestExpired", false, "expires-at", "1700000000");
    row("PublicKeyNotProvided", false, "signature", "c2lnbmF0dXJl");
    row("MissingExpiresAt", true, "expires-at", absent);
    row("MissingSignature", true, "signature", absent);
    row("SignatureNotMatch", true, "signature", "c2lnbmF0dXJl");
    row("WrongRequestFormat", false, "accept", "text/html");
}

void TestSandboxReplies::theGateRefuses()
{
    QFETCH(bool, wantsSignature);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    Desk desk({.publicKeyPem = wantsSignature ? SigningKey().publicPem() : QByteArray()});
    Request request = Desk::request("GET", u"/customers"_s);
    const auto soon = std::chrono::duration_cast<std::chrono::seconds>(Desk::start.time_since_epoch()).count() + 60;
    request.headers["expires-at"] = QByteArray::number(static_cast<qlonglong>(soon));
    if (value.isNull()) {
        request.headers.remove(header);
    } else {
        request.headers[header] = value;
    }

    QTEST(desk.send(request).errorClass(), "errorClass");
}

void TestSandboxReplies::createIsRefused_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QByteArray>("attempt");
    const auto row = [](const char *error, const QByteArray &attempt, const char *bank = "fakebank_simple_xf") {
        QTest::newRow(error) << QString::fromLatin1(error) << QString::fromLatin1(bank) << attempt;
    };
    row("InvalidFromDate", R"({"from_date":"2020-01-01"})");
    row("InvalidToDate", R"({"to_date":"2030-01-01"})");
    row("DateTimeFormatInvalid", R"({"customer_last_logged_at":"yesterday"})");
    row("CustomFieldsFormatInvalid", R"({"custom_fields":[]})");
    row("CustomFieldsSizeTooBig", R"({"custom_fields":{"a":")" + QByteArray(1100, 'x') + "\"}}");
    row("ReturnURLInvalid", R"({"return_to":"nowhere"})");
    row("ReturnURLTooLong", R"({"return_to":"https://example.com/)" + QByteArray(2100, 'x') + "\"}");
    row("DateOutOfRange", R"({"from_date":"0099-01-01"})");
    row("DateTimeOutOfRange", R"({"customer_last_logged_at":"2099-01-01T00:00:00Z"})");
    row("BatchSizeLimitExceeded", R"({"include_natures":[)" + QByteArray(R"("card",)").repeated(100) + R"("card"]})");
    row("ProviderDisabled", "{}", "old_savings_bank_de");
}

void TestSandboxReplies::createIsRefused()
{
    QFETCH(QString, bank);
    QFETCH(QByteArray, attempt);
    Desk desk;
    QJsonObject data = desk.createData(bank);
    data.insert(u"attempt"_s, QJsonDocument::fromJson(attempt).object());

    QTEST(desk.postData(u"/connections"_s, data).errorClass(), "errorClass");
}

void TestSandboxReplies::clientsAreHeldBack_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<ClientStatus>("status");
    QTest::addColumn<bool>("providerKeys");
    QTest::addColumn<QString>("bank");
    const auto row = [](const char *error, ClientStatus status, bool providerKeys, const char *bank) {
        QTest::newRow(error) << QString::fromLatin1(error) << status << providerKeys << QString::fromLatin1(bank);
    };
    row("ClientDisabled", ClientStatus::Disabled, true, "fakebank_simple_xf");
    row("ClientRestricted", ClientStatus::Restricted, true, "fakebank_simple_xf");
    row("ClientPending", ClientStatus::Pending, true, "rabobank_nl");
    row("ConnectionLimitReached", ClientStatus::Test, true, "fakebank_simple_xf");
    row("ProviderKeyFound", ClientStatus::Open, false, "fake_client_xf");
}

void TestSandboxReplies::clientsAreHeldBack()
{
    QFETCH(ClientStatus, status);
    QFETCH(bool, providerKeys);
    QFETCH(QString, bank);
    QJsonObject data = Desk().createData(bank);
    Desk desk({.clientStatus = status, .providerKeys = providerKeys});
    Answer answer;
    // A client that is being tested may have ten connections.
    for (int number = 0; number < 11; ++number) {
        data.insert(u"credentials"_s, QJsonObject{{u"login"_s, QString::number(number)}, {u"password"_s, u"secret"_s}});
        answer = desk.postData(u"/connections"_s, data);
    }

    QTEST(answer.errorClass(), "errorClass");
}

void TestSandboxReplies::whatIsEncryptedCannotBeRead()
{
    Desk desk;
    QJsonObject data = desk.createData();
    data.remove(u"credentials"_s);
    const QString text = u"YQ=="_s;
    data.insert(u"encrypted_credentials"_s,
                QJsonObject{{u"algorithm"_s, text}, {u"content"_s, text}, {u"key"_s, text}, {u"iv"_s, text}});

    QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), u"InvalidEncoding"_s);
}

void TestSandboxReplies::aFileKnowsNoHolder()
{
    Desk desk;
    QJsonObject data = desk.createData(u"fakebank_file_xf"_s);
    data.remove(u"credentials"_s);
    data.insert(u"file_url"_s, u"https://example.com/statement.csv"_s);
    const Answer created = desk.postData(u"/connections"_s, data);
    QCOMPARE(created.status(), 200);
    const QString id = created.data().value("id"_L1).toString();
    QCOMPARE(desk.get(u"/holder_info?connection_id="_s + id).errorClass(), u"HolderInfoNotSupported"_s);

    data.insert(u"consent"_s, QJsonObject{{u"scopes"_s, QJsonArray{u"holder_information"_s}}});
    QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), u"AispConsentScopesNotAllowed"_s);
}

void TestSandboxReplies::faultsAnswerAsTheApiDoes_data()
{
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("error") << FaultKind::Error << 500 << u"InternalServerError"_s;
    QTest::newRow("too many fetches") << FaultKind::Error << 429 << u"RateLimitExceeded"_s;
    QTest::newRow("rate limit") << FaultKind::RateLimit << 429 << u"TooManyRequests"_s;
    QTest::newRow("firewall") << FaultKind::Html << 403 << QString();
}

void TestSandboxReplies::faultsAnswerAsTheApiDoes()
{
    QFETCH(FaultKind, kind);
    QFETCH(int, status);
    QFETCH(QString, errorClass);
    Desk desk;
    desk.door.faults().add({.kind = kind, .status = status, .errorClass = errorClass});
    const Request request = Desk::request("GET", u"/customers"_s);
    const Answer answer = desk.send(request);
    QCOMPARE(answer.status(), status);
    QCOMPARE(answer.errorClass(), errorClass);
    // A Desk keeps no reply that a fault had to do with; these three are meant to be what the API says.
    recordReply(request, answer.reply);
}

QTEST_APPLESS_MAIN(TestSandboxReplies)
#include "tst_sandboxreplies.moc"
