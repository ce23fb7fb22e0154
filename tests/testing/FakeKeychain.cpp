// SPDX-License-Identifier: Apache-2.0
#include "testing/FakeKeychain.h"

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using models::KeychainError;
using models::KeychainProblem;
using models::KeychainResult;

void FakeKeychain::failAll(KeychainProblem problem)
{
    for (const Act act : {Act::Read, Act::Write, Act::Remove}) {
        fail(act, problem);
    }
}

void FakeKeychain::release()
{
    m_holds = false;
    for (const Answer &held : std::exchange(m_waiting, {})) {
        if (held.context) {
            answer(held.context, held.tell);
        }
    }
}

api::Secret FakeKeychain::entry(const QString &name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? api::Secret() : found->second;
}

int FakeKeychain::count(Act act) const
{
    const auto found = m_counts.find(act);
    return found == m_counts.end() ? 0 : found->second;
}

void FakeKeychain::read(const QString &entry, QObject *context, Found found)
{
    const KeychainResult<void> outcome = this->outcome(Act::Read);
    KeychainResult<api::Secret> result = tl::unexpected(KeychainError{KeychainProblem::NotFound});
    if (!outcome) {
        result = tl::unexpected(outcome.error());
    } else if (contains(entry)) {
        result = this->entry(entry);
    }
    answer(context, [found = std::move(found), result] { found(result); });
}

void FakeKeychain::write(const QString &entry, const api::Secret &secret, QObject *context, Done done)
{
    const KeychainResult<void> outcome = this->outcome(Act::Write);
    if (outcome) {
        put(entry, secret);
    }
    answer(context, [done = std::move(done), outcome] { done(outcome); });
}

void FakeKeychain::remove(const QString &entry, QObject *context, Done done)
{
    const KeychainResult<void> outcome = this->outcome(Act::Remove);
    if (outcome) {
        m_entries.erase(entry);
    }
    answer(context, [done = std::move(done), outcome] { done(outcome); });
}

KeychainResult<void> FakeKeychain::outcome(Act act)
{
    ++m_counts[act];
    const auto problem = m_problems.find(act);
    return problem == m_problems.end()
               ? KeychainResult<void>()
               : KeychainResult<void>(tl::unexpected(KeychainError{problem->second, u"as ordered"_s}));
}

void FakeKeychain::answer(QObject *context, std::function<void()> tell)
{
    if (m_holds) {
        m_waiting.append({context, std::move(tell)});
        return;
    }
    QMetaObject::invokeMethod(context, std::move(tell), Qt::QueuedConnection);
}

} // namespace saltdesk::testing
