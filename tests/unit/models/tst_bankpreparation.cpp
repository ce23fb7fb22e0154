// SPDX-License-Identifier: Apache-2.0
#include "connecting/BankPreparation.h"
#include "support/Bench.h"
#include "testing/Intervals.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

FakeAnswer bankAnswer(const QByteArray &name = "Bank")
{
    return json(R"({"data":{"id":"1","code":"bank_code","name":")" + name + R"(","max_consent_days":90}})");
}

QByteArray consentJson(const QByteArray &id, const QByteArray &scope)
{
    return R"({"id":")" + id + R"(","connection_id":"11","status":"active","scopes":[")" + scope +
           R"("],"period_days":30,"from_date":"2026-09-01"})";
}

FakeAnswer consentsAnswer(const QList<QByteArray> &consents, const QByteArray &nextId = "null")
{
    return json(R"({"data":[)" + consents.join(',') + R"(],"meta":{"next_id":)" + nextId + "}}");
}

FakeAnswer connectionAnswer(const QByteArray &lastConsent = "\"51\"")
{
    return json(R"({"data":{"id":"11","customer_id":"22","provider_code":"bank_code","country_code":"NL",)"
                R"("daily_refresh":true,"categorization":"business","last_consent_id":)" +
                lastConsent + R"(,"last_attempt":{"id":"77","locale":"nl","finished":true}}})");
}

ConnectionSummary summary(const QString &country = u"NL"_s)
{
    ConnectionSummary row;
    row.id = api::ConnectionId(u"11"_s);
    row.customerId = api::CustomerId(u"22"_s);
    row.providerCode = u"bank_code"_s;
    row.countryCode = country;
    return row;
}

ConnectionChoices newChoices(const QString &country = u"NL"_s, const QString &code = u"bank_code"_s)
{
    ConnectionChoices choices;
    choices.customer = api::CustomerId(u"22"_s);
    choices.countryCode = country;
    choices.providerCode = code;
    return choices;
}

struct Scene
{
    Scene()
        : preparation(std::make_unique<BankPreparation>(bench.client))
        , ready(preparation.get(), &BankPreparation::ready)
        , failed(preparation.get(), &BankPreparation::failed)
    {
        bench.network.on("GET /providers/bank_code", bankAnswer());
        bench.network.on("GET /connections/11", connectionAnswer());
        bench.network.on("GET /consents", consentsAnswer({consentJson("51", "account_details")}));
    }
    [[nodiscard]] QString scope() const { return preparation->choices().consent.scopes.join(u'+'); }

    Bench bench;
    std::unique_ptr<BankPreparation> preparation;
    QSignalSpy ready;
    QSignalSpy failed;
};

api::Connection connection(const api::Attempt &attempt = {})
{
    api::Connection connection;
    connection.id = api::ConnectionId(u"11"_s);
    connection.customerId = api::CustomerId(u"22"_s);
    connection.providerCode = u"bank_code"_s;
    connection.countryCode = u"NL"_s;
    connection.lastAttempt = attempt;
    return connection;
}

} // namespace

class BankPreparationTest : public QObject
{
    Q_OBJECT

private slots:
    void lastChoicesNameTheConnection();
    void lastChoicesTakeOverTheConsent();
    void withoutConsentNothingIsAgreed();
    void anEndlessConsentStaysEndless();
    void lastChoicesTakeOverTheAttempt_data();
    void lastChoicesTakeOverTheAttempt();
    void datesOfTheAttemptAreOver();
    void lastChoicesTakeOverTheFlags_data();
    void lastChoicesTakeOverTheFlags();
    void aNewBankNeedsItsFormOnly();
    void onlyAFakeBankIsAskedForAsOne();
    void theProfilesLanguageIsAskedForUnlessTheLastAttemptHadOne_data();
    void theProfilesLanguageIsAskedForUnlessTheLastAttemptHadOne();
    void aReconnectBeginsWithTheLastConsent();
    void theConsentInForceDecidesElseTheLastListed_data();
    void theConsentInForceDecidesElseTheLastListed();
    void allPagesOfConsentsAreRead();
    void onlyTheBankIsIndispensable_data();
    void onlyTheBankIsIndispensable();
    void withoutTheBankItFails();
    void preparingAnotherForgetsTheLast();
    void aBankThatCannotBeReadIsNotTheOneBefore();
    void itMayBeAskedFromItsOwnSignal();
    void destroyingItWhileItReadsIsHarmless();
};

void BankPreparationTest::lastChoicesNameTheConnection()
{
    const ConnectionChoices choices = lastChoices(connection(), nullptr);
    QVERIFY(choices.isReconnect());
    QCOMPARE(choices.reconnects->toString(), u"11"_s);
    QCOMPARE(choices.customer.toString(), u"22"_s);
    QCOMPARE(choices.providerCode, u"bank_code"_s);
    QCOMPARE(choices.countryCode, u"NL"_s);
    QVERIFY(!choices.overrideCredentials);
    QVERIFY(!choices.fileUrl);
}

void BankPreparationTest::lastChoicesTakeOverTheConsent()
{
    api::Consent consent;
    consent.scopes = QStringList{u"account_details"_s, u"transactions_details"_s};
    consent.fromDate = QDate(2026, 9, 1);
    consent.periodDays = 30;
    const ConnectionChoices choices = lastChoices(connection(), &consent);
    QCOMPARE(choices.consent.scopes, consent.scopes.value());
    QCOMPARE(*choices.consent.fromDate, QDate(2026, 9, 1));
    QCOMPARE(*choices.consent.periodDays, 30);
}

void BankPreparationTest::withoutConsentNothingIsAgreed()
{
    const ConnectionChoices choices = lastChoices(connection(), nullptr);
    QVERIFY(choices.consent.scopes.isEmpty());
    QVERIFY(!choices.consent.fromDate);
    QVERIFY(!choices.consent.periodDays);
}

void BankPreparationTest::anEndlessConsentStaysEndless()
{
    api::Consent consent;
    consent.scopes = QStringList{u"account_details"_s};
    consent.periodDays = api::Member<qint64>::null();
    consent.fromDate = api::Member<QDate>::null();
    const ConnectionChoices choices = lastChoices(connection(), &consent);
    QVERIFY(!choices.consent.periodDays);
    QVERIFY(!choices.consent.fromDate);
}

void BankPreparationTest::lastChoicesTakeOverTheAttempt_data()
{
    QTest::addColumn<api::Attempt>("attempt");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("forgetsCredentials");
    QTest::addColumn<QJsonObject>("fields");
    const auto row = [](const char *name, void (*set)(api::Attempt &), const QString &locale = {}, bool forgets = false,
                        const QJsonObject &fields = {}) {
        api::Attempt attempt;
        set(attempt);
        QTest::newRow(name) << attempt << locale << forgets << fields;
    };
    row("nothing", [](api::Attempt &) {});
    row(
        "another language", [](api::Attempt &a) { a.locale = u"nl"_s; }, u"nl"_s);
    row("the usual language", [](api::Attempt &a) { a.locale = u"en"_s; });
    row("no language", [](api::Attempt &a) { a.locale = QString(); });
    row(
        "credentials were not kept", [](api::Attempt &a) { a.storeCredentials = false; }, {}, true);
    row("credentials were kept", [](api::Attempt &a) { a.storeCredentials = true; });
    row("own fields", [](api::Attempt &a) { a.customFields = QByteArray(R"({"ticket":"7"})"); }, {}, false,
        {{u"ticket"_s, u"7"_s}});
    row("no own fields", [](api::Attempt &a) { a.customFields = QByteArray("{}"); });
    row("own fields of another shape", [](api::Attempt &a) { a.customFields = QByteArray("[1]"); });
}

void BankPreparationTest::lastChoicesTakeOverTheAttempt()
{
    QFETCH(api::Attempt, attempt);
    QFETCH(bool, forgetsCredentials);
    QFETCH(QJsonObject, fields);
    const api::AttemptRequest request = lastChoices(connection(attempt), nullptr).attempt;
    QTEST(request.locale.value_or(QString()), "locale");
    QCOMPARE(request.storeCredentials.has_value(), forgetsCredentials);
    QVERIFY(!request.storeCredentials.value_or(false));
    QCOMPARE(request.customFields.has_value(), !fields.isEmpty());
    QCOMPARE(request.customFields.value_or(QJsonObject()), fields);
}

void BankPreparationTest::datesOfTheAttemptAreOver()
{
    api::Attempt attempt;
    attempt.fromDate = QDate(2026, 1, 1);
    attempt.toDate = QDate(2026, 2, 1);
    attempt.userPresent = true;
    attempt.excludeAccounts = QStringList{u"5"_s};
    attempt.returnTo = u"http://127.0.0.1:1/return/old"_s;
    const ConnectionChoices choices = lastChoices(connection(attempt), nullptr);
    QVERIFY(!choices.attempt.fromDate);
    QVERIFY(!choices.attempt.toDate);
    QVERIFY(!choices.attempt.userPresent);
    QVERIFY(!choices.attempt.excludeAccounts);
    QVERIFY(!choices.attempt.returnTo);
}

void BankPreparationTest::lastChoicesTakeOverTheFlags_data()
{
    QTest::addColumn<bool>("daily");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("daily, business") << true << u"business"_s << u"business"_s;
    QTest::newRow("not daily, personal is usual") << false << u"personal"_s << QString();
    QTest::newRow("none") << false << u"none"_s << u"none"_s;
    QTest::newRow("not told") << false << QString() << QString();
}

void BankPreparationTest::lastChoicesTakeOverTheFlags()
{
    QFETCH(bool, daily);
    QFETCH(QString, kind);
    api::Connection last = connection();
    last.dailyRefresh = daily;
    last.categorization = kind;
    const api::FetchOptions options = lastChoices(last, nullptr).options;
    QCOMPARE(options.dailyRefresh.value_or(false), daily);
    QCOMPARE(options.dailyRefresh.has_value(), daily);
    QTEST(options.categorization.value_or(QString()), "chosen");
}

void BankPreparationTest::aNewBankNeedsItsFormOnly()
{
    Scene scene;
    ConnectionChoices choices = newChoices();
    choices.reconnects = api::ConnectionId(u"99"_s);
    scene.preparation->prepareNew(choices);
    QVERIFY(scene.preparation->isRunning());
    QCOMPARE(scene.ready.size(), qsizetype{0});
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QVERIFY(!scene.preparation->isRunning());
    QCOMPARE(scene.preparation->bank().name.value(), u"Bank"_s);
    QVERIFY(!scene.preparation->choices().isReconnect());
    QCOMPARE(scene.preparation->choices().customer.toString(), u"22"_s);
    QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /providers/bank_code"_s});
}

void BankPreparationTest::onlyAFakeBankIsAskedForAsOne()
{
    Scene scene;
    scene.preparation->prepareNew(newChoices(u"XF"_s));
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /providers/bank_code?include_fake_providers=true"_s});
}

void BankPreparationTest::theProfilesLanguageIsAskedForUnlessTheLastAttemptHadOne_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("asked");
    QTest::newRow("neither") << QString() << QString() << QString();
    QTest::newRow("the profile's") << u"de"_s << QString() << u"de"_s;
    QTest::newRow("the last attempt's") << u"de"_s << u"fr"_s << u"fr"_s;
    QTest::newRow("the last attempt's alone") << QString() << u"fr"_s << u"fr"_s;
}

void BankPreparationTest::theProfilesLanguageIsAskedForUnlessTheLastAttemptHadOne()
{
    QFETCH(const QString, profile);
    QFETCH(const QString, last);
    QFETCH(const QString, asked);
    Bench bench;
    bench.network.on("GET /providers/bank_code", bankAnswer());
    BankPreparation preparation(bench.client, profile);
    QSignalSpy ready(&preparation, &BankPreparation::ready);
    ConnectionChoices choices = newChoices();
    if (!last.isEmpty()) {
        choices.attempt.locale = last;
    }
    preparation.prepareNew(choices);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(preparation.choices().attempt.locale.value_or(QString()), asked);
}

void BankPreparationTest::aReconnectBeginsWithTheLastConsent()
{
    Scene scene;
    scene.preparation->prepareReconnect(summary());
    QVERIFY(scene.preparation->isRunning());
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    const ConnectionChoices &choices = scene.preparation->choices();
    QCOMPARE(choices.reconnects->toString(), u"11"_s);
    QCOMPARE(choices.consent.scopes, QStringList{u"account_details"_s});
    QCOMPARE(*choices.consent.periodDays, 30);
    QCOMPARE(*choices.attempt.locale, u"nl"_s);
    QVERIFY(*choices.options.dailyRefresh);
    QCOMPARE(*choices.options.categorization, u"business"_s);
    QCOMPARE(scene.bench.network.sent(), QStringList({u"GET /providers/bank_code"_s, u"GET /connections/11"_s,
                                                      u"GET /consents?connection_id=11"_s}));
}

void BankPreparationTest::theConsentInForceDecidesElseTheLastListed_data()
{
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<QString>("scope");
    QTest::newRow("the one that the connection names") << QByteArray("\"51\"") << u"account_details"_s;
    QTest::newRow("null: the last listed") << QByteArray("null") << u"holder_information"_s;
    QTest::newRow("one that is not listed: the last listed") << QByteArray("\"99\"") << u"holder_information"_s;
}

void BankPreparationTest::theConsentInForceDecidesElseTheLastListed()
{
    QFETCH(QByteArray, last);
    Scene scene;
    scene.bench.network.on("GET /connections/11", connectionAnswer(last));
    scene.bench.network.on("GET /consents", consentsAnswer({consentJson("51", "account_details"),
                                                            consentJson("52", "holder_information")}));
    scene.preparation->prepareReconnect(summary());
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QTEST(scene.scope(), "scope");
}

void BankPreparationTest::allPagesOfConsentsAreRead()
{
    Scene scene;
    scene.bench.network.onTurns("GET /consents", {consentsAnswer({consentJson("50", "holder_information")}, "\"51\""),
                                                  consentsAnswer({consentJson("51", "account_details")})});
    scene.preparation->prepareReconnect(summary());
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QCOMPARE(scene.scope(), u"account_details"_s);
}

void BankPreparationTest::onlyTheBankIsIndispensable_data()
{
    QTest::addColumn<QByteArray>("route");
    QTest::addColumn<QString>("locale");
    QTest::newRow("the connection can't be read") << QByteArray("GET /connections/11") << QString();
    QTest::newRow("the consents can't be read") << QByteArray("GET /consents") << u"nl"_s;
}

void BankPreparationTest::onlyTheBankIsIndispensable()
{
    QFETCH(QByteArray, route);
    Scene scene;
    scene.bench.network.on(route, apiError("ClientDisabled", 403));
    scene.preparation->prepareReconnect(summary());
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QCOMPARE(scene.failed.size(), qsizetype{0});
    const ConnectionChoices &choices = scene.preparation->choices();
    QCOMPARE(choices.reconnects->toString(), u"11"_s);
    QCOMPARE(choices.customer.toString(), u"22"_s);
    QCOMPARE(choices.providerCode, u"bank_code"_s);
    QVERIFY(choices.consent.scopes.isEmpty());
    QTEST(choices.attempt.locale.value_or(QString()), "locale");
}

void BankPreparationTest::withoutTheBankItFails()
{
    Scene scene;
    scene.bench.network.on("GET /providers/bank_code", apiError("ProviderNotFound", 404));
    scene.preparation->prepareReconnect(summary());
    QTRY_COMPARE(scene.failed.size(), qsizetype{1});
    QCOMPARE(scene.failed[0][0].value<api::ApiError>().errorClass, u"ProviderNotFound"_s);
    QVERIFY(!scene.preparation->isRunning());
    QCOMPARE(scene.ready.size(), qsizetype{0});
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
}

void BankPreparationTest::preparingAnotherForgetsTheLast()
{
    Scene scene;
    scene.bench.network.on("GET /providers/other_code", json(R"({"data":{"id":"2","code":"other_code"}})"));
    scene.preparation->prepareReconnect(summary());
    scene.preparation->prepareNew(newChoices(u"DE"_s, u"other_code"_s));
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    QTRY_COMPARE(scene.bench.client.activeRequests(), 0);
    QVERIFY(passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(scene.ready.size(), qsizetype{1});
    QCOMPARE(scene.preparation->bank().code, u"other_code"_s);
    QCOMPARE(scene.preparation->choices().countryCode, u"DE"_s);
    QVERIFY(!scene.preparation->choices().isReconnect());
}

void BankPreparationTest::aBankThatCannotBeReadIsNotTheOneBefore()
{
    Scene scene;
    scene.bench.network.on("GET /providers/other_code", apiError("ClientDisabled", 403));
    scene.preparation->prepareNew(newChoices());
    QTRY_COMPARE(scene.ready.size(), qsizetype{1});
    scene.preparation->prepareNew(newChoices(u"DE"_s, u"other_code"_s));
    QTRY_COMPARE(scene.failed.size(), qsizetype{1});
    QCOMPARE(scene.preparation->choices().providerCode, u"other_code"_s);
    // BankPreparation.h: preparing another forgets the last. Whoever asks bank() now gets one bank's form and terms
    // with another bank's choices: what the customer types for the one would be sent to the other.
    QVERIFY(scene.preparation->bank().code.isEmpty());
}

void BankPreparationTest::itMayBeAskedFromItsOwnSignal()
{
    Scene scene;
    connect(
        scene.preparation.get(), &BankPreparation::ready, this,
        [&scene] { scene.preparation->prepareReconnect(summary()); }, Qt::SingleShotConnection);
    scene.preparation->prepareReconnect(summary());
    QTRY_COMPARE(scene.ready.size(), qsizetype{2});
    QVERIFY(!scene.preparation->isRunning());
    QCOMPARE(scene.scope(), u"account_details"_s);
}

void BankPreparationTest::destroyingItWhileItReadsIsHarmless()
{
    for (const QByteArray &route :
         {QByteArray("GET /providers/bank_code"), QByteArray("GET /connections/11"), QByteArray("GET /consents")}) {
        Scene scene;
        scene.bench.network.on(route, silence());
        scene.preparation->prepareReconnect(summary());
        QTRY_COMPARE(scene.bench.network.open(), 1);
        scene.preparation.reset();
        QVERIFY(passIntervals(std::chrono::milliseconds{1}));
        QCOMPARE(scene.ready.size() + scene.failed.size(), qsizetype{0});
    }
}

QTEST_GUILESS_MAIN(BankPreparationTest)
#include "tst_bankpreparation.moc"
