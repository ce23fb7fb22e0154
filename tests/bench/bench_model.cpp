// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"
#include "Measure.h"

#include "codec/ConnectionDecoder.h"
#include "connections/ConnectionsModel.h"

#include <malloc.h>

namespace saltdesk::bench {

using namespace Qt::Literals::StringLiterals;
using models::Chip;
using models::ConnectionColumn;

namespace {

std::vector<api::ConnectionPage> decoded(const std::vector<QByteArray> &pages)
{
    std::vector<api::ConnectionPage> all;
    for (const QByteArray &page : pages) {
        all.push_back(std::move(*api::decodeConnectionPage(page)));
    }
    return all;
}

void load(models::ConnectionsModel &model, const std::vector<api::ConnectionPage> &pages)
{
    api::Customer customer;
    const api::ConnectionPage &first = pages.front();
    customer.id = api::CustomerId(QString::fromStdString(first.rows.front().customerId.text(first.texts)));
    model.beginReading(customer);
    for (const api::ConnectionPage &page : pages) {
        model.addPage(page);
    }
    model.endReading(true);
}

std::size_t heap()
{
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

void benchFilter(models::ConnectionsModel &model)
{
    const QStringList typed{u"r"_s, u"ra"_s, u"rab"_s, u"rabo"_s, u"rab"_s, u"ra"_s, u"r"_s, u""_s, u"inv"_s, u""_s};
    std::vector<Milliseconds> keystrokes;
    for (const QString &text : typed) {
        const auto start = std::chrono::steady_clock::now();
        model.setFilter(text, Chip::All);
        keystrokes.emplace_back(std::chrono::steady_clock::now() - start);
    }
    model.setFilter({}, Chip::All);
    reportBound(u"filter keystroke, %1 rows"_s.arg(model.total()), median(keystrokes), worst(keystrokes), 16);
}

void benchSort(models::ConnectionsModel &model, ConnectionColumn column, const QString &what, double aim)
{
    bool ascending = false;
    const auto samples = timed(9, [&] {
        ascending = !ascending;
        model.sort(static_cast<int>(column), ascending ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
    reportBound(what, median(samples), worst(samples), aim);
}

/// The list again with one row in a hundred changed.
std::vector<api::ConnectionPage> decodedAndChanged(const std::vector<QByteArray> &bytes)
{
    std::vector<api::ConnectionPage> pages = decoded(bytes);
    for (api::ConnectionPage &page : pages) {
        for (std::size_t i = 0; i < page.rows.size(); i += 100) {
            page.rows[i].updatedAt =
                api::PackedTime(page.rows[i].updatedAt.isNone() ? 1 : page.rows[i].updatedAt.seconds() + 1);
            page.rows[i].dailyRefresh = !page.rows[i].dailyRefresh;
        }
    }
    return pages;
}

} // namespace

void benchModel(const std::vector<QByteArray> &pages)
{
    const std::vector<api::ConnectionPage> rows = decoded(pages);
    const api::SystemClock clock;
    const std::size_t before = heap();
    models::ConnectionsModel model(clock);
    load(model, rows);
    const double perRow = static_cast<double>(heap() - before) / model.total();
    report(u"memory kept per row"_s, u"%1 bytes"_s.arg(perRow, 0, 'f', 0), {}, {}, u"<= 200 bytes"_s);

    benchFilter(model);
    benchSort(model, ConnectionColumn::Bank, u"sort by text"_s, 25);
    benchSort(model, ConnectionColumn::LastSuccess, u"sort by date"_s, 20);
    model.sort(-1);
    const std::vector<api::ConnectionPage> other = decodedAndChanged(pages);
    bool toggled = false;
    const auto differences = timed(6, [&] {
        toggled = !toggled;
        load(model, toggled ? other : rows);
    });
    reportBound(u"re-read list applied, 1 % changed"_s, median(differences), worst(differences), 30);
}

} // namespace saltdesk::bench
