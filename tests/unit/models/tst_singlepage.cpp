// SPDX-License-Identifier: Apache-2.0
#include "connections/SinglePage.h"
#include "support/Answers.h"

#include "codec/ConnectionDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QString textOf(const api::ConnectionPage &page, api::TextIndex index)
{
    return QString::fromStdString(std::string(page.texts.text(index)));
}

} // namespace

class SinglePageTest : public QObject
{
    Q_OBJECT

private slots:
    void aShownConnectionIsTheRowOfTheList_data();
    void aShownConnectionIsTheRowOfTheList();
    void membersThatAreMissingAreEmpty();
    void nothingOfTheSecretIsInThePage();
};

void SinglePageTest::aShownConnectionIsTheRowOfTheList_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("attempt");
    QTest::newRow("healthy") << u"11"_s << u"finish"_s << QString() << u"77"_s;
    QTest::newRow("failed") << u"11"_s << u"finish"_s << u"ProviderError"_s << u"77"_s;
    QTest::newRow("asks") << u"9223372036854775807"_s << u"interactive"_s << QString() << u"77"_s;
    QTest::newRow("unknown stage") << u"conn-a"_s << u"teleport"_s << QString() << u"att-b"_s;
    QTest::newRow("never attempted") << u"11"_s << QString() << QString() << QString();
}

/// The decoder's own page is the reference: show and list must not tell two stories of one connection.
void SinglePageTest::aShownConnectionIsTheRowOfTheList()
{
    QFETCH(QString, id);
    QFETCH(QString, stage);
    QFETCH(QString, errorClass);
    QFETCH(QString, attempt);
    const ConnectionJson connection{.id = id, .attempt = attempt, .stage = stage, .errorClass = errorClass};
    const auto listed = api::decodeConnectionPage(listAnswer({connection}).body);
    const auto shown = api::decodeConnection(connection.answer().body);
    QVERIFY(listed && shown);
    const api::ConnectionPage page = singlePage(shown->connection);
    const api::ConnectionRow &a = page.rows.front();
    const api::ConnectionRow &b = listed->rows.front();
    QCOMPARE(a.id.text(page.texts), b.id.text(listed->texts));
    QCOMPARE(a.customerId.text(page.texts), b.customerId.text(listed->texts));
    QCOMPARE(a.attemptId.text(page.texts), b.attemptId.text(listed->texts));
    QCOMPARE(a.stageId.text(page.texts), b.stageId.text(listed->texts));
    QCOMPARE(textOf(page, a.providerName), textOf(*listed, b.providerName));
    QCOMPARE(textOf(page, a.providerCode), textOf(*listed, b.providerCode));
    QCOMPARE(textOf(page, a.countryCode), textOf(*listed, b.countryCode));
    QCOMPARE(textOf(page, a.statusText), textOf(*listed, b.statusText));
    QCOMPARE(textOf(page, a.stageText), textOf(*listed, b.stageText));
    QCOMPARE(textOf(page, a.failErrorClass), textOf(*listed, b.failErrorClass));
    QCOMPARE(textOf(page, a.failMessage), textOf(*listed, b.failMessage));
    QCOMPARE(a.lastSuccessAt, b.lastSuccessAt);
    QCOMPARE(a.createdAt, b.createdAt);
    QCOMPARE(a.updatedAt, b.updatedAt);
    QCOMPARE(a.nextRefreshPossibleAt, b.nextRefreshPossibleAt);
    QCOMPARE(a.attemptCreatedAt, b.attemptCreatedAt);
    QCOMPARE(a.failAt, b.failAt);
    QCOMPARE(a.stageCreatedAt, b.stageCreatedAt);
    QCOMPARE(a.status, b.status);
    QCOMPARE(a.stage, b.stage);
    QCOMPARE(bool(a.hasAttempt), bool(b.hasAttempt));
    QCOMPARE(bool(a.hasStage), bool(b.hasStage));
    QCOMPARE(bool(a.attemptFinished), bool(b.attemptFinished));
    QCOMPARE(bool(a.dailyRefresh), bool(b.dailyRefresh));
    QCOMPARE(bool(a.storeCredentials), bool(b.storeCredentials));
}

void SinglePageTest::membersThatAreMissingAreEmpty()
{
    api::Connection bare;
    bare.id = api::ConnectionId(u"11"_s);
    const api::ConnectionPage page = singlePage(bare);
    const api::ConnectionRow &row = page.rows.front();
    QCOMPARE(page.rows.size(), std::size_t{1});
    QVERIFY(row.customerId.isNone());
    QVERIFY(row.lastSuccessAt.isNone());
    QVERIFY(!row.hasAttempt);
    QVERIFY(!row.hasStage);
    QCOMPARE(row.providerName, api::TextIndex{0});
    QCOMPARE(row.status, api::ConnectionStatus::Unknown);
}

void SinglePageTest::nothingOfTheSecretIsInThePage()
{
    const auto shown = api::decodeConnection(ConnectionJson{}.answer().body);
    QVERIFY(shown);
    QVERIFY(!shown->connection.secret.value().isEmpty());
    const api::ConnectionPage page = singlePage(shown->connection);
    for (api::TextIndex text = 0; text < page.texts.size(); ++text) {
        QVERIFY(page.texts.text(text).find("canary") == std::string_view::npos);
    }
}

QTEST_GUILESS_MAIN(SinglePageTest)
#include "tst_singlepage.moc"
