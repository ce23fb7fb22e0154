// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "Specimen.h"
#include "details/BeforeAfter.h"
#include "details/ConnectionFacts.h"
#include "details/FactsList.h"
#include "details/RawView.h"
#include "details/SentenceCard.h"
#include "details/StageSteps.h"
#include "details/StageTrack.h"
#include "theme/ButtonRole.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::NextAction;
using models::Tone;
using testing::OpenWindow;
using testing::specimen;
using testing::specimenNow;

namespace {

QPushButton *button(const QWidget &widget, const QString &text)
{
    for (QPushButton *found : widget.findChildren<QPushButton *>()) {
        if (found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

models::Diagnosis diagnosis(NextAction action)
{
    models::Diagnosis made;
    made.headline = u"The <i>bank</i> is asleep."_s;
    made.explanation = u"Nobody must act."_s;
    made.fine = u"small"_s;
    made.sentenceForCustomer = u"Please wait."_s;
    made.action = action;
    return made;
}

QString value(const std::vector<ui::FactsList::Fact> &facts, const QString &name)
{
    const auto found = std::ranges::find(facts, name, &ui::FactsList::Fact::name);
    return found == facts.end() ? QString() : found->value;
}

} // namespace

class TestDetails : public QObject
{
    Q_OBJECT

private slots:
    void theNextActionIsThePrimaryButton_data();
    void theNextActionIsThePrimaryButton();
    void theHeadlineIsTheLargestTextOfTheWindow();
    void stagesAreRecordedAsTheyAreSeen();
    void anotherAttemptStartsAnew();
    void aFailedAttemptEndsInRed();
    void theStageWhereItFailedIsRed();
    void theTrackTellsItsStagesInWords();
    void theProofTellsBeforeAndAfter_data();
    void theProofTellsBeforeAndAfter();
    void factsSayWhatIsNotKnown();
    void factsChangeInPlace();
    void theRawAnswerIsShownMaskedAndCanBeSearched();
    void theRawViewHidesTheSecretOfTheServer();
    void theDetailsFollowTheChosenConnection();
};

void TestDetails::theNextActionIsThePrimaryButton_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<bool>("possible");
    QTest::addColumn<QString>("primary");
    QTest::newRow("refresh") << int(NextAction::Refresh) << true << u"Refresh"_s;
    QTest::newRow("refresh too early") << int(NextAction::Refresh) << false << u"Copy for customer"_s;
    QTest::newRow("reconnect") << int(NextAction::Reconnect) << true << u"Reconnect…"_s;
    QTest::newRow("answer") << int(NextAction::Answer) << true << u"Answer…"_s;
    QTest::newRow("answer not read yet") << int(NextAction::Answer) << false << u"Copy for customer"_s;
    QTest::newRow("none") << int(NextAction::None) << true << u"Copy for customer"_s;
}

void TestDetails::theNextActionIsThePrimaryButton()
{
    QFETCH(const int, action);
    QFETCH(const bool, possible);
    QFETCH(const QString, primary);
    ui::SentenceCard card;
    card.tell(diagnosis(static_cast<NextAction>(action)), possible);
    card.show();
    int primaries = 0;
    for (const QPushButton *found : card.findChildren<QPushButton *>()) {
        if (found->isVisible() && ui::buttonRole(found) == ui::ButtonRole::Primary) {
            QCOMPARE(found->text(), primary);
            ++primaries;
        }
    }
    QCOMPARE(primaries, 1);
    QSignalSpy acted(&card, &ui::SentenceCard::actionWanted);
    QSignalSpy copied(&card, &ui::SentenceCard::copyWanted);
    QTest::mouseClick(button(card, primary), Qt::LeftButton);
    QCOMPARE(acted.count() + copied.count(), 1);
}

void TestDetails::theHeadlineIsTheLargestTextOfTheWindow()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    qreal largest = 0;
    QString words;
    for (const QLabel *label : open.window().findChildren<QLabel *>()) {
        if (label->isVisible() && label->font().pointSizeF() > largest) {
            largest = label->font().pointSizeF();
            words = label->text();
        }
    }
    QVERIFY2(words.startsWith(u"The bank refused"), qPrintable(words));
}

void TestDetails::stagesAreRecordedAsTheyAreSeen()
{
    ui::StageSteps steps;
    auto connection = specimen();
    connection.hasAttempt = true;
    connection.fetching = true;
    connection.attemptId = api::AttemptId(u"1"_s);
    connection.attemptCreatedAt = specimenNow();
    for (const QString &stage : {u"start"_s, u"connect"_s, u"connect"_s, u"fetch_recent"_s}) {
        connection.stageText = stage;
        connection.stageCreatedAt = specimenNow().addSecs(5);
        steps.observe(connection);
    }
    QCOMPARE(steps.steps().size(), size_t(3));
    QCOMPARE(steps.steps().back().name, u"fetch_recent"_s);
    QCOMPARE(steps.steps().back().tone, Tone::Running);
    QCOMPARE(steps.steps().front().tone, Tone::Good);
    QVERIFY(steps.isRunning());
    connection.fetching = false;
    connection.stageText = u"finish"_s;
    steps.observe(connection);
    QCOMPARE(steps.steps().back().tone, Tone::Good);
    QVERIFY(!steps.isRunning());
}

void TestDetails::anotherAttemptStartsAnew()
{
    ui::StageSteps steps;
    auto connection = specimen();
    connection.hasAttempt = true;
    connection.attemptId = api::AttemptId(u"1"_s);
    connection.stageText = u"finish"_s;
    steps.observe(connection);
    QCOMPARE(steps.steps().size(), size_t(2));
    connection.attemptId = api::AttemptId(u"2"_s);
    connection.stageText = u"start"_s;
    steps.observe(connection);
    QCOMPARE(steps.steps().size(), size_t(1));
    connection.hasAttempt = false;
    connection.attemptId = {};
    steps.observe(connection);
    QVERIFY(steps.steps().empty());
}

void TestDetails::aFailedAttemptEndsInRed()
{
    ui::StageSteps steps;
    auto connection = specimen();
    connection.hasAttempt = true;
    connection.stageText = u"finish"_s;
    connection.failErrorClass = u"ProviderError"_s;
    steps.observe(connection);
    QCOMPARE(steps.steps().back().tone, Tone::Bad);
    QCOMPARE(steps.steps().front().tone, Tone::Good);
}

void TestDetails::theStageWhereItFailedIsRed()
{
    ui::StageSteps steps;
    auto connection = specimen();
    connection.hasAttempt = true;
    connection.attemptId = api::AttemptId(u"7"_s);
    connection.stageText = u"finish"_s;
    connection.failErrorClass = u"InvalidCredentials"_s;
    steps.observe(connection);
    api::Attempt attempt;
    attempt.id = connection.attemptId;
    std::vector<api::Stage> stages(4);
    const QStringList names{u"start"_s, u"connect"_s, u"disconnect"_s, u"finish"_s};
    for (std::size_t i = 0; i < stages.size(); ++i) {
        stages[i].name.text = names[qsizetype(i)];
    }
    attempt.stages = stages;
    steps.adopt(attempt);
    QCOMPARE(steps.steps().size(), size_t(4));
    QCOMPARE(steps.steps()[0].tone, Tone::Good);
    QCOMPARE(steps.steps()[1].tone, Tone::Bad);
    QCOMPARE(steps.steps()[2].tone, Tone::Good);
    QCOMPARE(steps.steps()[3].tone, Tone::Bad);
    attempt.id = api::AttemptId(u"8"_s);
    attempt.stages = std::vector<api::Stage>(9);
    steps.adopt(attempt);
    QCOMPARE(steps.steps().size(), size_t(4));
}

void TestDetails::theTrackTellsItsStagesInWords()
{
    ui::StageSteps steps;
    auto connection = specimen();
    connection.hasAttempt = true;
    connection.fetching = true;
    connection.attemptCreatedAt = specimenNow().addSecs(-100);
    connection.stageText = u"connect"_s;
    connection.stageCreatedAt = specimenNow().addSecs(-91);
    steps.observe(connection);
    ui::StageTrack track;
    track.show(steps, specimenNow());
    QCOMPARE(track.accessibleDescription(), u"start 9 s, connect 1:31"_s);
    track.resize(300, track.sizeHint().height());
    QVERIFY(!track.grab().isNull());
}

void TestDetails::theProofTellsBeforeAndAfter_data()
{
    QTest::addColumn<QString>("was");
    QTest::addColumn<QString>("is");
    QTest::addColumn<int>("success");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<bool>("running");
    QTest::addColumn<QString>("words");
    const QString active = u"active"_s;
    const QString inactive = u"inactive"_s;
    QTest::newRow("repaired") << inactive << active << 12 << QString() << false
                              << u"inactive → active, last success 12 s ago"_s;
    QTest::newRow("an hour later") << inactive << active << 3700 << QString() << false
                                   << u"inactive → active, last success 1 h ago"_s;
    QTest::newRow("refreshed") << active << active << 5 << QString() << false
                               << u"Still active, last success 5 s ago, before that 3 h ago"_s;
    QTest::newRow("no success is told") << inactive << active << -1 << QString() << false << u"inactive → active"_s;
    QTest::newRow("still running") << inactive << active << 5 << QString() << true << QString();
    QTest::newRow("failed") << inactive << inactive << -1 << u"InvalidCredentials"_s << false << QString();
    QTest::newRow("failed and worse") << active << inactive << -1 << u"InvalidCredentials"_s << false
                                      << u"active → inactive"_s;
}

void TestDetails::theProofTellsBeforeAndAfter()
{
    QFETCH(const QString, was);
    QFETCH(const QString, is);
    QFETCH(const int, success);
    QFETCH(const QString, errorClass);
    QFETCH(const bool, running);
    auto before = specimen();
    before.statusText = was;
    before.attemptId = api::AttemptId(u"1"_s);
    before.lastSuccessAt = specimenNow().addSecs(-3 * 3600);
    auto after = before;
    QVERIFY(ui::beforeAfterWords(before, after, specimenNow()).isEmpty());
    after.statusText = is;
    after.attemptId = api::AttemptId(u"2"_s);
    after.failErrorClass = errorClass;
    after.fetching = running;
    if (success >= 0) {
        after.lastSuccessAt = specimenNow().addSecs(-success);
    }
    QTEST(ui::beforeAfterWords(before, after, specimenNow()), "words");
}

void TestDetails::factsSayWhatIsNotKnown()
{
    auto connection = specimen();
    const auto known = ui::connectionFacts(connection, specimenNow());
    QCOMPARE(value(known, u"Connection"_s), connection.id.toString());
    QCOMPARE(value(known, u"Stored credentials"_s), u"yes"_s);
    QCOMPARE(value(known, u"Daily refresh"_s), u"off"_s);
    QCOMPARE(value(known, u"Consent"_s), u"not known"_s);
    QCOMPARE(value(known, u"Bank"_s), u"fakebank_simple_xf · XF"_s);
    connection.lastSuccessAt = {};
    connection.nextRefreshPossibleAt = {};
    connection.consent.kind = models::ConsentState::Kind::Active;
    const auto unknown = ui::connectionFacts(connection, specimenNow());
    QCOMPARE(value(unknown, u"Last success"_s), u"never"_s);
    QCOMPARE(value(unknown, u"Next refresh"_s), u"not possible now"_s);
    QCOMPARE(value(unknown, u"Consent"_s), u"active, without an end"_s);
    connection.consent.kind = models::ConsentState::Kind::Ended;
    QCOMPARE(value(ui::connectionFacts(connection, specimenNow()), u"Consent"_s), u"ended"_s);
}

void TestDetails::factsChangeInPlace()
{
    ui::FactsList list;
    list.show({{u"A"_s, u"1"_s, {}}, {u"B"_s, u"<b>2</b>"_s, {}}});
    const auto labels = list.findChildren<QLabel *>();
    QCOMPARE(labels.size(), 4);
    list.show({{u"A"_s, u"3"_s, {}}});
    QCOMPARE(list.findChildren<QLabel *>(), labels);
    QStringList shown;
    for (const QLabel *label : labels) {
        if (!label->isHidden()) {
            shown << label->text();
        }
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QCOMPARE(shown, QStringList({u"A"_s, u"3"_s}));
}

void TestDetails::theRawAnswerIsShownMaskedAndCanBeSearched()
{
    ui::RawView view;
    static_cast<QWidget &>(view).show();
    view.show(api::RawJson::masked(R"({"data":{"id":"1","secret":"canary","name":"bank","b":"bank"}})"), {});
    view.findChild<QCheckBox *>()->click();
    auto *text = view.findChild<QPlainTextEdit *>();
    QVERIFY(text->isReadOnly());
    QVERIFY(text->toPlainText().contains(u"\"name\": \"bank\""_s));
    QVERIFY(!text->toPlainText().contains(u"canary"_s));
    auto *search = view.findChild<QLineEdit *>();
    QTest::keyClicks(search, u"bank"_s);
    QCOMPARE(text->textCursor().selectedText(), u"bank"_s);
    const int first = text->textCursor().position();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(text->textCursor().position() > first);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(text->textCursor().position(), first);
    QTest::keyClicks(search, u"zzz"_s);
    QVERIFY(text->textCursor().selectedText().isEmpty());
    view.show({}, u"Reading…"_s);
    QVERIFY(text->toPlainText().isEmpty());
    QCOMPARE(text->placeholderText(), u"Reading…"_s);
}

void TestDetails::theRawViewHidesTheSecretOfTheServer()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QTRY_VERIFY(open.workspace().openConnection().document().has_value());
    const api::Connection &connection = open.workspace().openConnection().document()->connection;
    auto *raw = open.window().findChild<ui::RawView *>();
    open.window().findChild<QTabWidget *>()->setCurrentWidget(raw);
    QTRY_VERIFY(raw->findChild<QCheckBox *>()->isEnabled());
    raw->findChild<QCheckBox *>()->setChecked(true);
    auto *text = raw->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->toPlainText().contains(connection.id.toString()));
    if (connection.secret.hasValue()) {
        QVERIFY(!text->toPlainText().contains(QString::fromUtf8(connection.secret->reveal())));
    }
    QVERIFY(!text->toPlainText().contains(open.server().secret()));
}

void TestDetails::theDetailsFollowTheChosenConnection()
{
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    open.chooseRow(open.rowOf(u"Old Savings Bank"_s));
    QTRY_VERIFY(open.says(u"old_savings_bank_de · DE"_s));
    open.chooseRow(open.rowOf(u"Rabobank"_s));
    QTRY_VERIFY(open.says(u"rabobank_nl · NL"_s));
    QTRY_COMPARE(open.workspace().openConnection().id(), open.model().idAt(open.rowOf(u"Rabobank"_s)));
}

QTEST_MAIN(TestDetails)
#include "tst_ui_details.moc"
