// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace saltdesk::models {

/// The languages that an attempt may ask for (`attempt.locale`, reference 2.7).
[[nodiscard]] inline QStringList attemptLocales()
{
    return QStringLiteral("bg cz de en es-MX es fr he hu it nl pl pt-BR pt ro ru sk tr uk zh-HK zh fi hr si sv")
        .split(u' ');
}

} // namespace saltdesk::models
