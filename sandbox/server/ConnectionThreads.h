// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>
#include <list>
#include <mutex>
#include <thread>

namespace saltdesk::sandbox {

/// One thread per open connection, made when it is needed: idle keep-alive connections then never keep another client
/// waiting, as they would in httplib's pool of eight, and a start costs no thread.
class ConnectionThreads final : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> task) override;
    void shutdown() override;

private:
    struct Worker
    {
        std::thread thread;
        std::atomic<bool> finished = false;
    };

    void joinFinished();

    std::mutex m_mutex;
    std::list<Worker> m_workers;
};

} // namespace saltdesk::sandbox
