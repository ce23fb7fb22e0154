// SPDX-License-Identifier: Apache-2.0
#include "program/EndingSignal.h"

#ifdef _WIN32
#include <semaphore>
#include <windows.h>
#else
#include <csignal>
#endif

namespace saltdesk::sandbox {

#ifdef _WIN32

namespace {

std::counting_semaphore<> wished{0};

BOOL WINAPI onControl(DWORD)
{
    wished.release();
    return TRUE;
}

} // namespace

EndingSignal::EndingSignal()
{
    SetConsoleCtrlHandler(onControl, TRUE);
}

void EndingSignal::wait()
{
    wished.acquire();
}

#else

namespace {

sigset_t endingSignals()
{
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGINT);
    sigaddset(&ending, SIGTERM);
    return ending;
}

} // namespace

EndingSignal::EndingSignal()
{
    // Threads inherit it, so only sigwait sees them.
    const sigset_t ending = endingSignals();
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
}

void EndingSignal::wait()
{
    const sigset_t ending = endingSignals();
    int received = 0;
    sigwait(&ending, &received);
}

#endif

} // namespace saltdesk::sandbox
