// SPDX-License-Identifier: Apache-2.0
#include "codec/AttemptDecoder.h"
#include "details/AttemptCard.h"
#include "details/AttemptDelegate.h"
#include "details/AttemptFacts.h"
#include "details/AttemptsPage.h"
#include "details/StageStrip.h"
#include "following/AttemptReading.h"
#include "history/ConnectionHistory.h"
#include "support/Bench.h"
#include "theme/ColorTokens.h"
#include "theme/Theme.h"

#include <QAccessible>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using namespace saltdesk::testing;
using models::StageScale;
using models::StageSpan;
using Part = models::ConnectionHistory::Part;
using Facts = std::vector<ui::FactsList::Fact>;

namespace {

/// Every member of reference 3.2, as a show route tells it.
const QByteArray everyMember =
    R"({"id":"777","api_mode":"service","api_version":"5","automatic_fetch":true,"categorization":"personal",)"
    R"("consent_id":"555","created_at":"2020-09-07T10:35:20Z",)"
    R"("custom_fields":{"ticket":"SUP-1042","client_secret":"s3cr3t"},"customer_last_logged_at":null,)"
    R"("daily_refresh":false,"device_type":"desktop","exclude_accounts":["7","8"],"fail_at":"2020-09-07T10:35:31Z",)"
    R"("fail_error_class":"InvalidCredentials","fail_message":"Invalid credentials.","fetch_scopes":["accounts"],)"
    R"("finished":true,"finished_recent":false,"from_date":"2020-06-09","include_natures":null,"interactive":false,)"
    R"("locale":"en","partial":false,"remote_ip":"192.0.2.10","show_consent_confirmation":false,)"
    R"("store_credentials":true,"success_at":null,"to_date":null,"updated_at":"2020-09-07T10:35:31Z",)"
    R"("user_present":true,"return_to":"https://example.com/back","unduplication_strategy":"mark_as_duplicate",)"
    R"("user_agent":"Browser 7","stages":[)"
    R"({"id":"81","name":"start","created_at":"2020-09-07T10:35:20Z","updated_at":"2020-09-07T10:35:21Z"},)"
    R"({"id":"82","name":"interactive","interactive_html":"<b>Code</b>","interactive_fields_names":["sms"],)"
    R"("created_at":"2020-09-07T10:35:21Z","updated_at":"2020-09-07T10:35:30Z"},)"
    R"({"id":"83","name":"finish","created_at":"2020-09-07T10:35:31Z","updated_at":"2020-09-07T10:35:31Z"}]})";

const QDateTime now(QDate(2020, 9, 7), QTime(11, 0), Qt::UTC);

QByteArray withoutStages(int id)
{
    return R"({"id":")" + QByteArray::number(id) +
           R"(","created_at":"2020-09-07T10:35:20Z","finished":true,"last_stage":{"id":"8","name":"finish"}})";
}

QByteArray whole(int id)
{
    return R"({"id":")" + QByteArray::number(id) +
           R"(","created_at":"2020-09-07T10:35:20Z","finished":true,"stages":[)"
           R"({"id":"1","name":"start","created_at":"2020-09-07T10:35:20Z"},)"
           R"({"id":"2","name":"connect","created_at":"2020-09-07T10:35:22Z"},)"
           R"({"id":"3","name":"finish","created_at":"2020-09-07T10:35:30Z"}]})";
}

FakeAnswer page(const QByteArrayList &attempts)
{
    return json(R"({"data":[)" + attempts.join(',') + R"(],"meta":{"next_id":null}})");
}

/// The tab on a network that answers as it is told.
struct Scene
{
    explicit Scene(const FakeAnswer &list)
        : history(bench.client)
        , reading(bench.client)
        , tab(history, reading, bench.client.serverClock())
        , table(*tab.findChild<QTableView *>())
    {
        bench.network.on("GET /attempts", list);
        tab.resize(380, 700);
        tab.show();
        history.open(api::ConnectionId(u"11"_s));
        history.want(Part::Attempts);
    }
    [[nodiscard]] ui::AttemptCard *card() const { return tab.findChild<ui::AttemptCard *>(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = tab.findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void click(int row)
    {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, 0)).center());
    }

    Bench bench;
    models::ConnectionHistory history;
    models::AttemptReading reading;
    ui::AttemptsPage tab;
    QTableView &table;
};

QImage painted(const StageScale &scale)
{
    QImage image(200, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    ui::paintStageStrip(painter, image.rect(), scale, ui::ColorTokens::light().palette());
    return image;
}

/// How much of a part of a picture is of a colour, in percent.
int share(const QImage &image, int from, int to, const QColor &color)
{
    int found = 0;
    for (int x = from; x < to; ++x) {
        for (int y = 0; y < image.height(); ++y) {
            found += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return 100 * found / std::max(1, (to - from) * image.height());
}

StageSpan span(StageSpan::Kind kind, int seconds)
{
    return {.name = u"stage"_s, .kind = kind, .spent = std::chrono::seconds(seconds)};
}

} // namespace

class AttemptsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberThatWasSentIsShown();
    void whatWasNotSentIsNotShown();
    void aClickShowsTheAttempt();
    void enterShowsAndEscapeCloses();
    void walkingShowsTheOthers();
    void stagesThatTheListDoesNotTellAreReadOnce();
    void stagesThatCannotBeReadAreSaid();
    void anotherConnectionClosesIt();
    void aFreshListKeepsTheChoice();
    void aScreenReaderHearsTheStages();
    void theStripIsToScaleAndMoreThanColour();
    void whatNobodyToldIsAnOutline();
    void fiveThousandAttemptsAreOneTable();
};

void AttemptsTest::everyMemberThatWasSentIsShown()
{
    const auto attempt = api::decodeAttempt(R"({"data":)" + everyMember + "}");
    QVERIFY(attempt.has_value());
    const Facts facts = ui::attemptFacts(*attempt, now);
    const QStringList members = QJsonDocument::fromJson(everyMember).object().keys();
    QVERIFY(members.size() > 30);
    for (const QString &member : members) {
        QVERIFY2(std::ranges::any_of(facts, [&](const auto &fact) { return fact.toolTip.startsWith(member); }),
                 qPrintable(member));
    }
    const auto value = [&](const QString &member) {
        const auto found = std::ranges::find_if(
            facts, [&](const auto &fact) { return fact.toolTip.section(u'\n', 0, 0).section(u':', 0, 0) == member; });
        return found == facts.end() ? u"missing"_s : found->value;
    };
    QCOMPARE(value(u"id"_s), u"777"_s);
    QCOMPARE(value(u"fail_at"_s), u"7 Sep 2020 10:35:31 UTC"_s);
    QCOMPARE(value(u"success_at"_s), u"not set"_s);
    QCOMPARE(value(u"exclude_accounts"_s), u"7, 8"_s);
    QCOMPARE(value(u"automatic_fetch"_s), u"yes"_s);
    QCOMPARE(value(u"custom_fields"_s), u"{\"ticket\":\"SUP-1042\",\"client_secret\":\"•••\"}"_s);
    QCOMPARE(value(u"stages[1]"_s), u"10 s · failed here\n10:35:21 UTC\nasked for sms\n<b>Code</b>"_s);
}

void AttemptsTest::whatWasNotSentIsNotShown()
{
    api::Attempt attempt;
    attempt.id = api::AttemptId(u"7"_s);
    QCOMPARE(ui::attemptFacts(attempt, now).size(), std::size_t{1});
    attempt.stages = std::vector<api::Stage>{};
    attempt.fetchScopes = QStringList{};
    const Facts facts = ui::attemptFacts(attempt, now);
    QCOMPARE(facts.size(), std::size_t{3});
    QCOMPARE(facts[1].value, u"none"_s);
    api::Stage odd;
    odd.createdAt = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    attempt.createdAt = now;
    attempt.stages = std::vector<api::Stage>{odd, {}};
    QCOMPARE(ui::attemptFacts(attempt, now)[1].value, u"how long is not known\n1 Jan 1970 00:00:00 UTC"_s);
    QCOMPARE(ui::attemptFacts(attempt, now)[2].value, u"how long is not known · running\nno time told"_s);
    attempt.stages = std::vector<api::Stage>(5000);
    QVERIFY(ui::attemptFacts(attempt, now).size() < 110);
    QCOMPARE(ui::attemptFacts(attempt, now)[101].value, u"4900 more"_s);
}

void AttemptsTest::aClickShowsTheAttempt()
{
    Scene scene(page({whole(1), whole(2)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 2);
    QVERIFY(!scene.card()->isVisible());
    scene.click(1);
    QVERIFY(scene.card()->isVisible());
    QVERIFY(scene.says(u"Attempt 1"_s));
    QVERIFY(scene.says(u"Stage: Connect"_s));
    QVERIFY(scene.says(u"8 s\n"_s));
    scene.card()->findChild<QToolButton *>()->click();
    QVERIFY(!scene.card()->isVisible());
    QCOMPARE(scene.bench.network.count(u"GET /attempts/"_s), 0);
}

void AttemptsTest::enterShowsAndEscapeCloses()
{
    Scene scene(page({whole(1), whole(2)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 2);
    scene.table.setFocus();
    QCOMPARE(scene.table.selectionModel()->selectedRows().size(), 1);
    QVERIFY(!scene.card()->isVisible());
    QTest::keyClick(&scene.table, Qt::Key_Return);
    QVERIFY(scene.card()->isVisible());
    QVERIFY(scene.says(u"Attempt 2"_s));
    QTest::keyClick(&scene.table, Qt::Key_Escape);
    QVERIFY(!scene.card()->isVisible());
}

void AttemptsTest::walkingShowsTheOthers()
{
    Scene scene(page({whole(1), whole(2)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 2);
    scene.click(0);
    QVERIFY(scene.says(u"Attempt 2"_s));
    QTest::keyClick(&scene.table, Qt::Key_Down);
    QVERIFY(scene.says(u"Attempt 1"_s));
}

void AttemptsTest::stagesThatTheListDoesNotTellAreReadOnce()
{
    Scene scene(page({withoutStages(1), withoutStages(2)}));
    scene.bench.network.on("GET /attempts/2", json(R"({"data":)" + whole(2) + "}"));
    QTRY_COMPARE(scene.table.model()->rowCount(), 2);
    QCOMPARE(scene.table.model()->index(0, 2).data().toString(), u"no stages told"_s);
    scene.click(0);
    QVERIFY(scene.says(u"Reading its stages…"_s));
    QVERIFY(scene.says(u"Last stage: Finish"_s));
    QTRY_VERIFY(scene.says(u"Stage: Connect"_s));
    QVERIFY(!scene.says(u"Reading its stages…"_s));
    scene.history.readAgain();
    QTRY_COMPARE(scene.bench.network.count(u"GET /attempts?"_s), 2);
    QTRY_VERIFY(!scene.history.isLoading(Part::Attempts));
    QVERIFY(scene.says(u"Stage: Connect"_s));
    QCOMPARE(scene.bench.network.count(u"GET /attempts/2"_s), 1);
    QTest::keyClick(&scene.table, Qt::Key_Escape);
    QVERIFY(!scene.card()->isVisible());
    QVERIFY(!scene.reading.attempt());
}

void AttemptsTest::stagesThatCannotBeReadAreSaid()
{
    Scene scene(page({withoutStages(2)}));
    scene.bench.network.on("GET /attempts/2", apiError("AttemptNotFound", 404));
    QTRY_COMPARE(scene.table.model()->rowCount(), 1);
    scene.click(0);
    QTRY_VERIFY(scene.says(u"Its stages could not be read."_s));
    QVERIFY(scene.says(u"Attempt 2"_s));
}

void AttemptsTest::anotherConnectionClosesIt()
{
    Scene scene(page({whole(1)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 1);
    scene.click(0);
    QVERIFY(scene.card()->isVisible());
    scene.history.open(api::ConnectionId(u"12"_s));
    QVERIFY(!scene.card()->isVisible());
}

void AttemptsTest::aFreshListKeepsTheChoice()
{
    Scene scene(page({whole(1), whole(2)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 2);
    scene.click(1);
    QVERIFY(scene.says(u"Attempt 1"_s));
    scene.bench.network.on("GET /attempts", page({whole(1), whole(2), whole(3)}));
    scene.history.readAgain();
    QTRY_COMPARE(scene.table.model()->rowCount(), 3);
    QTRY_COMPARE(scene.table.currentIndex().row(), 2);
    QVERIFY(scene.card()->isVisible());
    QVERIFY(scene.says(u"Attempt 1"_s));
}

void AttemptsTest::aScreenReaderHearsTheStages()
{
    Scene scene(page({whole(1)}));
    QTRY_COMPARE(scene.table.model()->rowCount(), 1);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&scene.table);
    QVERIFY(table != nullptr && table->tableInterface() != nullptr);
    QCOMPARE(table->text(QAccessible::Name), u"Attempts"_s);
    QAccessibleInterface *strip = table->tableInterface()->cellAt(0, 2);
    QVERIFY(strip != nullptr);
    QCOMPARE(strip->text(QAccessible::Name), u"Start 2 s, Connect 8 s, Finish"_s);
    scene.click(0);
    for (const QWidget *part : scene.card()->findChildren<QWidget *>()) {
        const bool named = !part->accessibleName().isEmpty();
        QVERIFY2(part->focusPolicy() == Qt::NoFocus || named || qobject_cast<const QLabel *>(part) != nullptr,
                 part->metaObject()->className());
    }
}

void AttemptsTest::theStripIsToScaleAndMoreThanColour()
{
    using Kind = StageSpan::Kind;
    const ui::ColorTokens &tokens = ui::ColorTokens::light();
    StageScale scale;
    scale.spans = {span(Kind::Failed, 50), span(Kind::Interactive, 50)};
    const QImage image = painted(scale);
    // Mostly its colour, and a sign or lines in it that a grey picture shows too.
    const int bad = share(image, 0, 100, tokens.bad);
    QVERIFY2(bad > 60 && bad < 98, qPrintable(QString::number(bad)));
    const int warning = share(image, 100, 200, tokens.warning);
    QVERIFY2(warning > 40 && warning < 95, qPrintable(QString::number(warning)));
    QVERIFY(share(image, 102, 200, tokens.bad) == 0);
    scale.spans = {span(Kind::Failed, 10), span(Kind::Interactive, 90)};
    QVERIFY(share(painted(scale), 26, 200, tokens.bad) == 0);
}

void AttemptsTest::whatNobodyToldIsAnOutline()
{
    StageScale scale;
    scale.spans = {span(StageSpan::Kind::Failed, 50)};
    scale.spans[0].spent.reset();
    QVERIFY(share(painted(scale), 0, 200, Qt::white) > 80);
    QCOMPARE(share(painted({}), 0, 200, Qt::white), 100);
}

void AttemptsTest::fiveThousandAttemptsAreOneTable()
{
    QByteArrayList many;
    for (int id = 1; id <= 5000; ++id) {
        many << (id % 7 == 0 ? withoutStages(id) : whole(id));
    }
    Scene scene(page(many));
    QTRY_COMPARE(scene.table.model()->rowCount(), 5000);
    scene.table.scrollToBottom();
    scene.table.setCurrentIndex(scene.table.model()->index(4999, 0));
    QTest::keyClick(&scene.table, Qt::Key_Return);
    QVERIFY(scene.says(u"Attempt 1"_s));
    QVERIFY(!scene.tab.grab().isNull());
}

QTEST_MAIN(AttemptsTest)
#include "tst_ui_attempts.moc"
