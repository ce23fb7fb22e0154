// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiReply.h"
#include "transport/ApiRequest.h"
#include "transport/Call.h"
#include "transport/PendingRequest.h"
#include "transport/ReplyJudge.h"
#include "transport/WriteWitness.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QTimer>

namespace saltdesk::api {

class ApiClient;

/// One call on its way: its tries, their timers, and the promise that is kept exactly once. Child of the ApiClient;
/// deletes itself after it ended.
class RequestJob final : public PendingRequest
{
    Q_OBJECT

public:
    RequestJob(ApiClient &client, ApiRequest request);
    ~RequestJob() override;

    [[nodiscard]] Call<ApiReply> call();
    /// Who hears of the end of this write.
    void witness(WriteWitness &witness, const WriteIntent &intent);
    void start();
    /// Ends with `error` once the event loop has turned; nothing is sent.
    void refuse(const ApiError &error);
    void abort() override;
    /// The client is going: ends at once, tells nobody but the future.
    void shutDown();
    [[nodiscard]] bool isRunningWrite() const { return !m_ended && isWrite(m_request.method); }

private:
    void startTry();
    void watch();
    void takeBytes();
    void stop(TryEnd reason);
    void finishTry();
    void reportTry(const Result<ApiReply> &result, const ReceivedReply &received);
    [[nodiscard]] ReceivedReply received();
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTryAfter(const ApiError &error) const;
    [[nodiscard]] ApiError abortedError() const;
    void end(Result<ApiReply> result);
    void tellWitness(const Result<ApiReply> &result);

    ApiClient &m_client;
    ApiRequest m_request;
    QPromise<Result<ApiReply>> m_promise;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QString m_tlsProblem;
    WriteWitness *m_witness = nullptr;
    WriteIntent m_intent;
    QTimer m_silence;
    QTimer m_whole;
    QTimer m_pause;
    QElapsedTimer m_elapsed;
    QDateTime m_startedAt;
    std::chrono::milliseconds m_offsetAtStart{0};
    TryEnd m_tryEnd = TryEnd::ByNetwork;
    int m_tryNumber = 0;
    qint64 m_sentBytes = 0;
    bool m_ended = false;
};

} // namespace saltdesk::api
