// SPDX-License-Identifier: Apache-2.0
#include "transport/ReplyJudge.h"

#include "codec/ErrorDecoder.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace saltdesk::api {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("saltdesk::api::ReplyJudge", text);
}

ApiError failure(ErrorKind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

/// Failures from before the first byte of the request: nothing reached the server.
bool wasNeverSent(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError || error == QNetworkReply::ProxyAuthenticationRequiredError;
}

/// Qt turns statuses into errors as well; those were answered and are judged by their status.
bool isAnswered(const ReceivedReply &reply)
{
    const int error = reply.networkError;
    const bool fromStatus = error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ContentReSendError &&
                            error != QNetworkReply::ProtocolUnknownError && error != QNetworkReply::ProtocolFailure;
    return reply.httpStatus != 0 &&
           (reply.networkError == QNetworkReply::NoError || (reply.httpStatus >= 300 && fromStatus));
}

ApiError unanswered(const ReceivedReply &reply)
{
    switch (reply.end) {
    case TryEnd::BySilence:
        return failure(ErrorKind::Timeout, tr("The server did not answer in time."));
    case TryEnd::ByDuration:
        return failure(ErrorKind::Timeout, tr("The answer took too long."));
    case TryEnd::BySize:
        return failure(ErrorKind::TooLarge, tr("The answer is larger than Saltdesk accepts."));
    case TryEnd::ByCaller:
        return failure(ErrorKind::Aborted, tr("The request was cancelled."));
    case TryEnd::ByNetwork:
        break;
    }
    const bool tls = reply.networkError == QNetworkReply::SslHandshakeFailedError;
    return failure(tls ? ErrorKind::Tls : ErrorKind::Network, reply.networkMessage);
}

ErrorKind kindOfStatus(int status)
{
    if (status == 429) {
        return ErrorKind::RateLimited;
    }
    return status >= 500 ? ErrorKind::ServerFault : ErrorKind::Rejected;
}

ApiError withoutEnvelope(int status)
{
    if (status < 400) {
        return failure(
            ErrorKind::Redirected,
            tr("The server wants to send us elsewhere. Saltdesk does not follow, it would carry the keys along."));
    }
    if (status == 403) {
        return failure(ErrorKind::Firewall, tr("Something in front of the API refused the request. Is this computer's "
                                               "address on the allow list?"));
    }
    return failure(kindOfStatus(status), tr("The server answered with HTTP status %1.").arg(status));
}

ApiError refused(const ReceivedReply &reply)
{
    std::optional<ApiError> decoded = reply.httpStatus < 400 ? std::nullopt : decodeError(reply.body);
    if (!decoded) {
        return withoutEnvelope(reply.httpStatus);
    }
    const bool limited = decoded->errorClass == "RateLimitExceeded"_L1 || decoded->errorClass == "TooManyRequests"_L1;
    decoded->kind = limited ? ErrorKind::RateLimited : kindOfStatus(reply.httpStatus);
    return *decoded;
}

bool isJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type.endsWith("+json");
}

/// Whether a write may have taken effect although nothing said so: no answer, a server that broke down over it, or a
/// yes that could not be read. A clear no, and what never left, are known.
bool leavesDoubt(const ReceivedReply &reply, const ApiError &error)
{
    if (!isAnswered(reply)) {
        return reply.end != TryEnd::ByNetwork || !wasNeverSent(reply.networkError);
    }
    return error.kind == ErrorKind::ServerFault || reply.httpStatus < 300;
}

} // namespace

Result<ApiReply> judge(ReceivedReply reply)
{
    ApiError error;
    if (reply.end != TryEnd::ByNetwork || !isAnswered(reply)) {
        error = unanswered(reply);
    } else if (reply.httpStatus < 200 || reply.httpStatus >= 300) {
        error = refused(reply);
    } else if (!isJson(reply.contentType)) {
        error = failure(ErrorKind::Malformed, tr("The server answered with something that is not JSON."));
    } else {
        return ApiReply{reply.httpStatus, std::move(reply.body), reply.serverTime};
    }
    error.httpStatus = reply.httpStatus;
    error.retryAfter = reply.retryAfter;
    error.outcomeUnknown = isWrite(reply.method) && leavesDoubt(reply, error);
    return tl::unexpected(std::move(error));
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now)
{
    bool isNumber = false;
    const int seconds = header.trimmed().toInt(&isNumber);
    if (isNumber) {
        return seconds >= 0 ? std::optional(std::chrono::seconds{seconds}) : std::nullopt;
    }
    const QDateTime when = parseHttpDate(header);
    if (!when.isValid()) {
        return std::nullopt;
    }
    return std::chrono::seconds{std::max<qint64>(now.secsTo(when), 0)};
}

QDateTime parseHttpDate(const QByteArray &header)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace saltdesk::api
