// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CommandLine.h"
#include "environment/Environment.h"
#include "profiles/Profile.h"
#include "secrets/ProfileSecrets.h"
#include "server/Server.h"
#include "transport/ApiEndpoint.h"

#include <QProcessEnvironment>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace saltdesk::models {
class Policy;
}

namespace saltdesk::app {

/// Where the program connects to and with whose keys, and how the window calls it.
struct Target
{
    api::ApiEndpoint endpoint;
    models::Environment environment;
    models::ProxySettings proxy = {};
    api::Secret proxyPassword = {};
    /// The embedded one, where that is the target: it lives as long as whoever uses it.
    std::shared_ptr<sandbox::Server> sandbox = {};
};

/// The temporary profile of `--base-url`: keys from the environment, never saved. Missing keys are no error here, the
/// window says so; a file that can't be read is one (one line). Without `--base-url` there is nothing to connect to,
/// and the window says that.
[[nodiscard]] tl::expected<Target, QString> targetFor(const CommandLine &line, const QProcessEnvironment &environment);

/// A running embedded sandbox.
[[nodiscard]] Target sandboxTarget(std::shared_ptr<sandbox::Server> server);

/// A saved profile with its secrets. The error is a sentence.
[[nodiscard]] tl::expected<Target, QString>
profileTarget(const models::Profile &profile, const models::ProfileSecrets &secrets, const models::Policy &policy);

/// What the policy says above any target: writes, the proxy, certificates. The error is a sentence: the environment is
/// forbidden.
[[nodiscard]] tl::expected<Target, QString> underPolicy(Target target, const models::Policy &policy);

} // namespace saltdesk::app
