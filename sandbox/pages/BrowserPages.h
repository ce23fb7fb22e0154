// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages/BankPage.h"
#include "pages/ConnectPage.h"

namespace saltdesk::sandbox {

/// The pages that the sandbox shows to people, beside the API and below no path of it. No key opens them but the random
/// token at the end of their address.
class BrowserPages
{
public:
    BrowserPages(State &state, const BankCatalogue &banks, AttemptEngine &engine)
        : m_connect(state, banks, engine)
        , m_bank(state, banks, engine)
    {}

    /// Whether the path belongs to a page.
    [[nodiscard]] static bool serves(const QString &path);
    /// The page, or one that says why not. `serves` holds for the request's path.
    [[nodiscard]] Reply answer(const Request &request, Instant now) const;

private:
    ConnectPage m_connect;
    BankPage m_bank;
};

} // namespace saltdesk::sandbox
