// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryFault.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace saltdesk::models {

/// What was asked of the local history: ends exactly once, also at the end of the program. Copies refer to the same.
template <class T>
class HistoryAnswer
{
public:
    HistoryAnswer() = default;
    explicit HistoryAnswer(QFuture<HistoryResult<T>> future)
        : m_future(std::move(future))
    {}

    /// Runs `handler(const HistoryResult<T> &)` on the context's thread, which is the calling one, and never before the
    /// event loop has turned; not at all if the context is gone by then.
    template <class Handler>
    void then(QObject *context, Handler handler) const
    {
        // Not QFuture::then(context, …): Qt 6.4 asserts that the context is still alive when the future ends.
        auto *watcher = new QFutureWatcher<HistoryResult<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, handler = std::move(handler)]() mutable {
                             watcher->deleteLater();
                             handler(watcher->result());
                         });
        watcher->setFuture(m_future);
    }

    [[nodiscard]] QFuture<HistoryResult<T>> future() const { return m_future; }

private:
    QFuture<HistoryResult<T>> m_future;
};

} // namespace saltdesk::models
