// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

namespace saltdesk::api {

/// A member of a JSON object as it was received. Absent, null and a value are three different facts: an empty list is
/// not a missing one, and a server that leaves a member out has said less than one that says null.
template <class T>
class Member
{
public:
    Member() = default;
    Member(T value)
        : m_presence(Presence::Value)
        , m_value(std::move(value))
    {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] static Member null()
    {
        Member member;
        member.m_presence = Presence::Null;
        return member;
    }

    [[nodiscard]] bool isAbsent() const { return m_presence == Presence::Absent; }
    [[nodiscard]] bool isNull() const { return m_presence == Presence::Null; }
    [[nodiscard]] bool hasValue() const { return m_presence == Presence::Value; }
    explicit operator bool() const { return hasValue(); }

    /// The value; a default-made one when there is none, so ask hasValue() first where the difference matters.
    [[nodiscard]] const T &value() const { return m_value; }
    [[nodiscard]] T valueOr(T fallback) const { return hasValue() ? m_value : std::move(fallback); }
    [[nodiscard]] const T *operator->() const { return &m_value; }
    [[nodiscard]] const T &operator*() const { return m_value; }

    friend bool operator==(const Member &, const Member &) = default;

private:
    enum class Presence { Absent, Null, Value };
    Presence m_presence = Presence::Absent;
    T m_value{};
};

} // namespace saltdesk::api
