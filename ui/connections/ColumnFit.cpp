// SPDX-License-Identifier: Apache-2.0
#include "connections/ColumnFit.h"

#include "connections/ConnectionColumn.h"
#include "connections/ConnectionDelegate.h"

#include <QFontMetrics>
#include <QHeaderView>

#include <algorithm>
#include <array>

namespace saltdesk::ui {

namespace {

/// Widths in average characters: what a column wants, how far it may shrink, and its share of what is left over.
struct Wish
{
    double wanted = 0;
    double least = 0;
    int share = 0;
};

constexpr std::array<Wish, models::connectionColumnCount> wishes{{
    {.wanted = 19, .least = 17.4, .share = 0}, // state: the pill's sign and word
    {.wanted = 24, .least = 21.6, .share = 4}, // bank
    {.wanted = 11, .least = 10.2, .share = 0}, // country
    {.wanted = 20, .least = 17.6, .share = 2}, // customer
    {.wanted = 16.5, .least = 14, .share = 0}, // last success
    {.wanted = 13, .least = 10.7, .share = 0}, // next refresh
    {.wanted = 18, .least = 12, .share = 2},   // last attempt
    {.wanted = 21, .least = 11, .share = 3},   // error
    {.wanted = 14, .least = 13, .share = 0},   // consent ends
    {.wanted = 25, .least = 20, .share = 0},   // connection id
}};

} // namespace

std::vector<int> fittedColumns(int width, const QFontMetrics &metrics, const QHeaderView &header)
{
    const double unit = metrics.horizontalAdvance(QStringLiteral("abcdefghijklmnopqrstuvwxyz")) / 26.0;
    double wanted = 0;
    double least = 0;
    int shares = 0;
    for (size_t column = 0; column < wishes.size(); ++column) {
        if (!header.isSectionHidden(int(column))) {
            wanted += wishes[column].wanted * unit;
            least += wishes[column].least * unit;
            shares += wishes[column].share;
        }
    }
    const double spare = width - wanted;
    const double tight = wanted > least ? std::clamp(-spare / (wanted - least), 0.0, 1.0) : 0.0;
    std::vector<int> widths;
    widths.reserve(wishes.size());
    for (const Wish &wish : wishes) {
        const double grown = spare > 0 && shares > 0 ? spare * wish.share / shares : 0;
        widths.push_back(int((wish.wanted - (wish.wanted - wish.least) * tight) * unit + grown));
    }
    // What rounding left over, so that the rows end where their place ends.
    int sum = 0;
    for (size_t column = 0; column < widths.size(); ++column) {
        sum += header.isSectionHidden(int(column)) ? 0 : widths[column];
    }
    if (sum < width && width - sum < int(widths.size())) {
        widths[static_cast<size_t>(models::ConnectionColumn::Bank)] += width - sum;
    }
    return widths;
}

} // namespace saltdesk::ui
