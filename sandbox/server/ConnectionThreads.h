// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>
#include <list>
#include <mutex>
#include <thread>

namespace saltdesk::sandbox {

/// One thread per open connection, made when it is needed: idle keep-alive connections then never keep another client
/// waiting, as they would in httplib's pool of eight, and a start costs no thread. What is more than `most`, or more
/// than the machine has threads for, is run at once on the caller's thread, where it is to end without waiting.
class ConnectionThreads final : public httplib::TaskQueue
{
public:
    explicit ConnectionThreads(std::size_t most = 4096)
        : m_most(most)
    {}

    /// For tasks: whether this one is too many.
    [[nodiscard]] static bool isRefusing();

    void enqueue(std::function<void()> task) override;
    void shutdown() override;

private:
    struct Worker
    {
        std::thread thread;
        std::atomic<bool> finished = false;
    };

    void joinFinished();
    [[nodiscard]] bool begin(const std::function<void()> &task);

    std::size_t m_most;
    std::mutex m_mutex;
    std::list<Worker> m_workers;
};

} // namespace saltdesk::sandbox
