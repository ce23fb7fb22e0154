// SPDX-License-Identifier: Apache-2.0
#include "Specimen.h"
#include "window/OutcomeWords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::Operation;
using models::OperationOutcome;
using models::Tone;
using testing::specimen;
using testing::specimenNow;
using Kind = OperationOutcome::Kind;

namespace {

OperationOutcome outcome(Operation operation, Kind kind)
{
    OperationOutcome made;
    made.operation = operation;
    made.connection = specimen().id;
    made.kind = kind;
    if (kind != Kind::Done && kind != Kind::FoundDone) {
        api::ApiError error;
        error.kind = api::ErrorKind::Rejected;
        error.errorClass = u"SomeClass"_s;
        error.message = u"Because."_s;
        error.requestId = u"req-1"_s;
        made.error = error;
    }
    return made;
}

} // namespace

Q_DECLARE_METATYPE(saltdesk::models::Operation)
Q_DECLARE_METATYPE(saltdesk::models::OperationOutcome::Kind)
Q_DECLARE_METATYPE(saltdesk::models::Tone)

class TestOutcomeWords : public QObject
{
    Q_OBJECT

private slots:
    void everyEndIsToldInItsOwnWords_data();
    void everyEndIsToldInItsOwnWords();
    void anUpdateTellsBeforeAndAfter();
    void aRefreshTooEarlySaysWhenItIsPossible();
    void theEndOfARefreshTellsBeforeAndAfter();
    void aFailedRefreshNamesTheClass();
};

void TestOutcomeWords::everyEndIsToldInItsOwnWords_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Tone>("tone");
    const auto row = [](const char *name, Operation operation, Kind kind, const QString &title, const QString &text,
                        Tone tone) { QTest::newRow(name) << operation << kind << title << text << tone; };
    row("refresh done", Operation::Refresh, Kind::Done, u"Refresh of Fakebank Simple started"_s, u"follows"_s,
        Tone::Running);
    row("update done", Operation::Update, Kind::Done, u"Fakebank Simple updated"_s, {}, Tone::Good);
    row("remove done", Operation::Remove, Kind::Done, u"Fakebank Simple removed"_s, {}, Tone::Good);
    row("refresh failed", Operation::Refresh, Kind::Failed, u"The refresh of Fakebank Simple was not started"_s,
        u"Because."_s, Tone::Bad);
    row("update failed", Operation::Update, Kind::Failed, u"Fakebank Simple was not updated"_s, u"Because."_s,
        Tone::Bad);
    row("remove failed", Operation::Remove, Kind::Failed, u"Fakebank Simple was not removed"_s, u"Because."_s,
        Tone::Bad);
    row("found done", Operation::Remove, Kind::FoundDone, u"Fakebank Simple removed"_s, u"took effect"_s, Tone::Good);
    row("found not done", Operation::Update, Kind::FoundNotDone, u"Fakebank Simple was not updated"_s,
        u"did not take effect"_s, Tone::Warning);
    row("refresh unknown", Operation::Refresh, Kind::Unknown,
        u"Whether the refresh of Fakebank Simple started is not known"_s, u"not repeated"_s, Tone::Warning);
    row("update unknown", Operation::Update, Kind::Unknown, u"Whether Fakebank Simple was updated is not known"_s,
        u"not repeated"_s, Tone::Warning);
    row("remove unknown", Operation::Remove, Kind::Unknown, u"Whether Fakebank Simple was removed is not known"_s,
        u"not repeated"_s, Tone::Warning);
    row("revocation done", Operation::Revoke, Kind::Done, u"The consent for Fakebank Simple is revoked"_s,
        u"until it is reconnected"_s, Tone::Good);
    row("revocation failed", Operation::Revoke, Kind::Failed, u"The consent for Fakebank Simple was not revoked"_s,
        u"Because."_s, Tone::Bad);
    row("revocation unknown", Operation::Revoke, Kind::Unknown,
        u"Whether the consent for Fakebank Simple was revoked is not known"_s, u"not repeated"_s, Tone::Warning);
}

void TestOutcomeWords::everyEndIsToldInItsOwnWords()
{
    QFETCH(const Operation, operation);
    QFETCH(const Kind, kind);
    QFETCH(const QString, title);
    QFETCH(const QString, text);
    QFETCH(const Tone, tone);
    const OperationOutcome made = outcome(operation, kind);
    const ui::Message message = ui::outcomeMessage(made, specimen(), specimen(), specimenNow());
    QCOMPARE(message.title, title);
    QVERIFY2(message.text.contains(text), qPrintable(message.text));
    QCOMPARE(message.tone, tone);
    QCOMPARE(message.fine.contains(u"req-1"_s), made.error.has_value());
    QCOMPARE(message.copyText.isEmpty(), !made.error.has_value());
}

void TestOutcomeWords::anUpdateTellsBeforeAndAfter()
{
    auto after = specimen();
    after.dailyRefresh = true;
    after.storeCredentials = false;
    after.statusText = u"inactive"_s;
    const ui::Message message =
        ui::outcomeMessage(outcome(Operation::Update, Kind::Done), specimen(), after, specimenNow());
    QCOMPARE(message.text, u"active → inactive, daily refresh off → on, stored credentials on → off"_s);
}

void TestOutcomeWords::aRefreshTooEarlySaysWhenItIsPossible()
{
    OperationOutcome refused = outcome(Operation::Refresh, Kind::Failed);
    refused.error->errorClass = u"ConnectionCannotBeRefreshed"_s;
    refused.error->nextRefreshPossibleAt = specimenNow().addSecs(12 * 60);
    const ui::Message message = ui::outcomeMessage(refused, specimen(), specimen(), specimenNow());
    QCOMPARE(message.tone, Tone::Warning);
    QVERIFY2(message.text.contains(u"in 12 min"_s), qPrintable(message.text));
    QVERIFY(message.text.contains(u"10:54"_s));
}

void TestOutcomeWords::theEndOfARefreshTellsBeforeAndAfter()
{
    auto before = specimen();
    before.statusText = u"inactive"_s;
    auto after = specimen();
    after.lastSuccessAt = specimenNow().addSecs(-12 * 60);
    const ui::Message changed = ui::attemptMessage(models::Operation::Refresh, before, after, {}, specimenNow());
    QCOMPARE(changed.title, u"Fakebank Simple is refreshed"_s);
    QCOMPARE(changed.text, u"inactive → active, last success 12 min ago"_s);
    QCOMPARE(changed.tone, Tone::Good);
    const ui::Message same = ui::attemptMessage(models::Operation::Refresh, after, after, {}, specimenNow());
    QCOMPARE(same.text, u"Status active, last success 12 min ago"_s);
}

void TestOutcomeWords::aFailedRefreshNamesTheClass()
{
    auto after = specimen();
    after.failMessage = u"Invalid credentials."_s;
    const ui::Message message =
        ui::attemptMessage(models::Operation::Refresh, specimen(), after, u"InvalidCredentials"_s, specimenNow());
    QCOMPARE(message.tone, Tone::Bad);
    QCOMPARE(message.fine, u"InvalidCredentials"_s);
    QCOMPARE(message.text, u"Invalid credentials."_s);
    QVERIFY(message.copyText.contains(after.id.toString()));
    QVERIFY(
        !ui::attemptMessage(models::Operation::Refresh, specimen(), specimen(), u"X"_s, specimenNow()).text.isEmpty());
}

QTEST_MAIN(TestOutcomeWords)
#include "tst_ui_outcomewords.moc"
