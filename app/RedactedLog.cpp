// SPDX-License-Identifier: Apache-2.0
#include "RedactedLog.h"

#include "redaction/Redactor.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

void writeLine(const QString &text)
{
    const QByteArray line = QString(api::redacted(text) + u'\n').toLocal8Bit();
    // One call a line, so that those of several threads stay apart.
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    writeLine(qFormatLogMessage(type, context, message));
}

QString currentException()
{
    try {
        if (const std::exception_ptr thrown = std::current_exception()) {
            std::rethrow_exception(thrown);
        }
    } catch (const std::exception &exception) {
        return QString::fromLocal8Bit(exception.what());
    } catch (...) {
        return u"an exception of an unknown kind"_s;
    }
    return u"std::terminate"_s;
}

[[noreturn]] void endWithLastWords()
{
    writeLine(u"saltdesk: ended by "_s + currentException());
    std::abort();
}

} // namespace

RedactedLog::RedactedLog()
    : m_handlerBefore(qInstallMessageHandler(writeMessage))
    , m_terminateBefore(std::set_terminate(endWithLastWords))
{}

RedactedLog::~RedactedLog()
{
    std::set_terminate(m_terminateBefore);
    qInstallMessageHandler(m_handlerBefore);
}

} // namespace saltdesk::app
