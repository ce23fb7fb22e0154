// SPDX-License-Identifier: Apache-2.0
#include "codec/ErrorDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {
namespace {

using namespace Qt::Literals::StringLiterals;

ErrorKind kindOf(const QString &errorClass)
{
    if (errorClass == "RateLimitExceeded"_L1 || errorClass == "TooManyRequests"_L1) {
        return ErrorKind::RateLimited;
    }
    return errorClass == "InternalServerError"_L1 ? ErrorKind::ServerFault : ErrorKind::Rejected;
}

/// An address that may be opened when a person clicks on it, or none.
QUrl webAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() ? url : QUrl();
}

} // namespace

std::optional<ApiError> decodeError(const QByteArray &body)
{
    JsonDocument document;
    simdjson::dom::object root;
    if (document.parse(body) || document.root().get(root) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    DecodeFindings ignored;
    const ObjectReader outer(root, ignored);
    simdjson::dom::object envelope;
    const std::optional<simdjson::dom::element> nested = outer.raw("error");
    const bool isNested = nested && nested->get(envelope) == simdjson::SUCCESS;
    const ObjectReader reader(isNested ? envelope : root, ignored);

    ApiError error;
    error.errorClass = reader.text(isNested ? "class" : "error_class").value();
    error.message = reader.text(isNested ? "message" : "error_message").value();
    if (error.errorClass.isEmpty()) {
        return std::nullopt;
    }
    error.kind = kindOf(error.errorClass);
    error.documentationUrl = webAddress(reader.text("documentation_url").value());
    error.requestId = reader.text("request_id").value();
    if (const Member<QDateTime> next = outer.dateTime("next_refresh_possible_at")) {
        error.nextRefreshPossibleAt = *next;
    }
    return error;
}

} // namespace saltdesk::api
