// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ObjectLink.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

#include <optional>

namespace saltdesk::app {

/// What the process ends with.
enum class ExitCode : int {
    Ok = 0,
    /// Something asked for could not be done: a screenshot not written, nothing listed, the sandbox not started.
    Failed = 1,
    /// The arguments, or a file they name, make no sense.
    Usage = 2
};

/// The arguments of `saltdesk`, checked. Pure: reads neither files nor the environment.
struct CommandLine
{
    enum class Theme { System, Light, Dark };

    bool showHelp = false;
    bool showVersion = false;
    bool sandbox = false;
    /// Empty: not given.
    QUrl baseUrl;
    /// The name of a saved profile.
    QString profile;
    QString caCertificate;
    /// What to open, also where a link named it.
    QString customer;
    QString connection;
    std::optional<ObjectLink> link;
    QString screenshot;
    /// Lists the connections on stdout once the first load ended, then ends.
    bool print = false;
    Theme theme = Theme::System;

    /// The error is one line that names the argument.
    [[nodiscard]] static tl::expected<CommandLine, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString help();

    /// What the link names is what to open.
    void follow(const ObjectLink &named);

    /// Says where to connect to; else the profile that was used last is.
    [[nodiscard]] bool namesTarget() const { return sandbox || !baseUrl.isEmpty() || !profile.isEmpty(); }
    /// Wants the window of the profile that was used last, and nothing that a running program has not: that one is then
    /// shown instead.
    [[nodiscard]] bool joinsRunning() const
    {
        return !namesTarget() && !endsByItself() && (link || (customer.isEmpty() && connection.isEmpty()));
    }
    /// The program does its work by itself and ends, nobody sits in front of it.
    [[nodiscard]] bool endsByItself() const { return print || !screenshot.isEmpty(); }
};

} // namespace saltdesk::app
