// SPDX-License-Identifier: Apache-2.0
#include "activity/CurlCommand.h"

#include <QStringList>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In single quotes a shell reads nothing but the closing one.
QString curlQuoted(const QString &argument)
{
    QString quoted = argument;
    quoted.replace(u'\'', u"'\\''"_s);
    return u'\'' + quoted + u'\'';
}

QString curlEncoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString curlAddress(const api::Exchange &exchange, const QUrl &baseUrl)
{
    const QStringList fixed = exchange.pathTemplate.split(u"{}"_s);
    QString path = fixed.front();
    for (qsizetype i = 1; i < fixed.size(); ++i) {
        path += curlEncoded(exchange.pathArguments.value(i - 1)) + fixed[i];
    }
    QStringList query;
    for (const auto &[name, value] : exchange.query) {
        query << curlEncoded(name) + u'=' + (value.isEmpty() ? u"***"_s : curlEncoded(value));
    }
    const QString base =
        QString::fromLatin1(baseUrl.adjusted(QUrl::RemoveUserInfo | QUrl::StripTrailingSlash).toEncoded());
    return base + u'/' + path + (query.isEmpty() ? QString() : QString(u'?' + query.join(u'&')));
}

} // namespace

QString curlCommand(const api::Exchange &exchange, const QUrl &baseUrl, bool isSigned)
{
    QStringList words{u"curl"_s, u"--request"_s, QString::fromLatin1(api::methodName(exchange.method)),
                      curlQuoted(curlAddress(exchange, baseUrl))};
    QStringList headers{u"Accept: application/json"_s, u"Content-Type: application/json"_s, u"App-id: ***"_s,
                        u"Secret: ***"_s};
    if (isSigned) {
        headers << u"Expires-at: ***"_s << u"Signature: ***"_s;
    }
    for (const QString &header : headers) {
        words << u"--header"_s << curlQuoted(header);
    }
    if (exchange.sentBytes > 0) {
        words << u"--data"_s << curlQuoted(u"***"_s) << u"# %1 bytes"_s.arg(exchange.sentBytes);
    }
    return words.join(u' ');
}

} // namespace saltdesk::models
