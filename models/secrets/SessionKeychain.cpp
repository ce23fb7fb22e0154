// SPDX-License-Identifier: Apache-2.0
#include "secrets/SessionKeychain.h"

#include <QMetaObject>
#include <QObject>

namespace saltdesk::models {
namespace {

template <class Told, class Result>
void tellSessionLater(QObject *context, Told told, Result result)
{
    QMetaObject::invokeMethod(
        context, [told = std::move(told), result = std::move(result)] { told(result); }, Qt::QueuedConnection);
}

} // namespace

api::Secret SessionKeychain::peek(const QString &entry) const
{
    const auto kept = m_entries.find(entry);
    return kept == m_entries.end() ? api::Secret() : kept->second;
}

void SessionKeychain::read(const QString &entry, QObject *context, Found found)
{
    const auto kept = m_entries.find(entry);
    tellSessionLater(context, std::move(found),
                     kept != m_entries.end()
                         ? KeychainResult<api::Secret>(kept->second)
                         : KeychainResult<api::Secret>(tl::unexpected(KeychainError{KeychainProblem::NotFound})));
}

void SessionKeychain::write(const QString &entry, const api::Secret &secret, QObject *context, Done done)
{
    m_entries.insert_or_assign(entry, secret);
    tellSessionLater(context, std::move(done), KeychainResult<void>());
}

void SessionKeychain::remove(const QString &entry, QObject *context, Done done)
{
    m_entries.erase(entry);
    tellSessionLater(context, std::move(done), KeychainResult<void>());
}

} // namespace saltdesk::models
