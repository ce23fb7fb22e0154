// SPDX-License-Identifier: Apache-2.0
#include "server/ConnectionThreads.h"

#include <atomic>
#include <condition_variable>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ConnectionThreadsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTaskRuns();
    void blockedTasksDoNotHoldUpOthers();
    void shutdownWaits();
    void whatIsTooMuchIsRunAtOnceAndKnowsIt();
};

void ConnectionThreadsTest::everyTaskRuns()
{
    std::atomic<int> ran = 0;
    ConnectionThreads threads;
    for (int i = 0; i < 500; ++i) {
        threads.enqueue([&] { ++ran; });
    }
    threads.shutdown();
    QCOMPARE(ran.load(), 500);
    threads.shutdown();
}

void ConnectionThreadsTest::blockedTasksDoNotHoldUpOthers()
{
    std::mutex mutex;
    std::condition_variable changed;
    int waiting = 0;
    ConnectionThreads threads;
    // More than httplib's own pool has threads; each goes on only once all have begun.
    for (int i = 0; i < 30; ++i) {
        threads.enqueue([&] {
            std::unique_lock lock(mutex);
            ++waiting;
            changed.notify_all();
            changed.wait_for(lock, std::chrono::seconds(20), [&] { return waiting == 30; });
        });
    }
    threads.shutdown();
    QCOMPARE(waiting, 30);
}

void ConnectionThreadsTest::shutdownWaits()
{
    std::atomic<bool> released = false;
    std::atomic<bool> ended = false;
    ConnectionThreads threads;
    threads.enqueue([&] {
        released.wait(false);
        ended = true;
    });
    released = true;
    released.notify_all();
    threads.shutdown();
    QVERIFY(ended);
}

void ConnectionThreadsTest::whatIsTooMuchIsRunAtOnceAndKnowsIt()
{
    std::atomic<bool> released = false;
    std::atomic<int> refused = 0;
    std::atomic<int> served = 0;
    ConnectionThreads threads(2);
    for (int i = 0; i < 2; ++i) {
        threads.enqueue([&] {
            released.wait(false);
            ++(ConnectionThreads::isRefusing() ? refused : served);
        });
    }
    std::thread::id where;
    threads.enqueue([&] {
        where = std::this_thread::get_id();
        ++(ConnectionThreads::isRefusing() ? refused : served);
    });
    QVERIFY(where == std::this_thread::get_id());
    QVERIFY(!ConnectionThreads::isRefusing());
    released = true;
    released.notify_all();
    threads.shutdown();
    QCOMPARE(refused.load(), 1);
    QCOMPARE(served.load(), 2);
    threads.enqueue([&] { ++(ConnectionThreads::isRefusing() ? refused : served); });
    threads.shutdown();
    QCOMPARE(served.load(), 3);
}

QTEST_APPLESS_MAIN(ConnectionThreadsTest)
#include "tst_connectionthreads.moc"
