// SPDX-License-Identifier: Apache-2.0
#include "environment/Environment.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct EnvironmentWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::Environment)
};

} // namespace

QString environmentWord(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Sandbox:
        return EnvironmentWords::tr("SANDBOX", "environment: nothing is real");
    case EnvironmentKind::Test:
        return EnvironmentWords::tr("TEST", "environment: real banks, test account");
    case EnvironmentKind::Live:
        return EnvironmentWords::tr("LIVE", "environment: real customers");
    }
    return {};
}

QLatin1StringView environmentName(EnvironmentKind kind)
{
    switch (kind) {
    case EnvironmentKind::Sandbox:
        return "sandbox"_L1;
    case EnvironmentKind::Test:
        return "test"_L1;
    case EnvironmentKind::Live:
        return "live"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<EnvironmentKind> environmentNamed(const QString &name)
{
    using enum EnvironmentKind;
    constexpr std::array kinds{Sandbox, Test, Live};
    const auto found = std::ranges::find(kinds, name, environmentName);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace saltdesk::models
