// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace saltdesk::app {

/// A link that leads to an object: `saltdesk://customer/ID` or `saltdesk://connection/ID`. It comes from outside, from
/// a ticket or a page, so it holds the API's numeric id and nothing else, and never asks for more than to show
/// something.
struct ObjectLink
{
    enum class Kind { Customer, Connection };

    Kind kind = Kind::Customer;
    QString id;

    /// Whether a text claims to be one of our links, well-formed or not.
    [[nodiscard]] static bool claimed(const QString &text);
    /// Nothing: not a link of this form.
    [[nodiscard]] static std::optional<ObjectLink> parse(const QString &text);
    [[nodiscard]] QString text() const;

    friend bool operator==(const ObjectLink &, const ObjectLink &) = default;
};

} // namespace saltdesk::app
