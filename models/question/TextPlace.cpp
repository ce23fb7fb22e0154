// SPDX-License-Identifier: Apache-2.0
#include "question/TextPlace.h"

namespace saltdesk::models {

namespace {

constexpr std::size_t deepestList = 6;

} // namespace

void TextPlaces::beginList(bool isNumbered)
{
    if (m_here.lists.size() >= deepestList) {
        ++m_listsTooDeep;
        return;
    }
    m_here.lists.push_back({++m_serial, 0, isNumbered});
}

void TextPlaces::endList()
{
    if (m_listsTooDeep > 0) {
        --m_listsTooDeep;
    } else if (!m_here.lists.empty()) {
        m_here.lists.pop_back();
    }
}

void TextPlaces::beginItem()
{
    if (!m_here.lists.empty()) {
        m_here.lists.back().item = ++m_serial;
    }
}

void TextPlaces::beginQuote()
{
    if (m_here.lists.empty()) {
        ++m_quotes;
    } else {
        ++m_quotesInLists;
    }
    m_here.isQuoted = m_quotes > 0;
}

void TextPlaces::endQuote()
{
    if (m_quotesInLists > 0) {
        --m_quotesInLists;
    } else if (m_quotes > 0) {
        --m_quotes;
    }
    m_here.isQuoted = m_quotes > 0;
}

} // namespace saltdesk::models
