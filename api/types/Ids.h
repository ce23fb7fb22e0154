// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <compare>
#include <utility>

namespace saltdesk::api {

/// An identifier of one kind of object. Salt Edge's ids are strings made of digits, up to 19 of them (reference 1), so
/// they are kept as text and never pass through a double; the tag keeps a customer's id out of a connection's place.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {}

    [[nodiscard]] const QString &toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend std::strong_ordering operator<=>(const Id &a, const Id &b) { return a.m_text.compare(b.m_text) <=> 0; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using ConnectionId = Id<struct ConnectionTag>;
using CustomerId = Id<struct CustomerTag>;
using AttemptId = Id<struct AttemptTag>;
using StageId = Id<struct StageTag>;
using ConsentId = Id<struct ConsentTag>;
using ProviderId = Id<struct ProviderTag>;
using AccountId = Id<struct AccountTag>;

} // namespace saltdesk::api
