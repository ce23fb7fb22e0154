// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ListPage.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

/// What is odd but legal in every kind of record, each with what must be read.
namespace saltdesk::testing {

/// The content of a JSON string, and the text that it stands for.
inline void addOddTexts()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("arabic") << QByteArray("بنك الخليج") << QStringLiteral("بنك الخليج");
    QTest::newRow("hebrew and latin") << QByteArray("בנק Leumi") << QStringLiteral("בנק Leumi");
    QTest::newRow("emoji") << QByteArray("🏦👩‍👩‍👧") << QStringLiteral("🏦👩‍👩‍👧");
    QTest::newRow("escaped emoji") << QByteArray(R"(\ud83c\udfe6)") << QStringLiteral("🏦");
    QTest::newRow("markup") << QByteArray("<b>A</b> &amp; <img src=x onerror=alert(1)>")
                            << QStringLiteral("<b>A</b> &amp; <img src=x onerror=alert(1)>");
    QTest::newRow("escapes") << QByteArray(R"(a\"b\\c\/d\n\u00e9)") << QStringLiteral("a\"b\\c/d\né");
    QTest::newRow("500 characters") << QByteArray(500, 'x') << QString(500, u'x');
    QTest::newRow("500 characters of two bytes") << QByteArray("é").repeated(500) << QString(500, u'é');
    QTest::newRow("empty") << QByteArray() << QStringLiteral("");
}

/// A moment in each form that is read, as JSON, and the same moment in UTC.
inline void addOddMoments()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime moment(QDate(2020, 9, 7), QTime(10, 35, 46), Qt::UTC);
    QTest::newRow("as documented") << QByteArray(R"("2020-09-07T10:35:46Z")") << moment;
    QTest::newRow("offset") << QByteArray(R"("2020-09-07T13:35:46+03:00")") << moment;
    QTest::newRow("offset into the day before") << QByteArray(R"("2020-09-08T00:05:46+13:30")") << moment;
    QTest::newRow("milliseconds") << QByteArray(R"("2020-09-07T10:35:46.250Z")") << moment.addMSecs(250);
    QTest::newRow("milliseconds and offset")
        << QByteArray(R"("2020-09-07T05:35:46.250-05:00")") << moment.addMSecs(250);
    QTest::newRow("date alone") << QByteArray(R"("2020-09-07")") << QDateTime(QDate(2020, 9, 7), QTime(0, 0), Qt::UTC);
}

/// An id as JSON, and its text: digits never pass through a double.
inline void addOddIds()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    QTest::newRow("number") << QByteArray("7") << QStringLiteral("7");
    QTest::newRow("over 2^53") << QByteArray("9007199254740993") << QStringLiteral("9007199254740993");
    QTest::newRow("nineteen digits") << QByteArray("9999999999999999999") << QStringLiteral("9999999999999999999");
    QTest::newRow("over 64 bits") << QByteArray("123456789012345678901234")
                                  << QStringLiteral("123456789012345678901234");
    QTest::newRow("text") << QByteArray(R"("9999999999999999999")") << QStringLiteral("9999999999999999999");
}

/// Members of a record beside its id, and what they make of one that has nothing but the id.
template <class T>
struct OddRow
{
    using Change = std::function<void(T &)>;

    OddRow() = default;
    OddRow(const char *title, const char *json, Change makes, QStringList names = {})
        : name(title)
        , members(json)
        , change(std::move(makes))
        , warned(std::move(names))
    {}

    const char *name = nullptr;
    QByteArray members;
    Change change;
    /// The members that a warning must name, in order.
    QStringList warned;
};

template <class T>
void addRows(const std::vector<OddRow<T>> &rows)
{
    QTest::addColumn<OddRow<T>>("row");
    for (const OddRow<T> &row : rows) {
        QTest::newRow(row.name) << row;
    }
}

/// Whether the warnings name these members, in this order and no others.
inline bool namesThese(const std::vector<api::DecodeWarning> &warnings, const QStringList &members)
{
    if (warnings.size() != static_cast<std::size_t>(members.size())) {
        return false;
    }
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (!warnings[static_cast<std::size_t>(i)].problem.contains(u'“' + members.at(i) + u'”')) {
            return false;
        }
    }
    return true;
}

/// Whether the page has one record, which is `bare` with the row's change, and the row's warnings, which show no value.
template <class T>
bool readsAs(const api::Result<api::ListPage<T>> &page, T bare, const OddRow<T> &row)
{
    row.change(bare);
    return page && page->records.size() == 1 && page->records.front() == bare &&
           namesThese(page->warnings, row.warned) &&
           std::none_of(page->warnings.begin(), page->warnings.end(), [](const api::DecodeWarning &warning) {
               return warning.problem.contains(QLatin1String("s3cr3t"));
           });
}

} // namespace saltdesk::testing
