// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/TextPool.h"

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace saltdesk::models {

/// Each distinct text of a model once, in both forms: UTF-8 for the rules, QString for cells and filter. Texts that the
/// filter looks into are marked, so that it need not look into a hundred thousand ids or messages.
class ModelTexts
{
public:
    ModelTexts();

    [[nodiscard]] api::TextIndex intern(std::string_view text);
    [[nodiscard]] api::TextIndex internSearchable(std::string_view text);
    /// For CompactId alone, which keeps odd ids in a pool.
    [[nodiscard]] api::TextPool &pool() { return m_pool; }
    [[nodiscard]] const api::TextPool &pool() const { return m_pool; }

    [[nodiscard]] std::string_view utf8(api::TextIndex index) const { return m_pool.text(index); }
    [[nodiscard]] QString text(api::TextIndex index) const;
    [[nodiscard]] std::size_t size() const { return m_pool.size(); }
    [[nodiscard]] bool isSearchable(api::TextIndex index) const;
    void clear();

private:
    void catchUp();

    api::TextPool m_pool;
    std::vector<QString> m_strings;
    std::vector<std::uint8_t> m_searchable;
};

} // namespace saltdesk::models
