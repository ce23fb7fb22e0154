// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <exception>

namespace saltdesk::app {

/// While it lives, what Qt and the program log goes to stderr through the redactor, line by line, and so do the last
/// words after an exception that nobody caught. Made once, first thing in main(); puts back what was there before.
class RedactedLog
{
public:
    RedactedLog();
    ~RedactedLog();
    Q_DISABLE_COPY_MOVE(RedactedLog)

private:
    QtMessageHandler m_handlerBefore;
    std::terminate_handler m_terminateBefore;
};

} // namespace saltdesk::app
