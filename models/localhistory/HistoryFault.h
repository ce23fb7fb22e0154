// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <tl/expected.hpp>

class QSqlError;

namespace saltdesk::models {

/// Why the local history could not be read or written.
struct HistoryFault
{
    enum class Kind : unsigned char {
        NoDriver, ///< Qt's SQLite driver is not installed
        NoPlace,  ///< the folder or the file can't be read and written
        Damaged,
        Newer, ///< written by a later Saltdesk
        Locked,
        Full,
        Failed
    };
    Kind kind = Kind::Failed;
    /// The database's own words.
    QString detail = {};

    /// One sentence for people.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static HistoryFault of(const QSqlError &error);
};

template <class T>
using HistoryResult = tl::expected<T, HistoryFault>;

} // namespace saltdesk::models
