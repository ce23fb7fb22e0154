// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/JsonToken.h"
#include "codec/KeyTable.h"
#include "types/ConnectionRow.h"
#include "types/TextPool.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace saltdesk::api {

/// How one member of a record becomes a part of the row.
struct RowMember
{
    /// Gives false when the token is not of the declared type. Escapes of a text are resolved before, nulls never
    /// arrive.
    using Read = bool (*)(ConnectionRow &, const JsonToken &, TextPool &);

    std::string_view name;
    /// Null for an object that is read by a table of its own.
    Read read = nullptr;
};

/// The members of one kind of object that a row needs, and the fast way from a name to one of them.
template <std::size_t Count>
struct RowMembers
{
    std::array<RowMember, Count> members;
    KeyTable<Count> keys;

    consteval explicit RowMembers(const std::array<RowMember, Count> &list)
        : members(list)
        , keys(namesOf(list))
    {}

    [[nodiscard]] const RowMember *find(std::string_view name) const
    {
        const int index = keys.find(name);
        return index < 0 ? nullptr : &members[static_cast<std::size_t>(index)];
    }

private:
    static consteval std::array<std::string_view, Count> namesOf(const std::array<RowMember, Count> &list)
    {
        std::array<std::string_view, Count> names;
        for (std::size_t i = 0; i < Count; ++i) {
            names[i] = list[i].name;
        }
        return names;
    }
};

/// The tables: of the connection, of its `last_attempt`, and of that one's `last_stage` (reference 3.1 to 3.3).
[[nodiscard]] const RowMembers<14> &connectionMembers();
[[nodiscard]] const RowMembers<9> &attemptMembers();
[[nodiscard]] const RowMembers<3> &stageMembers();

} // namespace saltdesk::api
