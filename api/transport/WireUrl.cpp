// SPDX-License-Identifier: Apache-2.0
#include "transport/WireUrl.h"

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray encodedQuery(const ApiRequest &request)
{
    QByteArray encoded;
    for (const auto &[name, value] : request.query) {
        encoded += encoded.isEmpty() ? '?' : '&';
        encoded += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return encoded;
}

} // namespace

std::optional<QUrl> wireUrl(const ApiEndpoint &endpoint, const ApiRequest &request)
{
    const QStringList pieces = request.pathTemplate.split("{}"_L1);
    Q_ASSERT(pieces.size() == request.pathArguments.size() + 1);
    QByteArray path = pieces.constFirst().toLatin1();
    for (qsizetype i = 0; i < request.pathArguments.size(); ++i) {
        const QString &argument = request.pathArguments.at(i);
        if (argument.isEmpty() || argument == "."_L1 || argument == ".."_L1) {
            return std::nullopt;
        }
        path += QUrl::toPercentEncoding(argument) + pieces.at(i + 1).toLatin1();
    }
    QByteArray base = endpoint.baseUrl.toEncoded();
    if (!base.endsWith('/')) {
        base += '/';
    }
    return QUrl::fromEncoded(base + path + encodedQuery(request), QUrl::StrictMode);
}

} // namespace saltdesk::api
