// SPDX-License-Identifier: Apache-2.0
#include "redirect/LoopbackVisit.h"

#include <QTcpSocket>

namespace saltdesk::models {

LoopbackVisit::LoopbackVisit(QTcpSocket *socket, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(largestHead);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket, &QTcpSocket::readyRead, this, &LoopbackVisit::read);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &LoopbackVisit::drop);
    m_patience.start(patience);
}

LoopbackVisit::~LoopbackVisit()
{
    api::wipe(m_head);
}

void LoopbackVisit::answer(ReturnStatus status)
{
    if (m_answered) {
        return;
    }
    m_answered = true;
    m_socket->write(returnAnswer(status));
    // At once, since the program may be about to close us; the patience goes on for a browser that doesn't take it.
    m_socket->flush();
    m_socket->disconnectFromHost();
}

void LoopbackVisit::drop()
{
    m_answered = true;
    m_socket->abort();
    deleteLater();
}

void LoopbackVisit::read()
{
    if (m_answered) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    const qsizetype before = m_head.size();
    // In one piece from the start: what it grows out of could not be wiped.
    m_head.reserve(largestHead);
    m_head += m_socket->read(largestHead - before);
    const qsizetype end = m_head.indexOf("\r\n\r\n", qMax(qsizetype{0}, before - 3));
    if (end >= 0) {
        take(end);
    } else if (m_head.size() >= largestHead) {
        answer(ReturnStatus::TooLarge);
    } else if (!m_head.isEmpty() && (m_head.front() < 'A' || m_head.front() > 'Z')) {
        // A TLS greeting, most likely: a browser that gets no answer tries http only after a long while.
        drop();
    }
}

void LoopbackVisit::take(qsizetype headSize)
{
    std::optional<ReturnRequest> request = parseReturnRequest(QByteArrayView(m_head).first(headSize));
    api::wipe(m_head);
    if (!request) {
        answer(ReturnStatus::Malformed);
        return;
    }
    m_request = std::move(*request);
    emit asked();
}

} // namespace saltdesk::models
