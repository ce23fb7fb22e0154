// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/PendingRequest.h"
#include "transport/Result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <utility>

namespace saltdesk::api {

/// A running call: the future of its result, paired with the job behind it, because cancelling a QFuture stops nothing.
///
/// The result arrives exactly once, on the thread of the ApiClient and never before the event loop has turned: success,
/// error, abort, or shutdown of the client (ErrorKind::Aborted). Dropping the handle does not abort. Copies refer to
/// the same call.
template <class T>
class Call
{
public:
    Call() = default;
    Call(QFuture<Result<T>> future, QPointer<PendingRequest> request)
        : m_future(std::move(future))
        , m_request(std::move(request))
    {}

    /// Runs `handler(const Result<T> &)` on context's thread once the call has ended; not at all if context is gone by
    /// then.
    template <class Handler>
    void then(QObject *context, Handler handler) const
    {
        QFuture<Result<T>> future = m_future;
        // Not then(context, …): Qt 6.4 asserts that the context is still alive when the future ends.
        future.then(
            [alive = QPointer<QObject>(context), handler = std::move(handler)](const Result<T> &result) mutable {
                if (!alive) {
                    return;
                }
                // A continuation runs at once, in the middle of whatever ended the call.
                QMetaObject::invokeMethod(
                    alive.data(), [handler = std::move(handler), result]() mutable { handler(result); },
                    Qt::QueuedConnection);
            });
    }

    /// The same call with its value decoded: `decode(const T &)` gives a Result<U>. With Launch::Async it is decoded in
    /// the thread pool, which is for long lists.
    template <class U, class Decode>
    [[nodiscard]] Call<U> decoded(Decode decode, QtFuture::Launch launch = QtFuture::Launch::Sync) const
    {
        QFuture<Result<T>> future = m_future;
        return Call<U>(future.then(launch,
                                   [decode = std::move(decode)](const Result<T> &result) -> Result<U> {
                                       return result.and_then(decode);
                                   }),
                       m_request);
    }

    /// Ends the call with ErrorKind::Aborted, unless it has ended. A write that was already handed to the network may
    /// still take effect: its error says outcomeUnknown.
    void abort() const
    {
        if (m_request) {
            m_request->abort();
        }
    }

    [[nodiscard]] bool isRunning() const { return m_future.isRunning(); }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_future; }

private:
    QFuture<Result<T>> m_future;
    QPointer<PendingRequest> m_request;
};

} // namespace saltdesk::api
