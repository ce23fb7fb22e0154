// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/ServerOptions.h"

#include <QStringList>
#include <tl/expected.hpp>

namespace saltdesk::sandbox {

/// What `saltdesk-sandbox` was asked to do.
struct CommandLine
{
    enum class Wish { Serve, Help, Version };

    Wish wish = Wish::Serve;
    ServerOptions options = {};

    /// `arguments` begin with the program's name. The error is one line for the person who typed them. Reads the file
    /// of
    /// `--public-key`.
    [[nodiscard]] static tl::expected<CommandLine, QString> parse(const QStringList &arguments);
    /// Options, and how each bank is made to succeed, ask and fail.
    [[nodiscard]] static QString help();
};

} // namespace saltdesk::sandbox
