// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/ConnectionDecoder.h"
#include "question/WaitingQuestion.h"

#include <QObject>

#include <memory>
#include <vector>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

class AttemptFollower;
class AttemptPoller;
class ProviderDirectory;

/// The questions of banks that wait for an answer, of all attempts that are followed, oldest first. One per connection.
///
/// GUI thread; borrows client, poller and directory. Reads a connection in full when its attempt comes to a question,
/// since lists are kept without the bank's text; a reading that fails is tried again until the attempt goes on. The
/// bank itself is waited for too, since it knows the labels, and which answers must be masked. Signals of one question:
/// asked once, then withdrawn exactly once.
class QuestionQueue : public QObject
{
    Q_OBJECT

public:
    /// Why a question waits no more.
    enum class Withdrawal {
        Answered,  ///< here
        WentOn,    ///< answered elsewhere: the attempt goes on
        AskedAnew, ///< another question of the same attempt took its place
        Failed,    ///< the attempt ended badly, such as by its time limit
        Gone       ///< the attempt or the connection is no more
    };
    Q_ENUM(Withdrawal)

    /// How a question came to be known.
    enum class Notice {
        Watched,     ///< it came up while somebody watched
        FoundWaiting ///< it waited already when its customer was opened
    };
    Q_ENUM(Notice)

    QuestionQueue(api::ApiClient &client, AttemptPoller &poller, ProviderDirectory &providers,
                  QObject *parent = nullptr);
    ~QuestionQueue() override;

    /// A connection was seen at this question, before its follower has looked.
    void notice(const api::ConnectionId &connection, const api::StageId &stage, Notice how);
    /// What people call a customer; the API's connections name him by his id alone.
    void learnLabel(const api::CustomerId &customer, const QString &label);
    /// His label, and his questions, which are withdrawn as gone.
    void forget(const api::CustomerId &customer);
    /// An answer to it was taken by the API.
    void answered(const api::ConnectionId &connection, const api::StageId &stage);

    [[nodiscard]] const std::vector<WaitingQuestion> &waiting() const;
    /// Of this connection, or null.
    [[nodiscard]] const WaitingQuestion *find(const api::ConnectionId &connection) const;

signals:
    void asked(const saltdesk::models::WaitingQuestion &question, saltdesk::models::QuestionQueue::Notice how);
    void withdrawn(const saltdesk::models::WaitingQuestion &question,
                   saltdesk::models::QuestionQueue::Withdrawal reason);
    /// After either.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
