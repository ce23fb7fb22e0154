// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"

#include <QString>

#include <vector>

namespace saltdesk::api {

/// One page of a list of any kind but connections, whose rows have a form of their own.
template <class T>
struct ListPage
{
    std::vector<T> records;
    std::vector<DecodeWarning> warnings;
    /// Empty on the last page.
    QString nextId;
};

} // namespace saltdesk::api
