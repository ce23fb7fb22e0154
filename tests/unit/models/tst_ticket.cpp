// SPDX-License-Identifier: Apache-2.0
#include "connections/SummaryReader.h"
#include "support/StoreOf.h"
#include "ticket/Ticket.h"

#include <QRegularExpression>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

TicketFacts factsOf(const RowSpec &spec, const std::vector<api::Consent> &consents = {})
{
    RowStore store;
    fill(store, {spec});
    (void)store.setConsents(consents, api::PackedTime(startOfTime().toSecsSinceEpoch()));
    return {.connection = readSummary(store, 0, u"erika.mustermann@example.com"_s),
            .environment = EnvironmentKind::Test,
            .version = u"1.2.3"_s,
            .now = startOfTime()};
}

RowSpec failedRow()
{
    return {.id = u"111"_s,
            .customer = u"222"_s,
            .bank = u"Fakebank Simple"_s,
            .bankCode = u"fakebank_simple_xf"_s,
            .status = u"inactive"_s,
            .succeededAgo = 48h,
            .attempt = u"777"_s,
            .attemptAgo = 2h,
            .stage = u"finish"_s,
            .finished = true,
            .errorClass = u"InvalidCredentials"_s,
            .failMessage = u"Invalid\ncredentials."_s,
            .failedAgo = 2h - 10s};
}

api::Exchange exchange(api::Method method, const QString &connection, const QString &requestId)
{
    return {.startedAt = startOfTime(),
            .method = method,
            .pathTemplate = u"connections/{}"_s,
            .pathArguments = {connection},
            .query = {},
            .httpStatus = requestId.isEmpty() ? 200 : 404,
            .requestId = requestId,
            .errorClass = requestId.isEmpty() ? QString() : u"ConnectionNotFound"_s,
            .error = requestId.isEmpty() ? std::nullopt : std::optional(api::ErrorKind::Rejected)};
}

} // namespace

class TicketTest : public QObject
{
    Q_OBJECT

private slots:
    void theSubjectIsProviderAndTrouble_data();
    void theSubjectIsProviderAndTrouble();
    void theBodyNamesEveryIdAndTimeInUtc();
    void theBodyNamesNoPerson();
    void theStagesAreTheWholeAttemptsWhereItWasRead();
    void requestsAreOfThisConnectionAndTellSomething();
    void requestsAreFewAndInOrder();
    void aConnectionWithoutAnAttemptIsStillATicket();
    void everyLineIsOneFact();
    void secretsAreRedacted();
};

void TicketTest::theSubjectIsProviderAndTrouble_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("trouble");
    QTest::newRow("a failure") << u"active"_s << u"finish"_s << true << u"ProviderError"_s << u"ProviderError"_s;
    QTest::newRow("a class nobody knows") << u"active"_s << u"finish"_s << true << u"MoonIsFull"_s << u"MoonIsFull"_s;
    QTest::newRow("a question") << u"active"_s << u"interactive"_s << false << QString() << u"waits for an answer"_s;
    QTest::newRow("a run") << u"active"_s << u"fetch_recent"_s << false << QString() << u"attempt is running"_s;
    QTest::newRow("disabled") << u"disabled"_s << u"finish"_s << true << QString() << u"connection is disabled"_s;
    QTest::newRow("healthy") << u"active"_s << u"finish"_s << true << QString() << u"connection is active"_s;
    QTest::newRow("a status nobody knows")
        << u"asleep"_s << u"finish"_s << true << QString() << u"connection is asleep"_s;
}

void TicketTest::theSubjectIsProviderAndTrouble()
{
    QFETCH(const QString, status);
    QFETCH(const QString, stage);
    QFETCH(const bool, finished);
    QFETCH(const QString, errorClass);
    QFETCH(const QString, trouble);
    const RowSpec row{.id = u"1"_s,
                      .status = status,
                      .attempt = u"7"_s,
                      .stage = stage,
                      .finished = finished,
                      .errorClass = errorClass};

    QCOMPARE(ticketFor(factsOf(row)).subject, QString(u"Rabobank (rabobank_nl): "_s + trouble));
}

void TicketTest::theBodyNamesEveryIdAndTimeInUtc()
{
    const QString body = ticketFor(factsOf(failedRow())).body;

    for (const QString &fact :
         QStringList{u"Connection: 111, status inactive"_s, u"Customer: 222"_s,
                     u"Provider: fakebank_simple_xf, country NL"_s, u"Attempt: 777"_s, u"InvalidCredentials"_s,
                     u"Message: Invalid credentials."_s, u"with Saltdesk 1.2.3"_s, u"API v5, test"_s,
                     u"Last success: "_s + startOfTime().addSecs(-48 * 3600).toUTC().toString(Qt::ISODate)}) {
        QVERIFY2(body.contains(fact), qPrintable(fact + u'\n' + body));
    }
}

void TicketTest::theBodyNamesNoPerson()
{
    QVERIFY(!ticketFor(factsOf(failedRow())).text().contains("erika"_L1));
}

void TicketTest::theStagesAreTheWholeAttemptsWhereItWasRead()
{
    TicketFacts facts = factsOf(failedRow());
    QCOMPARE(ticketFor(facts).body.count("  finish\n"_L1), 1);
    QVERIFY(!ticketFor(facts).body.contains("  connect\n"_L1));

    api::Attempt attempt;
    attempt.consentId = api::ConsentId(u"555"_s);
    attempt.fetchScopes = QStringList{u"accounts"_s, u"transactions"_s};
    std::vector<api::Stage> stages;
    for (const QString &name : {u"start"_s, u"connect"_s, u"finish"_s}) {
        api::Stage stage;
        stage.name.text = name;
        stage.createdAt = startOfTime();
        stages.push_back(stage);
    }
    attempt.stages = stages;
    facts.attempt = attempt;
    const QString body = ticketFor(facts).body;
    QVERIFY(body.indexOf("  start\n"_L1) < body.indexOf("  connect\n"_L1));
    QVERIFY(body.indexOf("  connect\n"_L1) < body.indexOf("  finish\n"_L1));
    QVERIFY(body.contains("Consent: 555"_L1) && body.contains("Scopes: accounts, transactions"_L1));
}

void TicketTest::requestsAreOfThisConnectionAndTellSomething()
{
    TicketFacts facts = factsOf(failedRow());
    facts.exchanges = {exchange(api::Method::Get, u"111"_s, u"request-a"_s), exchange(api::Method::Get, u"111"_s, {}),
                       exchange(api::Method::Put, u"111"_s, {}), exchange(api::Method::Get, u"999"_s, u"request-b"_s)};
    const QString body = ticketFor(facts).body;
    QVERIFY(body.contains("GET  connections/111  404  ConnectionNotFound  request id request-a"_L1));
    QVERIFY(body.contains("PUT  connections/111  200"_L1));
    QCOMPARE(body.count("connections/111"_L1), 2);
    QVERIFY(!body.contains("request-b"_L1));
}

void TicketTest::requestsAreFewAndInOrder()
{
    TicketFacts facts = factsOf(failedRow());
    for (int i = 0; i < 50; ++i) {
        facts.exchanges.push_back(exchange(api::Method::Get, u"111"_s, u"request-%1."_s.arg(i)));
    }
    const QString body = ticketFor(facts).body;
    QCOMPARE(body.count("request id"_L1), mostRequestsInTicket);
    // The newest is told last.
    QVERIFY(body.indexOf("request-0."_L1) > body.indexOf("request-9."_L1));
}

void TicketTest::aConnectionWithoutAnAttemptIsStillATicket()
{
    const RowSpec row{.id = u"1"_s, .succeededAgo = {}, .attemptAgo = {}};
    const QString body = ticketFor(factsOf(row)).body;
    QVERIFY(body.contains("No attempt yet."_L1));
    QVERIFY(body.contains("Last success: never"_L1));
    QVERIFY(body.contains("Next refresh possible: not known"_L1));
}

void TicketTest::everyLineIsOneFact()
{
    RowSpec row = failedRow();
    row.bank = u"Bank\nConnection: 666"_s;
    row.errorClass = u"A\nSubject: B"_s;
    const QStringList lines = ticketFor(factsOf(row)).text().split(u'\n');
    QCOMPARE(lines.filter(QRegularExpression(u"^Connection: "_s)).size(), 1);
    QVERIFY(lines.filter(QRegularExpression(u"^Subject: "_s)).isEmpty());
}

void TicketTest::secretsAreRedacted()
{
    RowSpec row = failedRow();
    row.failMessage = u"bad \"secret\":\"abcdefgh12345678\" and Authorization: Bearer abcdefgh12345678"_s;
    QVERIFY2(!ticketFor(factsOf(row)).text().contains("abcdefgh12345678"_L1),
             qPrintable(ticketFor(factsOf(row)).text()));
}

QTEST_GUILESS_MAIN(TicketTest)
#include "tst_ticket.moc"
