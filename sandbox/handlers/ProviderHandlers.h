// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "handlers/Paging.h"
#include "state/ProviderJson.h"

#include <vector>

namespace saltdesk::sandbox {

/// GET `/providers` with its filters, GET `/providers/{code}` and GET `/countries` (reference 4.1 and 4.2). Providers
/// that are off for good are not listed, and the fake ones (`XF`) only for those who ask for them, as for a live client
/// (reference 1.4): one that forgets `include_fake_providers` is found out here and not after its release.
class ProviderHandlers
{
public:
    ProviderHandlers(const BankCatalogue &banks, Paging paging)
        : m_banks(banks)
        , m_paging(paging)
    {}

    [[nodiscard]] Outcome<QByteArray> list(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> show(const Call &call) const;
    [[nodiscard]] Outcome<QByteArray> countries(const Call &call) const;

private:
    /// What a list is asked for; empty texts and an invalid date allow everything.
    struct Filter
    {
        QString countryCode = {};
        QString mode = {};
        QString keyOwner = {};
        QDate changedSince = {};
        bool fakes = false;
        ProviderParts parts = {};

        [[nodiscard]] bool allows(const Bank &bank) const;
    };

    [[nodiscard]] Outcome<Filter> readFilter(const Call &call) const;
    [[nodiscard]] Outcome<void> readFlags(const Call &call, Filter &filter) const;
    /// The banks that the filter allows, by ascending id.
    [[nodiscard]] std::vector<const Bank *> chosen(const Filter &filter) const;

    const BankCatalogue &m_banks;
    Paging m_paging;
};

} // namespace saltdesk::sandbox
