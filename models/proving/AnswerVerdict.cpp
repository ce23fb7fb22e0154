// SPDX-License-Identifier: Apache-2.0
#include "proving/AnswerVerdict.h"

#include "proving/ProofSentences.h"

#include <QCoreApplication>
#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;

namespace {

struct VerdictTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AnswerVerdict)
};

struct ClassVerdict
{
    QLatin1StringView errorClass;
    Hop hop;
    const char *sentence;
};

// Reference 7.1.
constexpr auto classVerdicts = std::to_array<ClassVerdict>({
    {"AppIdNotProvided"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The API did not get the App-id.")},
    {"SecretNotProvided"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The API did not get the secret.")},
    {"ApiKeyNotFound"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The API does not know this pair of App-id and secret.")},
    {"WrongClientToken"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The App-id and the secret do not belong together.")},
    {"AppsRestricted"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The keys are an app key's, which may not list customers.")},
    {"ActionNotAllowed"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "These keys may not list the customers.")},
    {"ClientNotFound"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The account of these keys does not exist any more.")},
    {"ClientDisabled"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The account of these keys is switched off.")},
    {"ClientPending"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The account of these keys is not approved yet.")},
    {"ClientRestricted"_L1, Hop::Keys,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "The account of these keys is restricted.")},
    {"RequestExpired"_L1, Hop::Clock,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The API takes our requests for expired, even by its own clock.")},
    {"ExpiresAtInvalid"_L1, Hop::Clock,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The API takes our time for impossible, even by its own clock.")},
    {"MissingExpiresAt"_L1, Hop::Signature,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The API wants signed requests, and the profile has no signing key.")},
    {"MissingSignature"_L1, Hop::Signature,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The API wants signed requests, and the profile has no signing key.")},
    {"SignatureNotMatch"_L1, Hop::Signature,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The signature does not fit the public key that the API has for this App-id.")},
    {"PublicKeyNotProvided"_L1, Hop::Signature,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "Our requests are signed, and the API has no public key for this App-id.")},
    {"UnsupportedApiVersion"_L1, Hop::ApiVersion,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict", "These keys may not use version 5 of the API.")},
    {"RouteNotFound"_L1, Hop::Reachability,
     QT_TRANSLATE_NOOP("saltdesk::models::AnswerVerdict",
                       "The server answers, but the API is not under this address.")},
});

const ClassVerdict *classVerdict(const QString &errorClass)
{
    const auto *found = std::ranges::find_if(
        classVerdicts, [&errorClass](const ClassVerdict &verdict) { return errorClass == verdict.errorClass; });
    return found == classVerdicts.end() ? nullptr : found;
}

Hop hopOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ForbiddenUrl:
        return Hop::Name;
    case ErrorKind::Tls:
        return Hop::Tls;
    case ErrorKind::NotConfigured:
        return Hop::Keys;
    case ErrorKind::ReadOnly:
        return Hop::Permission;
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Aborted:
    case ErrorKind::Redirected:
    case ErrorKind::Firewall:
    case ErrorKind::Rejected:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::PagingLoop:
        return Hop::Reachability;
    }
    return Hop::Reachability;
}

/// Of an answer, or of a silence, that is none of the API's own refusals.
QString kindSentence(const api::ApiError &error)
{
    switch (error.kind) {
    case ErrorKind::NotConfigured:
        return VerdictTexts::tr("The App-id or the secret is missing, so nothing was sent.");
    case ErrorKind::ForbiddenUrl:
        return VerdictTexts::tr("The address must begin with https, so nothing was sent.");
    case ErrorKind::Network:
    case ErrorKind::Tls:
        return VerdictTexts::tr("The connection broke: %1.").arg(withoutFullStop(error.message));
    case ErrorKind::Timeout:
        return VerdictTexts::tr("The server takes the connection but does not answer in time.");
    case ErrorKind::Redirected:
        return VerdictTexts::tr(
                   "The server sends us elsewhere (HTTP %1). Saltdesk does not follow, since the keys would go along.")
            .arg(error.httpStatus);
    case ErrorKind::Firewall:
        return VerdictTexts::tr("A firewall's page came instead of the API's answer (HTTP %1).").arg(error.httpStatus);
    case ErrorKind::ServerFault:
        return VerdictTexts::tr("The server has a fault of its own (HTTP %1).").arg(error.httpStatus);
    case ErrorKind::RateLimited:
        return VerdictTexts::tr("The API answers that there were too many requests (HTTP %1).").arg(error.httpStatus);
    case ErrorKind::Rejected:
        return VerdictTexts::tr("Something answers with HTTP %1, but it is not the API.").arg(error.httpStatus);
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::PagingLoop:
        return VerdictTexts::tr("Something answers, but it is not the API.");
    case ErrorKind::ReadOnly:
    case ErrorKind::Aborted:
        break;
    }
    return error.message;
}

HopResult failedHop(Hop hop, const QString &detail, const api::ApiError &error)
{
    return {.hop = hop, .state = HopState::Failed, .detail = detail, .error = error};
}

} // namespace

HopResult verdictOnReading(const api::ApiError &error)
{
    if (const ClassVerdict *known = classVerdict(error.errorClass)) {
        return failedHop(known->hop, VerdictTexts::tr(known->sentence), error);
    }
    if (error.kind == ErrorKind::Rejected && !error.errorClass.isEmpty()) {
        return failedHop(Hop::ApiVersion,
                         VerdictTexts::tr("The API refuses a plain request of version 5 (%1).").arg(error.errorClass),
                         error);
    }
    return failedHop(hopOfKind(error.kind), kindSentence(error), error);
}

HopResult verdictOnWriting(const api::ApiError &error)
{
    if (error.errorClass == "ActionNotAllowed"_L1) {
        return failedHop(Hop::Permission,
                         VerdictTexts::tr("Salt Edge has not allowed this account to send bank credentials directly."),
                         error);
    }
    if (error.errorClass == "ClientRestricted"_L1) {
        return failedHop(Hop::Permission, VerdictTexts::tr("The account of these keys may only read."), error);
    }
    const ClassVerdict *known = classVerdict(error.errorClass);
    if (known != nullptr && (known->hop == Hop::Clock || known->hop == Hop::Signature)) {
        return failedHop(known->hop, VerdictTexts::tr(known->sentence), error);
    }
    if (error.kind == ErrorKind::Rejected && !error.errorClass.isEmpty()) {
        return permissionGranted();
    }
    HopResult untold = failedHop(Hop::Permission, kindSentence(error), error);
    // Reading works, so this says nothing about the keys.
    untold.state = HopState::Warned;
    return untold;
}

} // namespace saltdesk::models
