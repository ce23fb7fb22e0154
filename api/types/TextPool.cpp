// SPDX-License-Identifier: Apache-2.0
#include "types/TextPool.h"

namespace saltdesk::api {

TextPool::TextPool()
{
    m_texts.emplace_back();
    m_indexes.emplace(m_texts.back(), 0);
}

TextIndex TextPool::intern(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    const auto known = m_indexes.find(text);
    if (known != m_indexes.end()) {
        return known->second;
    }
    const auto index = static_cast<TextIndex>(m_texts.size());
    // A deque never moves its elements, so the views that are the keys stay good.
    m_texts.emplace_back(text);
    m_indexes.emplace(m_texts.back(), index);
    return index;
}

} // namespace saltdesk::api
