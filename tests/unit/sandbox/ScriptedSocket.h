// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/ClientSocket.h"

#include <QByteArray>
#include <QList>
#include <algorithm>
#include <cstring>

namespace saltdesk::sandbox {

/// A connection whose other end has said everything beforehand, in pieces of its choice, and then closes.
class ScriptedSocket final : public ClientSocket
{
public:
    explicit ScriptedSocket(QList<QByteArray> pieces = {})
        : ClientSocket(-1)
        , m_pieces(std::move(pieces))
    {}

    ssize_t read(char *to, std::size_t size) override
    {
        if (m_pieces.isEmpty()) {
            return 0;
        }
        QByteArray &piece = m_pieces.first();
        const auto count = std::min(piece.size(), static_cast<qsizetype>(size));
        std::memcpy(to, piece.constData(), static_cast<std::size_t>(count));
        piece.remove(0, count);
        if (piece.isEmpty()) {
            m_pieces.removeFirst();
        }
        return count;
    }
    ssize_t write(const char *from, std::size_t size) override
    {
        const auto count = std::min(static_cast<qsizetype>(size), mostPerWrite);
        if (broken) {
            return -1;
        }
        written.append(from, count);
        ++writes;
        return count;
    }
    bool waitForData(std::chrono::milliseconds) override { return !m_pieces.isEmpty(); }

    QByteArray written;
    int writes = 0;
    bool broken = false;
    qsizetype mostPerWrite = 1 << 20;

private:
    QList<QByteArray> m_pieces;
};

} // namespace saltdesk::sandbox
