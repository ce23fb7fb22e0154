// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ModelTexts.h"
#include "situation/Assessment.h"
#include "types/CompactId.h"
#include "types/Consent.h"

#include <vector>

namespace saltdesk::models {

/// The consent that decides for each connection: the newest one. Kept apart from the rows, because consents come by
/// their own route and may come before the rows do.
class ConsentLedger
{
public:
    void replace(const std::vector<api::Consent> &consents, ModelTexts &texts);
    void clear() { m_entries.clear(); }
    /// Unknown where none was read.
    [[nodiscard]] ConsentState find(const api::CompactId &connection) const;

private:
    struct Entry
    {
        api::CompactId connection;
        ConsentState state;
    };
    std::vector<Entry> m_entries;
};

[[nodiscard]] ConsentState consentState(const api::Consent &consent);

} // namespace saltdesk::models
