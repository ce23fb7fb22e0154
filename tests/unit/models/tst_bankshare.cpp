// SPDX-License-Identifier: Apache-2.0
#include "situation/BankShare.h"

#include "support/RowSpec.h"
#include "time/RelativeTime.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

class BankShareTest : public QObject
{
    Q_OBJECT

private slots:
    void theSentenceIsHonestAboutItsSample_data();
    void theSentenceIsHonestAboutItsSample();
    void theFirstOfTheFailuresIsTold();
    void customersAreCountedOnce();
};

namespace {

SeenConnection seen(const QString &failingClass, int minutesAgo = 60, const QString &customer = {})
{
    static int number = 0;
    ++number;
    return {.connection = api::ConnectionId(QString::number(number)),
            .customer = api::CustomerId(customer.isEmpty() ? u"c%1"_s.arg(number) : customer),
            .failingClass = failingClass,
            .failingSince = failingClass.isEmpty() ? QDateTime() : startOfTime().addSecs(-60 * minutesAgo)};
}

} // namespace

void BankShareTest::theSentenceIsHonestAboutItsSample_data()
{
    QTest::addColumn<QStringList>("classes");
    QTest::addColumn<QString>("start");
    QTest::newRow("none seen") << QStringList() << QString();
    QTest::newRow("one, failing") << QStringList{u"ProviderError"_s} << u"Can't be told"_s;
    QTest::newRow("one, well") << QStringList{u""_s} << u"Nothing points to it: the only connection"_s;
    QTest::newRow("all well") << QStringList{u""_s, u""_s, u""_s} << u"Nothing points to it: none fails"_s;
    QTest::newRow("what the customer must mend says nothing")
        << QStringList{u"InvalidCredentials"_s, u""_s} << u"Nothing points to it: none fails"_s;
    QTest::newRow("some") << QStringList{u"ProviderError"_s, u"ProviderUnavailable"_s, u""_s}
                          << u"2 of 3 at this bank failing"_s;
    QTest::newRow("nor what we must mend")
        << QStringList{u"BackgroundFetchLimitExceeded"_s, u""_s} << u"Nothing points to it: none fails"_s;
    QTest::newRow("a class that is not known is not the customer's")
        << QStringList{u"BrandNewError"_s, u""_s} << u"1 of 2 at this bank failing"_s;
}

void BankShareTest::theSentenceIsHonestAboutItsSample()
{
    QFETCH(const QStringList, classes);
    QFETCH(const QString, start);
    std::vector<SeenConnection> connections;
    for (const QString &one : classes) {
        connections.push_back(seen(one));
    }
    const QString sentence = bankShareSentence(bankShare(connections));
    QVERIFY2(sentence.startsWith(start), qPrintable(sentence));
    QCOMPARE(sentence.contains(u"24 hours"_s), !classes.isEmpty());
    if (classes.size() > 1) {
        QVERIFY2(sentence.contains(u"%1 connection"_s.arg(classes.size())), qPrintable(sentence));
    }
}

void BankShareTest::theFirstOfTheFailuresIsTold()
{
    const BankShare share = bankShare({seen(u"ProviderError"_s, 10), seen(u"ProviderError"_s, 90),
                                       seen(u"InvalidCredentials"_s, 600), seen(u"ProviderError"_s, 40)});
    QCOMPARE(share.firstFailure, startOfTime().addSecs(-60 * 90));
    QCOMPARE(share.failing, 3);
    QCOMPARE(share.failingOtherwise, 1);
    const QString sentence = bankShareSentence(share);
    QVERIFY(sentence.contains(u"the first since "_s + localTime(share.firstFailure)));
    QVERIFY(sentence.endsWith(u"1 more for reasons that are not the bank's."_s));
}

void BankShareTest::customersAreCountedOnce()
{
    const BankShare share = bankShare({seen({}, 0, u"a"_s), seen({}, 0, u"a"_s), seen({}, 0, u"b"_s)});
    QCOMPARE(share.seen, 3);
    QCOMPARE(share.customers, 2);
}

QTEST_GUILESS_MAIN(BankShareTest)

#include "tst_bankshare.moc"
