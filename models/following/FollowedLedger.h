// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Clock.h"
#include "types/Ids.h"

#include <QObject>
#include <QString>

namespace saltdesk::models {

class AttemptPoller;

/// Remembers across a restart which attempts were being followed, so that following goes on where it stopped: the state
/// is on the server (reference 9). Keeps ids and the time only, in the settings, per environment.
///
/// GUI thread; borrows poller and clock. An entry older than an attempt can last is forgotten.
class FollowedLedger : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes longestAttempt{60};

    /// `environment` tells the keys of one account from another's; empty: nothing is remembered.
    FollowedLedger(AttemptPoller &poller, const api::Clock &clock, QString environment, QObject *parent = nullptr);

    /// Follows again what ran when the program ended.
    void restore();
    /// Drops what is remembered of the customer, under whatever account. False: the settings could not be written.
    [[nodiscard]] static bool forget(const api::CustomerId &customer);

private:
    void save() const;

    AttemptPoller &m_poller;
    const api::Clock &m_clock;
    QString m_environment;
};

} // namespace saltdesk::models
