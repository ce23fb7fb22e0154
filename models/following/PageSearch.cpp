// SPDX-License-Identifier: Apache-2.0
#include "following/PageSearch.h"

#include <algorithm>

namespace saltdesk::models {

const api::ConnectionRow *rowIn(const api::ConnectionPage &page, const api::ConnectionId &id)
{
    const std::string text = id.toString().toStdString();
    api::TextPool scratch;
    const api::CompactId wanted = api::CompactId::fromText(text, scratch);
    const auto found = std::find_if(page.rows.begin(), page.rows.end(), [&](const api::ConnectionRow &row) {
        return wanted.isPooled() ? row.id.isPooled() && row.id.text(page.texts) == text : row.id == wanted;
    });
    return found == page.rows.end() ? nullptr : &*found;
}

} // namespace saltdesk::models
