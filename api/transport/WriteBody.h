// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace saltdesk::api {

/// The body of a write as a stream that can be read once.
///
/// The access manager silently repeats a request whose connection closed without an answer, whatever its verb, if it
/// can rewind the body; a sequential device it can't rewind, so it reports ContentReSendError instead. Bodies hold
/// credentials, so the bytes are overwritten at the end. Owned by the reply it was sent with.
class WriteBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit WriteBody(QByteArray &&bytes, QObject *parent = nullptr);
    ~WriteBody() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Refuses, as a stream does, but without the warning that QIODevice would print: the access manager always asks.
    bool seek(qint64) override { return false; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *target, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace saltdesk::api
