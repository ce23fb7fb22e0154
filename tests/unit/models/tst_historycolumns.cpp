// SPDX-License-Identifier: Apache-2.0
#include "history/AttemptResult.h"
#include "history/HistoryColumns.h"
#include "testing/ManualClock.h"

#include <QTest>
#include <QTimeZone>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 27), QTime(12, 0), Qt::UTC);

QDateTime ago(qint64 seconds)
{
    return now.addSecs(-seconds);
}

api::Stage stage(api::StageName name, const QString &text)
{
    api::Stage stage;
    stage.name = {name, text};
    return stage;
}

template <class T>
QString cell(const std::vector<RecordColumn<T>> &columns, const QString &title, const T &record)
{
    for (const RecordColumn<T> &column : columns) {
        if (column.title == title) {
            return column.text(record, now);
        }
    }
    return u"no such column"_s;
}

QString attemptCell(const QString &title, const api::Attempt &attempt)
{
    return cell(attemptColumns(), title, attempt);
}

QString consentCell(const QString &title, const api::Consent &consent)
{
    return cell(consentColumns(), title, consent);
}

} // namespace

class HistoryColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void aResultIsNeverReadFromTheStage_data()
    {
        QTest::addColumn<api::Attempt>("attempt");
        QTest::addColumn<QString>("result");
        api::Attempt attempt;
        QTest::newRow("nothing is known") << attempt << u"running"_s;
        attempt.lastStage = stage(api::StageName::Connect, u"connect"_s);
        QTest::newRow("on its way") << attempt << u"running"_s;
        attempt.lastStage = stage(api::StageName::Finish, u"finish"_s);
        QTest::newRow("finish without a failure") << attempt << u"succeeded"_s;
        attempt.failErrorClass = u"InvalidCredentials"_s;
        QTest::newRow("finish with a class") << attempt << u"InvalidCredentials"_s;
        attempt.failErrorClass = {};
        attempt.failAt = ago(5);
        QTest::newRow("finish with a time of failure only") << attempt << u"failed"_s;
        attempt.failAt = {};
        attempt.partial = true;
        QTest::newRow("some data is missing") << attempt << u"succeeded in part"_s;
        api::Attempt flagged;
        flagged.finished = true;
        QTest::newRow("finished by its flag") << flagged << u"succeeded"_s;
    }

    void aResultIsNeverReadFromTheStage()
    {
        QFETCH(const api::Attempt, attempt);
        QTEST(attemptCell(u"Result"_s, attempt), "result");
    }

    void anAttemptTakesFromItsStartToItsEnd()
    {
        api::Attempt attempt;
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"–"_s);
        attempt.createdAt = ago(3600);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"1:00:00"_s);
        attempt.finished = true;
        attempt.updatedAt = ago(3600 - 90);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"1:30"_s);
        attempt.successAt = ago(3600 - 30);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"0:30"_s);
        attempt.failAt = ago(3600 - 9);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"0:09"_s);
        attempt.failAt = ago(4000);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"0:00"_s);
        attempt.failAt = QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
        QCOMPARE(attemptCell(u"Took"_s, attempt), u"–"_s);
    }

    void theLastStageIsTheLastOfTheStages()
    {
        api::Attempt attempt;
        QCOMPARE(attemptCell(u"Last stage"_s, attempt), u"–"_s);
        attempt.stages = std::vector<api::Stage>{};
        QVERIFY(lastStageOf(attempt) == nullptr);
        attempt.lastStage = stage(api::StageName::Start, u"start"_s);
        QCOMPARE(attemptCell(u"Last stage"_s, attempt), u"start"_s);
        attempt.stages = std::vector<api::Stage>{stage(api::StageName::Start, u"start"_s),
                                                 stage(api::StageName::Unknown, u"teleport"_s)};
        QCOMPARE(attemptCell(u"Last stage"_s, attempt), u"teleport"_s);
        attempt.stages = std::vector<api::Stage>{stage(api::StageName::Finish, u"finish"_s),
                                                 stage(api::StageName::Connect, u"connect"_s)};
        QCOMPARE(attemptCell(u"Last stage"_s, attempt), u"finish"_s);
        QCOMPARE(attemptCell(u"Result"_s, attempt), u"succeeded"_s);
    }

    void whatWasSpentInTheStagesIsSaid()
    {
        api::Attempt attempt;
        QCOMPARE(attemptCell(u"Stages"_s, attempt), u"no stages told"_s);
        api::Stage first = stage(api::StageName::Start, u"start"_s);
        first.createdAt = ago(9);
        attempt.stages = std::vector<api::Stage>{first};
        QCOMPARE(attemptCell(u"Stages"_s, attempt), u"Start 9 s"_s);
    }

    void itIsSaidWhoStartedIt()
    {
        api::Attempt attempt;
        QCOMPARE(attemptCell(u"Kind"_s, attempt), u"without the customer"_s);
        attempt.userPresent = true;
        QCOMPARE(attemptCell(u"Kind"_s, attempt), u"customer present"_s);
        attempt.dailyRefresh = true;
        QCOMPARE(attemptCell(u"Kind"_s, attempt), u"daily refresh"_s);
    }

    void aConsentEndsWhenItWasRevokedElseWhenItExpires()
    {
        api::Consent consent;
        QCOMPARE(consentCell(u"Ends"_s, consent), u"no end"_s);
        consent.expiresAt = now.addDays(41);
        QCOMPARE(consentCell(u"Ends"_s, consent), u"in 41 days"_s);
        consent.revokedAt = ago(9 * 86400);
        QCOMPARE(consentCell(u"Ends"_s, consent), u"9 days ago"_s);
        consent.revokeReason = u"client"_s;
        QCOMPARE(consentCell(u"Ends"_s, consent), u"9 days ago (client)"_s);
    }

    void whatAConsentLacksIsADash()
    {
        const api::Consent consent;
        for (const QString &title : {u"Status"_s, u"Scopes"_s, u"Given"_s, u"Data"_s, u"Collected by"_s}) {
            QCOMPARE(consentCell(title, consent), u"–"_s);
        }
    }

    void exactTimesAreInTheToolTip()
    {
        const ManualClock clock;
        RecordsModel<api::Attempt> model(attemptColumns(), clock);
        api::Attempt attempt;
        attempt.id = api::AttemptId(u"7"_s);
        attempt.createdAt = ago(60);
        attempt.failMessage = u"Invalid credentials."_s;
        model.setRecords({attempt});
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"UTC"_s));
        QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), u"Invalid credentials."_s);
        QCOMPARE(model.index(0, 6).data(Qt::ToolTipRole).toString(), u"7"_s);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Started"_s);
        QVERIFY(!model.headerData(9, Qt::Horizontal).isValid());
    }
};

QTEST_GUILESS_MAIN(HistoryColumnsTest)
#include "tst_historycolumns.moc"
