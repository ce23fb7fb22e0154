// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Refusal.h"
#include "rules/Shape.h"

namespace saltdesk::sandbox {

/// Holds a request's object against its shape. A member that is unknown or stands in the wrong place is refused and
/// named, unless `lenient` (reference 14); a missing or wrong one always is.
class BodyRules
{
public:
    explicit BodyRules(bool lenient)
        : m_lenient(lenient)
    {}

    /// `path` names the object in messages, for example `data.consent`.
    [[nodiscard]] Outcome<void> check(const QJsonObject &object, const Shape &shape, const QString &path) const;

private:
    [[nodiscard]] Outcome<void> checkMember(const QJsonValue &value, const Member &rule, const QString &path) const;
    [[nodiscard]] Outcome<void> checkUnknown(const QJsonObject &object, const Shape &shape, const QString &path) const;

    bool m_lenient;
};

} // namespace saltdesk::sandbox
