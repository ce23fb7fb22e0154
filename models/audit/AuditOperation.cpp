// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditOperation.h"

#include "codec/RoutesV5.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using api::Method;
namespace v5 = api::v5;

namespace {

struct AuditOperationTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AuditOperation)
};

struct NamedOperation
{
    Method method;
    QLatin1StringView route;
    QLatin1StringView name;
    const char *word;
};

constexpr std::array namedOperations{
    NamedOperation{Method::Post, v5::connections, "create"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Create connection")},
    NamedOperation{Method::Put, v5::connection, "update"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Update connection")},
    NamedOperation{Method::Delete, v5::connection, "remove"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Remove connection")},
    NamedOperation{Method::Put, v5::connectionReconnect, "reconnect"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Reconnect")},
    NamedOperation{Method::Put, v5::connectionInteractive, "interactive"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Answer the bank")},
    NamedOperation{Method::Put, v5::connectionRefresh, "refresh"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Refresh")},
    NamedOperation{Method::Post, v5::customers, "customer create"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Create customer")},
    NamedOperation{Method::Delete, v5::customer, "customer remove"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Remove customer")},
    NamedOperation{Method::Put, v5::customerLock, "customer lock"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Lock customer")},
    NamedOperation{Method::Put, v5::customerUnlock, "customer unlock"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Unlock customer")},
    NamedOperation{Method::Put, v5::consentRevoke, "consent revoke"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Revoke consent")},
    NamedOperation{Method::Post, v5::connectSessionCreate, "connect session create"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Connect link")},
    NamedOperation{Method::Post, v5::connectSessionReconnect, "connect session reconnect"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Reconnect link")},
    NamedOperation{Method::Post, v5::connectSessionRefresh, "connect session refresh"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Refresh link")},
    NamedOperation{Method::Post, v5::oauthCreate, "oauth create"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Create at the bank's page")},
    NamedOperation{Method::Post, v5::oauthReconnect, "oauth reconnect"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Reconnect at the bank's page")},
    NamedOperation{Method::Put, v5::oauthAuthorize, "oauth authorize"_L1,
                   QT_TRANSLATE_NOOP("saltdesk::models::AuditOperation", "Finish at the bank's page")}};

} // namespace

QString auditOperation(Method method, const QString &pathTemplate)
{
    const auto *found = std::ranges::find_if(namedOperations, [&](const NamedOperation &operation) {
        return operation.method == method && operation.route == pathTemplate;
    });
    return found != namedOperations.end() ? QString(found->name)
                                          : QString(QLatin1StringView(api::methodName(method)) + u' ' + pathTemplate);
}

QString auditOperationWord(const QString &operation)
{
    const auto *found = std::ranges::find(namedOperations, operation, &NamedOperation::name);
    return found != namedOperations.end() ? AuditOperationTexts::tr(found->word) : operation;
}

} // namespace saltdesk::models
