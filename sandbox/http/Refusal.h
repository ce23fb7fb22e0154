// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <tl/expected.hpp>

namespace saltdesk::sandbox {

/// Why a request is refused: the error class of reference section 7 and its sentence.
struct Refusal
{
    QString errorClass;
    QString message;
    /// Members that stand beside `error`, such as `next_refresh_possible_at`.
    QJsonObject beside = {};
};

template <typename T>
using Outcome = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(QString errorClass, QString message)
{
    return tl::unexpected(Refusal{std::move(errorClass), std::move(message)});
}

} // namespace saltdesk::sandbox
