// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptPoller.h"
#include "following/FollowedLedger.h"
#include "support/Bench.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const api::CustomerId customer(u"1"_s);
const api::ConnectionId eleven(u"11"_s);
const api::ConnectionId twelve(u"12"_s);
const api::AttemptId attempt(u"77"_s);

/// One run of the program.
struct Run
{
    explicit Run(const QString &environment = u"account"_s)
        : poller(bench.client, PollingPace{1h, 1h})
        , ledger(poller, bench.client.serverClock(), environment)
    {}

    Bench bench;
    AttemptPoller poller;
    FollowedLedger ledger;
};

} // namespace

class FollowedLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatRanIsFollowedAfterARestart();
    void whatEndedIsForgotten();
    void anotherAccountHasAnotherLedger();
    void anOldEntryIsForgotten();
    void brokenEntriesAreSkipped();
    void withoutANameNothingIsKept();
    void onlyIdsAndTimesAreKept();

private:
    QTemporaryDir m_folder;
};

void FollowedLedgerTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void FollowedLedgerTest::init()
{
    QSettings().clear();
}

void FollowedLedgerTest::whatRanIsFollowedAfterARestart()
{
    {
        Run first;
        first.poller.follow(customer, eleven, attempt);
        first.poller.follow(customer, twelve, api::AttemptId(u"78"_s));
    }
    Run second;
    QCOMPARE(second.poller.followed(), 0);
    second.ledger.restore();
    QCOMPARE(second.poller.followed(), 2);
    QVERIFY(second.poller.isFollowing(eleven, attempt));
    QCOMPARE(second.poller.attempts().front().customer, customer);
}

void FollowedLedgerTest::whatEndedIsForgotten()
{
    {
        Run first;
        first.poller.follow(customer, eleven, attempt);
        first.poller.stopFollowing(eleven);
    }
    Run second;
    second.ledger.restore();
    QCOMPARE(second.poller.followed(), 0);
}

void FollowedLedgerTest::anotherAccountHasAnotherLedger()
{
    {
        Run first;
        first.poller.follow(customer, eleven, attempt);
    }
    Run other(u"other-account"_s);
    other.ledger.restore();
    QCOMPARE(other.poller.followed(), 0);
}

void FollowedLedgerTest::anOldEntryIsForgotten()
{
    {
        Run first;
        first.poller.follow(customer, eleven, attempt);
    }
    Run later;
    later.bench.clock.advance(FollowedLedger::longestAttempt + 1min);
    later.ledger.restore();
    QCOMPARE(later.poller.followed(), 0);
    QVERIFY(QSettings().allKeys().isEmpty());
}

void FollowedLedgerTest::brokenEntriesAreSkipped()
{
    Run run;
    const QString now = run.bench.clock.now().toString(Qt::ISODate);
    QSettings().setValue(u"following/account"_s,
                         QStringList{u""_s, u"1 11"_s, u"1 11 77 yesterday"_s, QString(u"1 12 78 "_s + now)});
    run.ledger.restore();
    QCOMPARE(run.poller.followed(), 1);
    QVERIFY(run.poller.isFollowing(twelve));
}

void FollowedLedgerTest::withoutANameNothingIsKept()
{
    Run run{QString()};
    run.poller.follow(customer, eleven, attempt);
    run.ledger.restore();
    QVERIFY(QSettings().allKeys().isEmpty());
    QCOMPARE(run.poller.followed(), 1);
}

void FollowedLedgerTest::onlyIdsAndTimesAreKept()
{
    Run run;
    run.poller.follow(customer, eleven, attempt);
    const QStringList entries = QSettings().value(u"following/account"_s).toStringList();
    QCOMPARE(entries.size(), 1);
    QVERIFY(entries.front().startsWith(u"1 11 77 "));
    QVERIFY(!entries.front().contains(QLatin1StringView(canarySecret)));
}

QTEST_GUILESS_MAIN(FollowedLedgerTest)
#include "tst_followedledger.moc"
