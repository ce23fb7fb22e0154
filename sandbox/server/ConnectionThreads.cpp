// SPDX-License-Identifier: Apache-2.0
#include "server/ConnectionThreads.h"

#include <system_error>

namespace saltdesk::sandbox {

static thread_local bool refusing = false;

bool ConnectionThreads::isRefusing()
{
    return refusing;
}

void ConnectionThreads::enqueue(std::function<void()> task)
{
    if (!begin(task)) {
        refusing = true;
        task();
        refusing = false;
    }
}

bool ConnectionThreads::begin(const std::function<void()> &task)
{
    const std::scoped_lock lock(m_mutex);
    joinFinished();
    if (m_workers.size() >= m_most) {
        return false;
    }
    Worker &worker = m_workers.emplace_back();
    try {
        worker.thread = std::thread([&worker, task] {
            task();
            worker.finished = true;
        });
    } catch (const std::system_error &) {
        // The machine has no thread left.
        m_workers.pop_back();
        return false;
    }
    return true;
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
