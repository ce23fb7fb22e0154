// SPDX-License-Identifier: Apache-2.0
#include "server/ConnectionThreads.h"

namespace saltdesk::sandbox {

void ConnectionThreads::enqueue(std::function<void()> task)
{
    const std::scoped_lock lock(m_mutex);
    joinFinished();
    Worker &worker = m_workers.emplace_back();
    worker.thread = std::thread([&worker, task = std::move(task)] {
        task();
        worker.finished = true;
    });
}

void ConnectionThreads::joinFinished()
{
    m_workers.remove_if([](Worker &worker) {
        if (!worker.finished) {
            return false;
        }
        worker.thread.join();
        return true;
    });
}

void ConnectionThreads::shutdown()
{
    const std::scoped_lock lock(m_mutex);
    for (Worker &worker : m_workers) {
        worker.thread.join();
    }
    m_workers.clear();
}

} // namespace saltdesk::sandbox
