// SPDX-License-Identifier: Apache-2.0
#include "customer/FindOffers.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList labels(const FindOffers &offers)
{
    QStringList all;
    for (int row = 0; row < offers.rowCount(); ++row) {
        all << offers.index(row).data().toString();
    }
    return all;
}

const RecentCustomer recent{api::CustomerId(u"22"_s), u"helpdesk-22"_s};
const HistoryHit bank{.connection = api::ConnectionId(u"11"_s),
                      .customer = api::CustomerId(u"22"_s),
                      .customerLabel = u"helpdesk-22"_s,
                      .bank = u"Rabobank"_s};
const HistoryHit customer{.customer = api::CustomerId(u"33"_s), .customerLabel = u"helpdesk-33"_s};

} // namespace

class FindOffersTest : public QObject
{
    Q_OBJECT

private slots:
    void recentOnesStandBeforeWhatWasFound();
    void whoeverIsForgottenIsNotFoundAnyMore();
    void whatIsRecentIsNotOfferedTwice();
    void aNoteIsShownAroundWhatWasFound_data();
    void aNoteIsShownAroundWhatWasFound();
    void anOfferSearchesForItsCustomerAndChoosesItsConnection();
};

void FindOffersTest::recentOnesStandBeforeWhatWasFound()
{
    FindOffers offers;
    const QAbstractItemModelTester tester(&offers, QAbstractItemModelTester::FailureReportingMode::QtTest);
    offers.setRecent({recent});
    offers.setHits({customer, bank}, u"a"_s);
    QCOMPARE(labels(offers), (QStringList{u"helpdesk-22"_s, u"helpdesk-33"_s, u"Rabobank · helpdesk-22"_s}));
    offers.setHits({}, u"z"_s);
    QCOMPARE(labels(offers), QStringList{u"helpdesk-22"_s});
}

void FindOffersTest::whoeverIsForgottenIsNotFoundAnyMore()
{
    FindOffers offers;
    offers.setHits({customer, bank}, u"a"_s);
    offers.setRecent({});
    QCOMPARE(offers.rowCount(), 0);
}

void FindOffersTest::whatIsRecentIsNotOfferedTwice()
{
    FindOffers offers;
    offers.setRecent({recent});
    offers.setHits({{.customer = recent.id, .customerLabel = recent.label}}, u"help"_s);
    QCOMPARE(labels(offers), QStringList{u"helpdesk-22"_s});
}

void FindOffersTest::aNoteIsShownAroundWhatWasFound_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("label");
    const QString far(60, u'x');
    QTest::newRow("a short one whole") << u"Lost card"_s << u"Note: Lost card · helpdesk-22"_s;
    QTest::newRow("lines become one") << u"Lost\n\ncard"_s << u"Note: Lost card · helpdesk-22"_s;
    QTest::newRow("far from both ends") << far + u"lost"_s + far
                                        << u"Note: …"_s + far.left(40) + u"lost"_s + far.left(40) +
                                               u"… · helpdesk-22"_s;
    QTest::newRow("at the end") << far + u"lost"_s << u"Note: …"_s + far.left(40) + u"lost · helpdesk-22"_s;
}

void FindOffersTest::aNoteIsShownAroundWhatWasFound()
{
    QFETCH(const QString, note);
    QFETCH(const QString, label);
    FindOffers offers;
    HistoryHit hit = bank;
    hit.note = note;
    offers.setHits({hit}, u"lost"_s);
    QCOMPARE(labels(offers), QStringList{label});
}

void FindOffersTest::anOfferSearchesForItsCustomerAndChoosesItsConnection()
{
    FindOffers offers;
    offers.setHits({customer, bank}, u"a"_s);
    QCOMPARE(offers.index(0).data(FindOffers::SearchRole).toString(), u"33"_s);
    QVERIFY(offers.index(0).data(FindOffers::ConnectionRole).toString().isEmpty());
    QCOMPARE(offers.index(1).data(FindOffers::SearchRole).toString(), u"22"_s);
    QCOMPARE(offers.index(1).data(FindOffers::ConnectionRole).toString(), u"11"_s);
    QCOMPARE(offers.labelled(u"Rabobank · helpdesk-22"_s), offers.index(1));
    QVERIFY(!offers.labelled(u"Rabobank"_s).isValid());
}

QTEST_GUILESS_MAIN(FindOffersTest)

#include "tst_findoffers.moc"
