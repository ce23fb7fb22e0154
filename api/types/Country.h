// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Member.h"

#include <QString>

namespace saltdesk::api {

/// A country with banks (reference 3.8). `XO` stands for all others, `XF` for the fakes.
struct Country
{
    QString code;
    Member<QString> name;
    /// The local hour at which daily refreshes begin.
    Member<qint64> refreshStartTime;

    friend bool operator==(const Country &, const Country &) = default;
};

/// Countries have no id.
[[nodiscard]] inline QString recordKey(const Country &country)
{
    return country.code;
}

} // namespace saltdesk::api
