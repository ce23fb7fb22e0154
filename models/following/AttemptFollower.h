// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionRow.h"
#include "types/Ids.h"
#include "types/TextPool.h"

#include <QObject>
#include <QString>

namespace saltdesk::models {

/// Follows one attempt to its end from what the poller sees; it asks nothing by itself.
///
/// Remembers the attempt it was started for; recognises a repeated question by its stage id. Signals: stageChanged at
/// each new stage; questionAsked once per `interactive` stage id; then exactly one of succeeded, failed, superseded,
/// vanished, after which it is over and stays silent.
class AttemptFollower : public QObject
{
    Q_OBJECT

public:
    /// An empty attempt id: the first attempt seen is the one to follow.
    AttemptFollower(api::ConnectionId connection, api::AttemptId attempt, QObject *parent = nullptr);

    void observe(const api::ConnectionRow &row, const api::TextPool &texts);
    /// A newer attempt of this connection is known of by other ways than looking.
    void observeNewer(const api::AttemptId &newer);
    /// The connection is gone (ConnectionNotFound).
    void observeVanished();

    [[nodiscard]] const api::ConnectionId &connection() const { return m_connection; }
    [[nodiscard]] const api::AttemptId &attempt() const { return m_attempt; }
    [[nodiscard]] bool isOver() const { return m_over; }
    /// The stage's name as it was last seen; empty before.
    [[nodiscard]] const QString &stageName() const { return m_stageName; }

signals:
    void stageChanged(const QString &stage);
    void questionAsked(const saltdesk::api::StageId &stage);
    void succeeded();
    void failed(const QString &errorClass, const QString &message);
    /// Somebody else started a newer attempt.
    void superseded(const saltdesk::api::AttemptId &newer);
    void vanished();

private:
    void observeStage(const api::ConnectionRow &row, const api::TextPool &texts);
    void observeEnd(const api::ConnectionRow &row, const api::TextPool &texts);
    void end();

    api::ConnectionId m_connection;
    api::AttemptId m_attempt;
    api::StageId m_stage;
    QString m_stageName;
    api::StageId m_question;
    bool m_over = false;
};

} // namespace saltdesk::models
