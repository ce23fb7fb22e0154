// SPDX-License-Identifier: Apache-2.0
#include "http/Gatekeeper.h"

#include "clock/Times.h"

#include <algorithm>
#include <cmath>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

Outcome<void> Gatekeeper::admit(const Request &request, const Clock &clock) const
{
    return checkKey(request)
        .and_then([&] { return checkExpiry(request, clock); })
        .and_then([&] { return checkSignature(request); })
        .and_then([&] { return checkMediaTypes(request); });
}

Outcome<void> Gatekeeper::checkKey(const Request &request) const
{
    const auto appId = request.header("app-id");
    const auto secret = request.header("secret");
    if (!appId || appId->isEmpty()) {
        return refuse(u"AppIdNotProvided"_s, u"App-id header must be provided."_s);
    }
    if (!secret || secret->isEmpty()) {
        return refuse(u"SecretNotProvided"_s, u"Secret header must be provided."_s);
    }
    if (*appId != m_key.appId || *secret != m_key.secret) {
        return refuse(u"ApiKeyNotFound"_s, u"API key was not found."_s);
    }
    return {};
}

Outcome<void> Gatekeeper::checkExpiry(const Request &request, const Clock &clock) const
{
    const auto text = request.header("expires-at");
    if (!text) {
        return m_key.publicKey ? refuse(u"MissingExpiresAt"_s, u"Expires-at header must be provided."_s)
                               : Outcome<void>();
    }
    bool isNumber = false;
    // A fraction was accepted by the real API (reference 14).
    const double seconds = text->toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0) {
        return refuse(u"ExpiresAtInvalid"_s, u"Expires-at must be a Unix time in seconds."_s);
    }
    const auto unixTime = [](Instant at) { return static_cast<double>(at.time_since_epoch().count()) / 1000; };
    // Where the banks' time runs faster a client may go by either: its own clock or our Date header.
    const auto [earlier, later] = std::minmax({unixTime(clock.now()), unixTime(clock.wall())});
    if (seconds <= earlier) {
        return refuse(u"RequestExpired"_s,
                      u"Request has expired, the server's time is %1."_s.arg(isoText(clock.wall())));
    }
    if (seconds > later + 3600) {
        return refuse(u"ExpiresAtInvalid"_s, u"Expires-at must not be more than 1 hour ahead."_s);
    }
    return {};
}

Outcome<void> Gatekeeper::checkSignature(const Request &request) const
{
    const auto signature = request.header("signature");
    if (!m_key.publicKey) {
        return signature && !m_lenient ? refuse(u"PublicKeyNotProvided"_s, u"No public key is registered."_s)
                                       : Outcome<void>();
    }
    if (!signature || signature->isEmpty()) {
        return refuse(u"MissingSignature"_s, u"Signature header must be provided."_s);
    }
    const QByteArray text = request.header("expires-at").value_or(QByteArray()) + '|' + request.method + '|' +
                            request.origin + request.target + '|' + request.body;
    if (!m_key.publicKey->verifies(text, *signature)) {
        return refuse(u"SignatureNotMatch"_s, u"Signature not match."_s);
    }
    return {};
}

Outcome<void> Gatekeeper::checkMediaTypes(const Request &request) const
{
    if (m_lenient) {
        return {};
    }
    const QByteArray accept = request.header("accept").value_or(QByteArray());
    if (!accept.contains("application/json") && !accept.contains("*/*")) {
        return refuse(u"WrongRequestFormat"_s, u"Accept header must allow application/json."_s);
    }
    const QByteArray type = request.header("content-type").value_or(QByteArray());
    const bool isJson = type.split(';').first().trimmed().toLower() == "application/json";
    if (!request.body.isEmpty() && !isJson) {
        return refuse(u"WrongRequestFormat"_s, u"Content-Type header must be application/json."_s);
    }
    return {};
}

} // namespace saltdesk::sandbox
