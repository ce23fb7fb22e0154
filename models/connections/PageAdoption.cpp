// SPDX-License-Identifier: Apache-2.0
#include "connections/PageAdoption.h"

#include <algorithm>
#include <limits>

namespace saltdesk::models {
namespace {

using api::ConnectionRow;
using api::TextIndex;

/// Where each text of a page stands in the model's pool, found at its first use.
class TextTranslation
{
public:
    TextTranslation(const api::TextPool &from, ModelTexts &to)
        : m_from(from)
        , m_to(to)
        , m_plain(from.size(), unknown)
        , m_searchable(from.size(), unknown)
    {}

    [[nodiscard]] TextIndex plain(TextIndex index)
    {
        TextIndex &known = m_plain[index];
        return known == unknown ? known = m_to.intern(m_from.text(index)) : known;
    }
    [[nodiscard]] TextIndex searchable(TextIndex index)
    {
        TextIndex &known = m_searchable[index];
        return known == unknown ? known = m_to.internSearchable(m_from.text(index)) : known;
    }
    [[nodiscard]] api::CompactId id(const api::CompactId &id) { return id.movedTo(m_to.pool(), m_from); }

private:
    static constexpr TextIndex unknown = std::numeric_limits<TextIndex>::max();
    const api::TextPool &m_from;
    ModelTexts &m_to;
    std::vector<TextIndex> m_plain;
    std::vector<TextIndex> m_searchable;
};

ConnectionRow translated(ConnectionRow row, TextTranslation &to)
{
    row.id = to.id(row.id);
    row.customerId = to.id(row.customerId);
    row.attemptId = to.id(row.attemptId);
    row.stageId = to.id(row.stageId);
    row.lastConsentId = to.id(row.lastConsentId);
    row.providerCode = to.searchable(row.providerCode);
    row.providerName = to.searchable(row.providerName);
    row.countryCode = to.searchable(row.countryCode);
    row.statusText = to.searchable(row.statusText);
    row.stageText = to.searchable(row.stageText);
    row.failErrorClass = to.searchable(row.failErrorClass);
    row.failMessage = to.plain(row.failMessage);
    return row;
}

} // namespace

std::vector<ConnectionRow> adoptRows(const api::ConnectionPage &page, ModelTexts &texts)
{
    TextTranslation translation(page.texts, texts);
    std::vector<ConnectionRow> rows;
    rows.reserve(page.rows.size());
    for (const ConnectionRow &row : page.rows) {
        rows.push_back(translated(row, translation));
    }
    sortById(rows);
    return rows;
}

void sortById(std::vector<ConnectionRow> &rows)
{
    const auto byId = [](const ConnectionRow &a, const ConnectionRow &b) { return a.id < b.id; };
    if (!std::is_sorted(rows.begin(), rows.end(), byId)) {
        std::stable_sort(rows.begin(), rows.end(), byId);
    }
    // From the back, so that of equal ids the last one stays.
    const auto sameId = [](const ConnectionRow &a, const ConnectionRow &b) { return a.id == b.id; };
    rows.erase(rows.begin(), std::unique(rows.rbegin(), rows.rend(), sameId).base());
}

} // namespace saltdesk::models
