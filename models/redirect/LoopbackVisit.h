// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "redirect/ReturnAnswer.h"
#include "redirect/ReturnRequest.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>

class QTcpSocket;

namespace saltdesk::models {

/// One socket of LoopbackReturn: reads one request, at most `largestHead` long, gets one answer and is closed.
///
/// Owns the socket; child of the LoopbackReturn; deletes itself when the socket is closed. What is too long, too slow
/// or no HTTP at all it refuses by itself; asked comes at most once, for the rest.
class LoopbackVisit : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype largestHead = qsizetype{16} * 1024;

    LoopbackVisit(QTcpSocket *socket, std::chrono::milliseconds patience, QObject *parent);
    ~LoopbackVisit() override;

    /// Complete once asked was emitted.
    [[nodiscard]] const ReturnRequest &request() const { return m_request; }
    /// Sends the answer and closes; only once.
    void answer(ReturnStatus status);
    /// Closes without a word.
    void drop();

signals:
    void asked();

private:
    void read();
    void take(qsizetype headSize);

    QTcpSocket *m_socket;
    QTimer m_patience;
    QByteArray m_head;
    ReturnRequest m_request;
    bool m_answered = false;
};

} // namespace saltdesk::models
