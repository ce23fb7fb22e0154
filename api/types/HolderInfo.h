// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Member.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace saltdesk::api {

struct HolderAddress
{
    Member<QString> city;
    Member<QString> state;
    Member<QString> street;
    Member<QString> countryCode;
    Member<QString> postCode;

    friend bool operator==(const HolderAddress &, const HolderAddress &) = default;
};

/// Whose accounts they are, as the bank says (reference 3.8). Personal data: shown on demand only, never logged.
struct HolderInfo
{
    Member<QStringList> names;
    Member<QStringList> emails;
    Member<QStringList> phoneNumbers;
    Member<std::vector<HolderAddress>> addresses;
    /// `ssn` (last four digits), `cpf` and what else there may be, as JSON text.
    Member<QByteArray> extra;

    friend bool operator==(const HolderInfo &, const HolderInfo &) = default;
};

} // namespace saltdesk::api
