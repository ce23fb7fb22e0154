// SPDX-License-Identifier: Apache-2.0
#include "connections/ModelTexts.h"

namespace saltdesk::models {
namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ModelTexts::ModelTexts()
{
    catchUp();
}

api::TextIndex ModelTexts::intern(std::string_view text)
{
    const api::TextIndex index = m_pool.intern(text);
    catchUp();
    return index;
}

api::TextIndex ModelTexts::internSearchable(std::string_view text)
{
    const api::TextIndex index = intern(text);
    m_searchable[index] = 1;
    return index;
}

QString ModelTexts::text(api::TextIndex index) const
{
    // Texts that an id put into the pool have no string of their own yet.
    return index < m_strings.size() ? m_strings[index] : fromUtf8(m_pool.text(index));
}

bool ModelTexts::isSearchable(api::TextIndex index) const
{
    return index < m_searchable.size() && m_searchable[index] != 0;
}

void ModelTexts::clear()
{
    m_pool = api::TextPool();
    m_strings.clear();
    m_searchable.clear();
    catchUp();
}

void ModelTexts::catchUp()
{
    while (m_strings.size() < m_pool.size()) {
        m_strings.push_back(fromUtf8(m_pool.text(static_cast<api::TextIndex>(m_strings.size()))));
        m_searchable.push_back(0);
    }
}

} // namespace saltdesk::models
