// SPDX-License-Identifier: Apache-2.0
#include "ReplyRecord.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// A longer list repeats the rows of a shorter one, so it is not kept: load tests make hundreds of megabytes of them.
static constexpr qsizetype longestBody = 256 * 1024;

/// The running test and its row, so that a violation can be found again.
static QString runningTest()
{
    const QString function = QString::fromUtf8(QTest::currentTestFunction());
    const QString row = QString::fromUtf8(QTest::currentDataTag());
    return row.isEmpty() ? function : function + u'(' + row + u')';
}

static QJsonObject headersOf(const Reply &reply)
{
    QJsonObject headers{{u"content-type"_s, QString::fromLatin1(reply.contentType)}};
    for (const auto &[name, value] : reply.headers) {
        headers.insert(QString::fromLatin1(name).toLower(), QString::fromLatin1(value));
    }
    return headers;
}

void recordReply(const Request &request, const Reply &reply)
{
    const QString name = qEnvironmentVariable("SALTDESK_REPLY_RECORD");
    if (name.isEmpty() || reply.body.size() > longestBody) {
        return;
    }
    const QJsonObject line{{u"case"_s, runningTest()},
                           {u"method"_s, QString::fromLatin1(request.method)},
                           {u"target"_s, QString::fromLatin1(request.target)},
                           {u"status"_s, reply.status},
                           {u"headers"_s, headersOf(reply)},
                           {u"body"_s, QString::fromUtf8(reply.body)}};
    QFile file(name);
    if (!file.open(QIODevice::Append) || file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n') < 0) {
        qFatal("cannot write %s", qPrintable(name));
    }
}

} // namespace saltdesk::sandbox
