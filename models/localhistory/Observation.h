// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "localhistory/ObservedField.h"

#include <optional>

namespace saltdesk::models {

/// One sight of a connection, as the local history keeps it: ids, words of the API and times, no secret.
struct Observation
{
    api::ConnectionId connection;
    api::CustomerId customer;
    QString customerLabel;
    QString providerCode;
    QString bank;
    QString countryCode;
    /// Whether it says something about its bank: not one that is switched off.
    bool isCompared = true;
    /// The class and the time of a failure that nothing has succeeded since, `unnamedFailure` where the API names none;
    /// empty: it does not fail. Unset while an attempt runs, which leaves open what comes of it.
    std::optional<QString> failingClass;
    QDateTime failingAt;
    QDateTime lastSuccessAt;
    /// In the order of `observedFields`. Unset: not known at this sight; empty: there is none.
    std::array<std::optional<QString>, observedFields.size()> values;

    [[nodiscard]] const std::optional<QString> &value(ObservedField field) const { return values[index(field)]; }
    void set(ObservedField field, const QString &value) { values[index(field)] = value; }
    [[nodiscard]] static constexpr std::size_t index(ObservedField field) { return static_cast<std::size_t>(field); }

    friend bool operator==(const Observation &, const Observation &) = default;
};

/// Of a failure without a class.
inline const QString unnamedFailure = QStringLiteral("unnamed");

/// Pure but for the redactor, which takes out of the API's messages what is secret at this moment.
[[nodiscard]] Observation observe(const ConnectionSummary &connection);
/// What is left to be seen of a connection that is not there any more.
[[nodiscard]] Observation observeGone(const api::ConnectionId &connection);

} // namespace saltdesk::models
