// SPDX-License-Identifier: Apache-2.0
#include "activity/ExchangeWords.h"

#include <QSet>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;

class ExchangeWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void thePathIsFilledIn_data();
    void thePathIsFilledIn();
    void theClassIsTheErrorWhereThereIsOne();
    void everyKindHasItsOwnWord();
    void durationsAreShort_data();
    void durationsAreShort();
};

void ExchangeWordsTest::thePathIsFilledIn_data()
{
    QTest::addColumn<QString>("pathTemplate");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("path");
    QTest::newRow("none") << u"customers"_s << QStringList() << u"customers?a=1&identifier=•••"_s;
    QTest::newRow("one") << u"connections/{}/refresh"_s << QStringList{u"12"_s}
                         << u"connections/12/refresh?a=1&identifier=•••"_s;
    QTest::newRow("two, the first with braces")
        << u"a/{}/b/{}"_s << QStringList{u"{}"_s, u"2"_s} << u"a/{}/b/2?a=1&identifier=•••"_s;
    QTest::newRow("too few") << u"a/{}"_s << QStringList() << u"a/{}?a=1&identifier=•••"_s;
    QTest::newRow("too many") << u"a"_s << QStringList{u"1"_s} << u"a?a=1&identifier=•••"_s;
}

void ExchangeWordsTest::thePathIsFilledIn()
{
    QFETCH(const QString, pathTemplate);
    QFETCH(const QStringList, arguments);
    api::Exchange exchange;
    exchange.pathTemplate = pathTemplate;
    exchange.pathArguments = arguments;
    exchange.query = {{u"a"_s, u"1"_s}, {u"identifier"_s, QString()}};
    QTEST(models::exchangePath(exchange), "path");
}

void ExchangeWordsTest::theClassIsTheErrorWhereThereIsOne()
{
    api::Exchange exchange;
    QCOMPARE(models::exchangeError(exchange), QString());
    exchange.error = ErrorKind::Rejected;
    QCOMPARE(models::exchangeError(exchange), u"refused"_s);
    exchange.errorClass = u"ConnectionNotFound"_s;
    QCOMPARE(models::exchangeError(exchange), u"ConnectionNotFound"_s);
}

void ExchangeWordsTest::everyKindHasItsOwnWord()
{
    QSet<QString> words;
    const int kinds = static_cast<int>(ErrorKind::PagingLoop) + 1;
    for (int kind = 0; kind < kinds; ++kind) {
        api::Exchange exchange;
        exchange.error = static_cast<ErrorKind>(kind);
        words.insert(models::exchangeError(exchange));
    }
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.size(), kinds);
}

void ExchangeWordsTest::durationsAreShort_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << 0 << u"0 ms"_s;
    QTest::newRow("below a second") << 999 << u"999 ms"_s;
    QTest::newRow("a second") << 1'000 << u"1.0 s"_s;
    QTest::newRow("more") << 1'449 << u"1.4 s"_s;
    QTest::newRow("long") << 120'000 << u"120.0 s"_s;
}

void ExchangeWordsTest::durationsAreShort()
{
    QFETCH(const int, milliseconds);
    QFETCH(const QString, words);
    QCOMPARE(models::exchangeDuration(std::chrono::milliseconds(milliseconds)), words);
    QCOMPARE(models::retryWords(std::chrono::milliseconds(milliseconds)), QString(u"again in " + words));
}

QTEST_GUILESS_MAIN(ExchangeWordsTest)
#include "tst_exchangewords.moc"
