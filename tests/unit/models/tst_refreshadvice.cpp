// SPDX-License-Identifier: Apache-2.0
#include "situation/RefreshAdvice.h"
#include "support/RowSpec.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;

class RefreshAdviceTest : public QObject
{
    Q_OBJECT

private slots:
    void theAdviceFollowsTheConnection_data();
    void theAdviceFollowsTheConnection();
    void laterSaysWhen();
    void withoutTheBanksLimitsOnlyTheTimeIsIgnored_data();
    void withoutTheBanksLimitsOnlyTheTimeIsIgnored();
};

void RefreshAdviceTest::theAdviceFollowsTheConnection_data()
{
    using Kind = RefreshAdvice::Kind;
    using Status = api::ConnectionStatus;
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("fetching");
    QTest::addColumn<QDateTime>("next");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, Status status, bool fetching, const QDateTime &next, Kind kind) {
        QTest::newRow(name) << static_cast<int>(status) << fetching << next << static_cast<int>(kind);
    };
    const QDateTime now = startOfTime();
    row("time is come", Status::Active, false, now, Kind::Now);
    row("time is past", Status::Active, false, now.addDays(-1), Kind::Now);
    row("a second too early", Status::Active, false, now.addSecs(1), Kind::Later);
    row("no time is not now", Status::Active, false, {}, Kind::NotNow);
    row("running outranks the time", Status::Active, true, now, Kind::Running);
    row("inactive needs a reconnect, whatever the time", Status::Inactive, false, now, Kind::NeedsReconnect);
    row("inactive while a reconnect runs", Status::Inactive, true, {}, Kind::NeedsReconnect);
    row("disabled", Status::Disabled, false, now, Kind::NeedsReconnect);
    row("an unknown status is the server's to judge", Status::Unknown, false, now, Kind::Now);
}

void RefreshAdviceTest::theAdviceFollowsTheConnection()
{
    QFETCH(int, status);
    QFETCH(bool, fetching);
    QFETCH(QDateTime, next);
    ConnectionSummary connection;
    connection.status = static_cast<api::ConnectionStatus>(status);
    connection.fetching = fetching;
    connection.nextRefreshPossibleAt = next;
    QTEST(static_cast<int>(refreshAdvice(connection, startOfTime()).kind), "kind");
}

void RefreshAdviceTest::laterSaysWhen()
{
    ConnectionSummary connection;
    connection.status = api::ConnectionStatus::Active;
    connection.nextRefreshPossibleAt = startOfTime().addSecs(90);
    QCOMPARE(refreshAdvice(connection, startOfTime()).when, startOfTime().addSecs(90));
}

void RefreshAdviceTest::withoutTheBanksLimitsOnlyTheTimeIsIgnored_data()
{
    theAdviceFollowsTheConnection_data();
}

void RefreshAdviceTest::withoutTheBanksLimitsOnlyTheTimeIsIgnored()
{
    using Kind = RefreshAdvice::Kind;
    QFETCH(int, status);
    QFETCH(bool, fetching);
    QFETCH(QDateTime, next);
    QFETCH(int, kind);
    ConnectionSummary connection;
    connection.status = static_cast<api::ConnectionStatus>(status);
    connection.fetching = fetching;
    connection.nextRefreshPossibleAt = next;
    const bool isAboutTime = kind == int(Kind::Later) || kind == int(Kind::NotNow);
    QCOMPARE(int(refreshAdvice(connection, startOfTime(), RefreshLimits::ApiOnly).kind),
             isAboutTime ? int(Kind::Now) : kind);
}

QTEST_GUILESS_MAIN(RefreshAdviceTest)
#include "tst_refreshadvice.moc"
