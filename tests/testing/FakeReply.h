// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/FakeNetwork.h"

namespace saltdesk::testing {

/// A reply that gives a FakeAnswer once the event loop has turned, or waits for its abort.
class FakeReply final : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const QNetworkRequest &request, const FakeAnswer &answer, QObject *parent);

    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *target, qint64 maxSize) override;

private:
    void deliver();
    void finishWith(NetworkError error, const QString &text);

    FakeAnswer m_answer;
    qint64 m_read = 0;
    bool m_delivered = false;
};

} // namespace saltdesk::testing
