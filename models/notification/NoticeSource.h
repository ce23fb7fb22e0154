// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notification/ConsentReminder.h"
#include "notification/Notice.h"
#include "notification/NoticeWords.h"
#include "types/Clock.h"
#include "types/ConnectionPage.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace saltdesk::models {

class AttemptFollower;
class AttemptPoller;
class ConnectionsModel;
class CustomerScope;
class QuestionQueue;

/// What happens that an agent wants to hear of while he looks elsewhere: a bank asks, an attempt that is followed has
/// ended, consents of the customer who is shown end soon. Whether the desktop is told is decided elsewhere: isTold().
///
/// GUI thread; borrows all it listens to. Signals: raised, then perhaps withdrawn, when nobody needs to come any more.
class NoticeSource : public QObject
{
    Q_OBJECT

public:
    /// What it listens to.
    struct Sources
    {
        AttemptPoller &poller;
        QuestionQueue &questions;
        CustomerScope &scope;
        ConnectionsModel &connections;
        const api::Clock &clock;
    };

    /// `account`: see ConsentReminder.
    NoticeSource(const Sources &sources, const QString &account, QObject *parent = nullptr);

    /// While nobody would be told: reminders wait, so that they do not count as told.
    void setHeld(bool held);
    /// Drops what is kept of the customer's consents, and takes all notices back. False: the settings could not be
    /// written.
    [[nodiscard]] bool forget(const api::CustomerId &customer);

signals:
    void raised(const saltdesk::models::Notice &notice);
    void withdrawn(const QString &key);
    void allWithdrawn();

private:
    void listenTo(AttemptFollower &follower);
    void tellEnded(const api::ConnectionPage &page);
    void remind();

    Sources m_sources;
    ConsentReminder m_reminder;
    bool m_isHeld = false;
    /// Told by their followers, while the page that showed it is still being looked through.
    std::vector<EndedAttempt> m_ended;
    /// Days begin without any reading.
    QTimer m_hourly;
};

} // namespace saltdesk::models
