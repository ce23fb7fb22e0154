// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/Call.h"
#include "types/Attempt.h"
#include "types/Ids.h"

#include <QObject>

#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// One attempt with all its stages, for a timeline (reference 4.4): the list of connections tells the last stage only.
/// Read when it is first wanted and once more when it has ended; what happens in between is seen by following.
///
/// GUI thread; borrows the client. Wanting another attempt forgets the last one. An error leaves what was seen; whoever
/// shows a timeline as an extra need not care.
class AttemptReading : public QObject
{
    Q_OBJECT

public:
    explicit AttemptReading(api::ApiClient &client, QObject *parent = nullptr);

    void want(const api::ConnectionId &connection, const api::AttemptId &attempt, bool running);
    /// Of the wanted one, or nothing yet.
    [[nodiscard]] const std::optional<api::Attempt> &attempt() const { return m_attempt; }
    [[nodiscard]] const api::AttemptId &wanted() const { return m_wanted; }
    /// Why the wanted one could not be read.
    [[nodiscard]] const std::optional<api::ApiError> &error() const { return m_error; }

signals:
    void arrived();
    void failed();

private:
    api::ApiClient &m_client;
    api::AttemptId m_wanted;
    bool m_running = false;
    api::Call<api::Attempt> m_call;
    std::optional<api::Attempt> m_attempt;
    std::optional<api::ApiError> m_error;
};

} // namespace saltdesk::models
