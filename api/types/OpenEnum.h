// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::api {

/// A value of a list that may grow at the server's side: the case we know, or E::Unknown, and always the text as
/// received, so that a new status is shown as what it says and never mistaken for an old one.
template <class E>
struct OpenEnum
{
    E known = E::Unknown;
    QString text;

    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;
};

} // namespace saltdesk::api
