// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace saltdesk::api {

/// Which providers are listed, and with what (reference 4.2). Unset members are not sent.
struct ProviderFilter
{
    /// Only those that changed since.
    std::optional<QDate> fromDate;
    std::optional<QString> countryCode;
    /// `oauth`, `web`, `api`, `file`.
    std::optional<QString> mode;
    /// Live clients see no `XF` banks without it.
    std::optional<bool> includeFakeProviders;
    /// The forms' fields, which a list leaves out otherwise.
    std::optional<bool> includeProviderFields;
    /// `client` or `saltedge`.
    std::optional<QString> providerKeyOwner;
    std::optional<bool> includePaymentsFields;
};

} // namespace saltdesk::api
