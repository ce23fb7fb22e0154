// SPDX-License-Identifier: Apache-2.0
#include "program/CommandLine.h"
#include "program/EndingSignal.h"
#include "server/Server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#ifndef _WIN32
#include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;
using saltdesk::sandbox::CommandLine;
using saltdesk::sandbox::EndingSignal;
using saltdesk::sandbox::Server;

namespace {

constexpr int badArguments = 2;

void print(std::FILE *where, const QString &text)
{
    std::fputs(text.toUtf8().constData(), where);
    std::fflush(where);
}

/// Every connection takes a descriptor; the usual 1024 are meant for programs that use `select`.
void allowManyConnections()
{
#ifndef _WIN32
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

int serve(const CommandLine &commandLine)
{
    allowManyConnections();
    EndingSignal ending;
    Server server(commandLine.options);
    if (const auto started = server.start(); !started) {
        print(stderr, u"saltdesk-sandbox: %1\n"_s.arg(started.error()));
        return 1;
    }
    const QJsonObject ready{
        {u"base_url"_s, server.baseUrl().toString()}, {u"app_id"_s, server.appId()}, {u"secret"_s, server.secret()}};
    print(stdout, QString::fromUtf8(QJsonDocument(ready).toJson(QJsonDocument::Compact)) + u'\n');
    ending.wait();
    server.stop();
    return 0;
}

} // namespace

int main(int count, char **values)
{
    QStringList arguments;
    for (int i = 0; i < count; ++i) {
        arguments.append(QString::fromLocal8Bit(values[i]));
    }
    const auto commandLine = CommandLine::parse(arguments);
    if (!commandLine) {
        print(stderr, u"saltdesk-sandbox: %1\n"_s.arg(commandLine.error()));
        return badArguments;
    }
    switch (commandLine->wish) {
    case CommandLine::Wish::Serve:
        return serve(*commandLine);
    case CommandLine::Wish::Help:
        print(stdout, CommandLine::help());
        return 0;
    case CommandLine::Wish::Version:
        print(stdout, u"saltdesk-sandbox %1\n"_s.arg(QStringLiteral(SALTDESK_VERSION)));
        return 0;
    }
    return badArguments;
}
