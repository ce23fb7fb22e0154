// SPDX-License-Identifier: Apache-2.0
#include "environment/Environment.h"

#include <QCoreApplication>

namespace saltdesk::models {
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

} // namespace saltdesk::models
