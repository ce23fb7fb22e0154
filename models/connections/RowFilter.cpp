// SPDX-License-Identifier: Apache-2.0
#include "connections/RowFilter.h"

#include "connections/CellText.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>

namespace saltdesk::models {
namespace {

/// From here on digits are taken for a piece of an id; fewer would match nearly every one.
constexpr qsizetype fewestFilteredDigits = 4;

bool isAllDigits(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

RowFilter::RowFilter(const RowStore &store, const QString &text, Chip chip, const QString &customerLabel)
    : m_store(store)
    , m_chip(chip)
{
    const QString needle = text.trimmed();
    m_everyText = needle.isEmpty() || customerLabel.contains(needle, Qt::CaseInsensitive);
    if (m_everyText) {
        return;
    }
    matchTexts(needle);
    if (needle.size() >= fewestFilteredDigits && isAllDigits(needle)) {
        m_digits = needle.toStdString();
    }
}

void RowFilter::matchTexts(const QString &needle)
{
    const ModelTexts &texts = m_store.texts();
    m_texts.resize(texts.size(), 0);
    for (api::TextIndex index = 1; index < m_texts.size(); ++index) {
        m_texts[index] = texts.isSearchable(index) && texts.text(index).contains(needle, Qt::CaseInsensitive);
    }
    for (std::size_t i = 0; i < m_situations.size(); ++i) {
        m_situations[i] = situationWord(static_cast<Situation>(i)).contains(needle, Qt::CaseInsensitive);
    }
    m_questionWaiting = questionWaitingText().contains(needle, Qt::CaseInsensitive);
}

bool RowFilter::matches(RowIndex index) const
{
    if (!m_store.isUnder(index, m_chip)) {
        return false;
    }
    if (m_everyText) {
        return true;
    }
    const api::ConnectionRow &row = m_store.row(index);
    return matchesText(row, m_store.situation(index)) || (!m_digits.empty() && matchesId(row));
}

bool RowFilter::matchesText(const api::ConnectionRow &row, Situation situation) const
{
    const unsigned found = m_texts[row.providerName] | m_texts[row.providerCode] | m_texts[row.countryCode] |
                           m_texts[row.statusText] | m_texts[row.stageText] | m_texts[row.failErrorClass];
    return found != 0 || m_situations[static_cast<std::size_t>(situation)] ||
           (m_questionWaiting && situation == Situation::Asks);
}

bool RowFilter::matchesId(const api::ConnectionRow &row) const
{
    return hasDigits(row.id) || hasDigits(row.attemptId) || hasDigits(row.customerId);
}

/// Written on the stack: a text per id and row would cost more than everything else a keystroke does.
bool RowFilter::hasDigits(const api::CompactId &id) const
{
    if (id.isNone()) {
        return false;
    }
    if (id.isPooled()) {
        return m_store.texts().utf8(id.pooledText()).find(m_digits) != std::string_view::npos;
    }
    std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 1> digits;
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), id.number());
    const std::string_view text(digits.data(), static_cast<std::size_t>(written.ptr - digits.data()));
    return text.find(m_digits) != std::string_view::npos;
}

} // namespace saltdesk::models
