// SPDX-License-Identifier: Apache-2.0
#include "connecting/NewcomerSearch.h"
#include "support/RowSpec.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

RowSpec row(const QString &id, const QString &bankCode = u"bank_nl"_s,
            std::optional<std::chrono::seconds> createdAgo = 0s, const QString &attempt = u"70"_s)
{
    return {.id = id, .bankCode = bankCode, .attempt = attempt, .createdAgo = createdAgo};
}

/// Sent to bank_nl at the start of time; 11 was there before.
Newcomer newcomer()
{
    return {.providerCode = u"bank_nl"_s, .sentAt = startOfTime(), .known = {api::ConnectionId(u"11"_s)}};
}

} // namespace

class NewcomerSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewcomerIsTheOneThatWasNotThere_data();
    void theNewcomerIsTheOneThatWasNotThere();
    void itsAttemptIsToldToo();
    void withoutAttemptThereIsNone();
    void idsThatAreNoNumbersAreComparedToo();
    void aBankOfForeignLettersIsFound();
};

void NewcomerSearchTest::theNewcomerIsTheOneThatWasNotThere_data()
{
    QTest::addColumn<QList<RowSpec>>("rows");
    QTest::addColumn<QString>("found");
    const auto add = [](const char *name, const QList<RowSpec> &rows, const QString &found) {
        QTest::newRow(name) << rows << found;
    };
    add("an empty list", {}, {});
    add("a new one", {row(u"12"_s)}, u"12"_s);
    add("only those that were there", {row(u"11"_s)}, {});
    add("one that was there and a new one", {row(u"11"_s), row(u"12"_s)}, u"12"_s);
    add("another bank", {row(u"12"_s, u"other_nl"_s)}, {});
    add("a bank whose code only begins alike", {row(u"12"_s, u"bank_nl_2"_s)}, {});
    add("two new ones: the youngest", {row(u"12"_s), row(u"13"_s)}, u"13"_s);
    add("the youngest is at another bank", {row(u"12"_s), row(u"13"_s, u"other_nl"_s)}, u"12"_s);
    add("one from before the request", {row(u"12"_s, u"bank_nl"_s, 60s)}, {});
    add("one from long before, unknown here", {row(u"12"_s, u"bank_nl"_s, 24h * 300)}, {});
    add("one from after the request", {row(u"12"_s, u"bank_nl"_s, -60s)}, u"12"_s);
    add("a clock that is 5 s behind", {row(u"12"_s, u"bank_nl"_s, 5s)}, u"12"_s);
    add("a clock that is 6 s behind", {row(u"12"_s, u"bank_nl"_s, 6s)}, {});
    add("one whose birthday is not told", {row(u"12"_s, u"bank_nl"_s, std::nullopt)}, u"12"_s);
    add("an older one that stands last", {row(u"12"_s), row(u"13"_s, u"bank_nl"_s, 24h)}, u"12"_s);
}

void NewcomerSearchTest::theNewcomerIsTheOneThatWasNotThere()
{
    QFETCH(QList<RowSpec>, rows);
    QFETCH(QString, found);
    const auto result = findNewcomer(pageOf(rows), newcomer());
    QCOMPARE(result.has_value(), !found.isEmpty());
    QCOMPARE(result.value_or(FoundConnection{}).id.toString(), found);
}

void NewcomerSearchTest::itsAttemptIsToldToo()
{
    const auto result = findNewcomer(pageOf({row(u"12"_s, u"bank_nl"_s, 0s, u"777777777777777777"_s)}), newcomer());
    QVERIFY(result);
    QCOMPARE(result->attempt.toString(), u"777777777777777777"_s);
}

void NewcomerSearchTest::withoutAttemptThereIsNone()
{
    const auto result = findNewcomer(pageOf({row(u"12"_s, u"bank_nl"_s, 0s, {})}), newcomer());
    QVERIFY(result);
    QVERIFY(result->attempt.isEmpty());
}

void NewcomerSearchTest::idsThatAreNoNumbersAreComparedToo()
{
    Newcomer wanted = newcomer();
    wanted.known = {api::ConnectionId(u"abc-1"_s)};
    const auto result = findNewcomer(pageOf({row(u"abc-2"_s), row(u"abc-1"_s)}), wanted);
    QVERIFY(result);
    QCOMPARE(result->id.toString(), u"abc-2"_s);
}

void NewcomerSearchTest::aBankOfForeignLettersIsFound()
{
    Newcomer wanted = newcomer();
    wanted.providerCode = u"банк_bg"_s;
    QVERIFY(findNewcomer(pageOf({row(u"12"_s, u"банк_bg"_s)}), wanted));
}

QTEST_GUILESS_MAIN(NewcomerSearchTest)
#include "tst_newcomersearch.moc"
