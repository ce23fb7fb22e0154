// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/Keychain.h"
#include "secrets/KeychainAct.h"

#include <QList>
#include <QPointer>

#include <functional>
#include <map>

namespace saltdesk::testing {

/// The keychain's door: keeps entries in memory, has the problems that a test orders, and takes as long as it says.
/// Answers once the event loop has turned.
class FakeKeychain final : public models::Keychain
{
public:
    using Act = models::KeychainAct;

    /// From now on this act ends so; the entries stay as they are.
    void fail(Act act, models::KeychainProblem problem) { m_problems[act] = problem; }
    void failAll(models::KeychainProblem problem);
    void work() { m_problems.clear(); }

    /// Answers wait, as while somebody types the keychain's password.
    void hold() { m_holds = true; }
    void release();
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    [[nodiscard]] bool contains(const QString &entry) const { return m_entries.contains(entry); }
    [[nodiscard]] api::Secret entry(const QString &name) const;
    void put(const QString &entry, const api::Secret &secret) { m_entries.insert_or_assign(entry, secret); }
    /// How often it was asked to.
    [[nodiscard]] int count(Act act) const;

    void read(const QString &entry, QObject *context, Found found) override;
    void write(const QString &entry, const api::Secret &secret, QObject *context, Done done) override;
    void remove(const QString &entry, QObject *context, Done done) override;

private:
    struct Answer
    {
        QPointer<QObject> context;
        std::function<void()> tell;
    };

    [[nodiscard]] models::KeychainResult<void> outcome(Act act);
    void answer(QObject *context, std::function<void()> tell);

    std::map<QString, api::Secret> m_entries;
    std::map<Act, models::KeychainProblem> m_problems;
    std::map<Act, int> m_counts;
    QList<Answer> m_waiting;
    bool m_holds = false;
};

} // namespace saltdesk::testing
