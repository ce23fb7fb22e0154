// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handlers/Call.h"
#include "http/DataReply.h"

namespace saltdesk::sandbox {

/// What a list route is asked for (reference 1.3).
struct PageRequest
{
    /// The first id wanted; empty for the first page.
    QString fromId = {};
    int size = 100;
};

/// Reads and judges `from_id` and `per_page` (100 to 1000). `cap` lowers what the server is ready to give at once.
class Paging
{
public:
    static constexpr int usual = 100;
    static constexpr int largest = 1000;

    explicit Paging(int cap = largest)
        : m_cap(cap)
    {}

    [[nodiscard]] Outcome<PageRequest> read(const Call &call) const;
    /// Points the page at the one that starts with `nextId`, keeping every other parameter of the call.
    static void link(Page &page, const Call &call, const QString &nextId);

private:
    int m_cap;
};

} // namespace saltdesk::sandbox
