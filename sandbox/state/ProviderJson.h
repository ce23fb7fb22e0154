// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"

#include <QDate>

namespace saltdesk::sandbox {

/// Which members of a provider are wanted beside the usual ones (reference 4.2).
struct ProviderParts
{
    /// `required_fields` and `interactive_fields`.
    bool fields = false;
    bool payments = false;
};

/// A provider as it goes over the wire (reference 3.6): what the bank's file says, and usual values where it is silent.
[[nodiscard]] QJsonObject providerJson(const Bank &bank, ProviderParts parts);

/// The day on which the bank's entry in the catalogue was changed last.
[[nodiscard]] QDate providerChangedOn(const Bank &bank);

} // namespace saltdesk::sandbox
