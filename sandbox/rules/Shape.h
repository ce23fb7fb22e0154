// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <vector>

namespace saltdesk::sandbox {

/// What one member of a request body may be.
enum class MemberKind {
    Text,
    Flag,
    PositiveInteger,
    TextList,
    Date,
    DateTime,
    /// An object with members of its own.
    Object,
    /// An object whose members are free.
    FreeObject,
    /// An object of texts or arrays of text.
    Credentials,
};

struct Member;
/// The members that an object may have.
using Shape = std::vector<Member>;

/// One member of a request body (reference 2.1 to 2.7).
struct Member
{
    QString name;
    MemberKind kind;
    bool required = false;
    bool nullable = false;
    /// For texts and lists of text; empty: anything.
    QStringList allowed = {};
    /// For `Object`.
    Shape members = {};
    /// Raised when the value is of the wrong kind or not allowed.
    QString errorClass = QStringLiteral("WrongRequestFormat");
};

} // namespace saltdesk::sandbox
