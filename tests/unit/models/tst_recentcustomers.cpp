// SPDX-License-Identifier: Apache-2.0
#include "customer/RecentCustomers.h"

#include <QFileInfo>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

api::CustomerId customer(int number)
{
    return api::CustomerId(QString::number(number));
}

void see(RecentCustomers &recent, int number)
{
    recent.saw(customer(number), u"helpdesk %1"_s.arg(number));
}

QStringList labels(const RecentCustomers &recent)
{
    QStringList all;
    for (const RecentCustomer &one : recent.customers()) {
        all << one.label;
    }
    return all;
}

} // namespace

class RecentCustomersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whoeverWasThereLastIsFirst();
    void pinnedOnesStandAboveTheOthers();
    void ofTheOthersOnlySoManyAreKept();
    void theyAreThereAfterARestart();
    void anotherAccountHasOthers();
    void withoutANameNothingIsKept();
    void aForgottenOneIsGoneUnderEveryAccount();
    void brokenEntriesAreSkipped();
    void onlyTheUserCanReadThem();
    void theSameOneAgainIsNoChange();
    void theConnectionHeLeftAtIsRememberedWithItsCustomer();

private:
    QTemporaryDir m_folder;
};

void RecentCustomersTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void RecentCustomersTest::init()
{
    QSettings().clear();
}

void RecentCustomersTest::whoeverWasThereLastIsFirst()
{
    RecentCustomers recent(u"account"_s);
    QVERIFY(!recent.last());
    see(recent, 1);
    see(recent, 2);
    see(recent, 1);
    QCOMPARE(labels(recent), (QStringList{u"helpdesk 1"_s, u"helpdesk 2"_s}));
    QCOMPARE(*recent.last(), customer(1));
}

void RecentCustomersTest::pinnedOnesStandAboveTheOthers()
{
    RecentCustomers recent(u"account"_s);
    see(recent, 1);
    recent.setPinned(customer(1), true);
    see(recent, 2);
    QCOMPARE(labels(recent), (QStringList{u"helpdesk 1"_s, u"helpdesk 2"_s}));
    QCOMPARE(*recent.last(), customer(2));
    QVERIFY(recent.isPinned(customer(1)) && !recent.isPinned(customer(2)));
    recent.setPinned(customer(1), false);
    QCOMPARE(labels(recent), (QStringList{u"helpdesk 2"_s, u"helpdesk 1"_s}));
    // Nobody who was never seen can be pinned.
    recent.setPinned(customer(9), true);
    QVERIFY(!recent.isPinned(customer(9)));
}

void RecentCustomersTest::ofTheOthersOnlySoManyAreKept()
{
    RecentCustomers recent(u"account"_s);
    see(recent, 0);
    recent.setPinned(customer(0), true);
    for (int number = 1; number <= 40; ++number) {
        see(recent, number);
    }
    QCOMPARE(recent.customers().size(), size_t{RecentCustomers::mostUnpinned + 1});
    QVERIFY(recent.isPinned(customer(0)));
    QCOMPARE(labels(recent).at(1), u"helpdesk 40"_s);
}

void RecentCustomersTest::theyAreThereAfterARestart()
{
    {
        RecentCustomers recent(u"account"_s);
        see(recent, 1);
        recent.setPinned(customer(1), true);
        see(recent, 2);
    }
    const RecentCustomers recent(u"account"_s);
    QCOMPARE(labels(recent), (QStringList{u"helpdesk 1"_s, u"helpdesk 2"_s}));
    QVERIFY(recent.isPinned(customer(1)));
    QCOMPARE(*recent.last(), customer(2));
}

void RecentCustomersTest::anotherAccountHasOthers()
{
    RecentCustomers recent(u"account"_s);
    see(recent, 1);
    QVERIFY(RecentCustomers(u"other"_s).customers().empty());
}

void RecentCustomersTest::withoutANameNothingIsKept()
{
    RecentCustomers recent({});
    see(recent, 1);
    QVERIFY(recent.customers().empty());
    QVERIFY(QSettings().allKeys().isEmpty());
}

void RecentCustomersTest::aForgottenOneIsGoneUnderEveryAccount()
{
    RecentCustomers recent(u"account"_s);
    RecentCustomers other(u"other"_s);
    see(recent, 1);
    see(recent, 11);
    see(other, 1);
    QSignalSpy changed(&recent, &RecentCustomers::changed);
    QVERIFY(recent.forget(customer(1)));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(labels(recent), QStringList{u"helpdesk 11"_s});
    QVERIFY(RecentCustomers(u"other"_s).customers().empty());
    QCOMPARE(labels(RecentCustomers(u"account"_s)), QStringList{u"helpdesk 11"_s});
}

void RecentCustomersTest::brokenEntriesAreSkipped()
{
    QSettings().setValue(u"recent/account"_s,
                         QStringList{QString(), u"1"_s, u"2 seen"_s, u"3 seen three"_s, u" x y"_s});
    QCOMPARE(labels(RecentCustomers(u"account"_s)), QStringList{u"three"_s});
}

void RecentCustomersTest::onlyTheUserCanReadThem()
{
    RecentCustomers recent(u"account"_s);
    see(recent, 1);
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(QSettings().fileName()).permissions() & others, QFile::Permissions());
}

void RecentCustomersTest::theSameOneAgainIsNoChange()
{
    RecentCustomers recent(u"account"_s);
    see(recent, 1);
    QSignalSpy changed(&recent, &RecentCustomers::changed);
    see(recent, 1);
    QCOMPARE(changed.size(), 0);
}

void RecentCustomersTest::theConnectionHeLeftAtIsRememberedWithItsCustomer()
{
    const api::ConnectionId eleven(u"11"_s);
    {
        RecentCustomers recent(u"account"_s);
        recent.leftAt(eleven);
        QVERIFY(recent.lastConnection().isEmpty());
        see(recent, 1);
        recent.leftAt(eleven);
    }
    RecentCustomers recent(u"account"_s);
    QCOMPARE(recent.lastConnection(), eleven);
    see(recent, 2);
    QVERIFY(recent.lastConnection().isEmpty());
    see(recent, 1);
    QCOMPARE(recent.lastConnection(), eleven);
    QVERIFY(recent.forget(customer(1)));
    QVERIFY(!QSettings().allKeys().join(u' ').contains(u"left"_s));
}

QTEST_GUILESS_MAIN(RecentCustomersTest)
#include "tst_recentcustomers.moc"
