// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CommandLine.h"
#include "environment/Environment.h"
#include "transport/ApiEndpoint.h"

#include <QProcessEnvironment>
#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::app {

/// Where the program connects to and with whose keys, and how the window calls it.
struct Target
{
    api::ApiEndpoint endpoint;
    models::Environment environment;
};

/// The temporary profile of `--base-url`: keys from the environment, never saved. Missing keys are no error here, the
/// window says so; a file that can't be read is one (one line). Without `--base-url` there is nothing to connect to,
/// and the window says that.
[[nodiscard]] tl::expected<Target, QString> targetFor(const CommandLine &line, const QProcessEnvironment &environment);

/// The embedded sandbox at this address.
[[nodiscard]] Target sandboxTarget(const QUrl &baseUrl, const QString &appId, const QString &secret);

} // namespace saltdesk::app
