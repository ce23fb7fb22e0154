// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::sandbox {

/// Ids are numbers written as text, so the shorter one is the smaller one (reference 1: up to 19 digits).
struct IdOrder
{
    [[nodiscard]] bool operator()(const QString &left, const QString &right) const
    {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    }
};

} // namespace saltdesk::sandbox
