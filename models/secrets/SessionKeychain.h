// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "secrets/Keychain.h"

#include <map>

namespace saltdesk::models {

/// What is kept for this session only: in memory, gone and overwritten when the program ends. For computers without a
/// keychain, and for people who do not want theirs used.
class SessionKeychain final : public Keychain
{
public:
    [[nodiscard]] bool contains(const QString &entry) const { return m_entries.contains(entry); }
    /// Empty when there is none.
    [[nodiscard]] api::Secret peek(const QString &entry) const;

    void read(const QString &entry, QObject *context, Found found) override;
    /// The entry is there at once; only the answer takes a turn of the event loop.
    void write(const QString &entry, const api::Secret &secret, QObject *context, Done done) override;
    /// As write().
    void remove(const QString &entry, QObject *context, Done done) override;

private:
    std::map<QString, api::Secret> m_entries;
};

} // namespace saltdesk::models
