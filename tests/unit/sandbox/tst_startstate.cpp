// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "state/StartState.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class StartStateTest : public QObject
{
    Q_OBJECT

private slots:
    void theDemoCustomerShowsTheDrawing_data();
    void theDemoCustomerShowsTheDrawing();
    void theDemoTimesAreThoseOfTheDrawing();
    void everySituationIsMet_data();
    void everySituationIsMet();
    void everyStageIsSeenRunning();
    void everyFailClassIsSeen();
    void manyAreMany();
    void aBankFailsAtSeveralCustomers();
    void everyKindOfQuestionIsWaiting_data();
    void everyKindOfQuestionIsWaiting();
    void theConsentsOfTheFailuresFit();
    void everyObjectIsWhole();
    void idsAreTheSameAfterEveryStart();
    void allTimesAreRelativeToTheStart();
    void nothingLiesInTheFuture();
};

void StartStateTest::theDemoCustomerShowsTheDrawing_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("failClass");
    const QString active = u"active"_s;
    const QString finish = u"finish"_s;
    QTest::newRow("needs you") << 0 << u"Fakebank Simple"_s << u"XF"_s << u"inactive"_s << finish
                               << u"InvalidCredentials"_s;
    QTest::newRow("asks") << 1 << u"Fake Bank with SMS"_s << u"XF"_s << active << u"interactive"_s << QString();
    QTest::newRow("fetching") << 2 << u"Demobank"_s << u"XF"_s << active << u"fetch_recent"_s << QString();
    QTest::newRow("expiring") << 3 << u"Banca Transilvania"_s << u"RO"_s << active << finish << QString();
    QTest::newRow("healthy") << 4 << u"Rabobank"_s << u"NL"_s << active << finish << QString();
    QTest::newRow("healthy too") << 5 << u"Revolut"_s << u"LT"_s << active << finish << QString();
    QTest::newRow("disabled") << 6 << u"Old Savings Bank"_s << u"DE"_s << u"disabled"_s << finish
                              << u"ProviderDisabled"_s;
}

void StartStateTest::theDemoCustomerShowsTheDrawing()
{
    QFETCH(int, row);
    Desk desk;
    QCOMPARE(desk.customer(StartState::demoCustomer()), Desk::demoId());
    const QJsonObject connection = desk.get(u"/connections?customer_id="_s + Desk::demoId()).rows()[row].toObject();
    QTEST(connection.value("provider_name"_L1).toString(), "bank");
    QTEST(connection.value("country_code"_L1).toString(), "country");
    QTEST(connection.value("status"_L1).toString(), "status");
    const QJsonObject attempt = connection.value("last_attempt"_L1).toObject();
    QTEST(attempt.value("last_stage"_L1).toObject().value("name"_L1).toString(), "stage");
    QTEST(attempt.value("fail_error_class"_L1).toString(), "failClass");
}

void StartStateTest::theDemoTimesAreThoseOfTheDrawing()
{
    Desk desk;
    const QJsonArray rows = desk.get(u"/connections?customer_id="_s + Desk::demoId()).rows();
    const auto text = [&](int row, const char *name) {
        return rows[row].toObject().value(QLatin1String(name)).toString();
    };
    QCOMPARE(text(3, "next_refresh_possible_at"), u"2026-11-23T00:12:00Z"_s);
    QCOMPARE(text(4, "last_success_at"), u"2026-11-22T23:48:00Z"_s);
    QCOMPARE(text(4, "next_refresh_possible_at"), u"2026-11-23T00:48:00Z"_s);
    QCOMPARE(text(5, "next_refresh_possible_at"), u"2026-11-23T00:29:00Z"_s);
    QVERIFY(rows[6].toObject().value("next_refresh_possible_at"_L1).isNull());
    const Answer attempts = desk.get(u"/attempts?connection_id="_s + Desk::refusedId());
    const QJsonArray stages = attempts.rows().last().toObject().value("stages"_L1).toArray();
    QCOMPARE(stages.size(), 3);
    const QJsonObject banca = desk.get(u"/consents?customer_id="_s + Desk::demoId()).rows()[3].toObject();
    QCOMPARE(banca.value("expires_at"_L1), u"2026-11-26T06:00:00Z"_s);
}

void StartStateTest::everySituationIsMet_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *who, const char *member, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromUtf8(who) << QString::fromLatin1(member) << value;
    };
    row("healthy", "helpdesk-000101", "status", u"active"_s);
    row("refused", "helpdesk-000102", "status", u"inactive"_s);
    row("too early", "helpdesk-000105", "next_refresh_possible_at", u"2026-11-23T00:57:00Z"_s);
    row("disabled", "helpdesk-000109", "status", u"disabled"_s);
    row("stale", "helpdesk-000110", "last_success_at", u"2026-10-14T00:00:00Z"_s);
    row("never", "helpdesk-000111", "last_success_at", QJsonValue());
    row("forgetful", "helpdesk-000121", "store_credentials", false);
    row("long name",
        "helpdesk-000115-very-long-identifier-very-long-identifier-very-long-identifier-"
        "very-long-identifier-very-long-identifier-end",
        "provider_code", u"raiffeisen_muensterland_de"_s);
    row("right to left", "%D8%B9%D9%85%D9%8A%D9%84-000116", "provider_name", u"مصرف الواحة التعاوني"_s);
    row("emoji", "helpdesk-000117%20%F0%9F%91%A9%E2%80%8D%F0%9F%92%BB", "provider_name", u"さくら信用金庫 🌸"_s);
}

void StartStateTest::everySituationIsMet()
{
    QFETCH(QString, identifier);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    Desk desk;
    const Answer answer = desk.get(u"/connections?customer_id="_s + desk.customer(identifier));
    QVERIFY(!answer.rows().isEmpty());
    QCOMPARE(answer.rows().first().toObject().value(member), value);
}

static QStringList stagesOf(Desk &desk)
{
    QStringList stages;
    for (const auto &row : desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000103"_s)).rows()) {
        const QJsonObject attempt = row.toObject().value("last_attempt"_L1).toObject();
        stages.append(attempt.value("last_stage"_L1).toObject().value("name"_L1).toString());
    }
    return stages;
}

void StartStateTest::everyStageIsSeenRunning()
{
    Desk desk;
    const QStringList all{u"start"_s,        u"connect"_s,    u"fetch_accounts"_s,
                          u"fetch_recent"_s, u"fetch_full"_s, u"disconnect"_s};
    QCOMPARE(stagesOf(desk), all);
    desk.pass(std::chrono::seconds(10));
    QCOMPARE(stagesOf(desk), all);
    desk.pass(std::chrono::hours(1));
    QCOMPARE(stagesOf(desk), QStringList(all.size(), u"finish"_s));
}

void StartStateTest::everyFailClassIsSeen()
{
    Desk desk;
    QSet<QString> classes;
    for (const auto &row : desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000122"_s)).rows()) {
        classes.insert(row.toObject().value("last_attempt"_L1).toObject().value("fail_error_class"_L1).toString());
    }
    QCOMPARE(classes.size(), 14);
}

void StartStateTest::manyAreMany()
{
    Desk desk;
    QCOMPARE(desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000114"_s)).rows().size(), 60);
    QCOMPARE(desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000112"_s)).rows().size(), 0);
}

void StartStateTest::aBankFailsAtSeveralCustomers()
{
    Desk desk;
    for (const QString &who : {u"helpdesk-000118"_s, u"helpdesk-000119"_s, u"helpdesk-000120"_s}) {
        const QString id = desk.connection(who, u"northern_harbour_bank_gb"_s);
        QCOMPARE(desk.get(u"/connections/"_s + id).attempt().value("fail_error_class"_L1), u"ProviderUnavailable"_s);
        QCOMPARE(desk.put(u"/connections/%1/refresh"_s.arg(id), "{}").status(), 200);
        desk.pass(std::chrono::minutes(1));
        QCOMPARE(desk.get(u"/connections/"_s + id).attempt().value("fail_error_class"_L1), u"ProviderUnavailable"_s);
    }
}

void StartStateTest::everyKindOfQuestionIsWaiting_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QJsonArray>("fields");
    QTest::addColumn<QJsonObject>("answer");
    QTest::newRow("captcha") << u"helpdesk-000124"_s << QJsonArray{u"image"_s} << QJsonObject{{u"image"_s, u"7RK4M"_s}};
    QTest::newRow("choice") << u"helpdesk-000125"_s << QJsonArray{u"accounts"_s}
                            << QJsonObject{{u"accounts"_s, QJsonArray{u"service_acc_guid2"_s}}};
    QTest::newRow("approval") << u"helpdesk-000126"_s << QJsonArray() << QJsonObject();
    QTest::newRow("second step") << u"helpdesk-000127"_s << QJsonArray{u"pin"_s} << QJsonObject{{u"pin"_s, u"4711"_s}};
}

void StartStateTest::everyKindOfQuestionIsWaiting()
{
    QFETCH(QString, identifier);
    QFETCH(QJsonArray, fields);
    QFETCH(QJsonObject, answer);
    Desk desk;
    desk.pass(std::chrono::hours(11));
    const QJsonArray rows = desk.get(u"/connections?customer_id="_s + desk.customer(identifier)).rows();
    QCOMPARE(rows.size(), 1);
    const QString path = u"/connections/"_s + rows.first().toObject().value("id"_L1).toString();
    const QJsonObject stage = desk.get(path).attempt().value("last_stage"_L1).toObject();
    QCOMPARE(stage.value("name"_L1), u"interactive"_s);
    QCOMPARE(stage.value("interactive_fields_names"_L1).toArray(), fields);
    QCOMPARE(desk.putData(path + u"/interactive"_s, {{u"credentials"_s, answer}}).status(), 200);
    desk.pass(std::chrono::minutes(1));
    QVERIFY(desk.get(path).attempt().value("success_at"_L1).isString());
}

void StartStateTest::theConsentsOfTheFailuresFit()
{
    Desk desk;
    for (const auto &row : desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000122"_s)).rows()) {
        const QJsonObject connection = row.toObject();
        const QString failure = connection.value("last_attempt"_L1).toObject().value("fail_error_class"_L1).toString();
        const QJsonObject consent =
            desk.get(u"/consents?connection_id="_s + connection.value("id"_L1).toString()).rows().last().toObject();
        const bool over = failure.startsWith(u"AispConsent"_s);
        QCOMPARE(consent.value("status"_L1), over ? u"revoked"_s : u"active"_s);
        QCOMPARE(consent.value("revoked_at"_L1).isString(), over);
    }
}

void StartStateTest::everyObjectIsWhole()
{
    Desk desk;
    for (const auto &customer : desk.get(u"/customers"_s).rows()) {
        const QString owner = customer.toObject().value("id"_L1).toString();
        for (const auto &row : desk.get(u"/connections?customer_id="_s + owner).rows()) {
            const QString id = row.toObject().value("id"_L1).toString();
            QVERIFY(id.size() == 18 || id.size() == 19);
            const Answer consents = desk.get(u"/consents?connection_id="_s + id);
            QCOMPARE(consents.rows().last().toObject().value("id"_L1), row.toObject().value("last_consent_id"_L1));
            for (const auto &attempt : desk.get(u"/attempts?connection_id="_s + id).rows()) {
                const QJsonArray stages = attempt.toObject().value("stages"_L1).toArray();
                QCOMPARE(stages.first().toObject().value("name"_L1), u"start"_s);
                const bool finished = attempt.toObject().value("finished"_L1).toBool();
                QCOMPARE(stages.last().toObject().value("name"_L1) == u"finish"_s, finished);
            }
        }
    }
}

void StartStateTest::idsAreTheSameAfterEveryStart()
{
    Desk first;
    Desk second;
    second.pass(std::chrono::days(3));
    QCOMPARE(first.get(u"/customers"_s).rows().size(), second.get(u"/customers"_s).rows().size());
    for (const QString &path : QStringList{u"/customers"_s, u"/connections?customer_id="_s + Desk::demoId()}) {
        const QJsonArray a = first.get(path).rows();
        const QJsonArray b = second.get(path).rows();
        for (int i = 0; i < a.size(); ++i) {
            QCOMPARE(a[i].toObject().value("id"_L1), b[i].toObject().value("id"_L1));
            QCOMPARE(a[i].toObject().value("secret"_L1), b[i].toObject().value("secret"_L1));
        }
    }
}

void StartStateTest::allTimesAreRelativeToTheStart()
{
    ServerOptions later;
    const auto clock = std::make_shared<ManualClock>(Desk::start + std::chrono::days(1000));
    later.appId = u"app"_s;
    later.secret = u"secret"_s;
    later.clock = clock;
    FrontDoor door(later);
    const Reply reply = door.answer(Desk::request("GET", u"/connections?customer_id="_s + Desk::demoId()));
    const QJsonArray rows = QJsonDocument::fromJson(reply.body).object().value("data"_L1).toArray();
    QCOMPARE(rows[4].toObject().value("last_success_at"_L1), u"2029-08-18T23:48:00Z"_s);
}

void StartStateTest::nothingLiesInTheFuture()
{
    Desk desk;
    for (const auto &customer : desk.get(u"/customers"_s).rows()) {
        const QString owner = customer.toObject().value("id"_L1).toString();
        for (const auto &row : desk.get(u"/connections?customer_id="_s + owner).rows()) {
            for (const char *member : {"created_at", "updated_at", "last_success_at"}) {
                const QString at = row.toObject().value(QLatin1String(member)).toString();
                QVERIFY2(at <= u"2026-11-23T00:00:00Z"_s, qPrintable(at));
            }
        }
    }
}

QTEST_APPLESS_MAIN(StartStateTest)
#include "tst_startstate.moc"
