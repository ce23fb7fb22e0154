// SPDX-License-Identifier: Apache-2.0
#include "proving/HopWords.h"

#include "states/ClassAdvice.h"
#include "states/ErrorWords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;
using models::Hop;
using models::HopResult;
using models::HopState;
using models::Tone;

namespace {

struct HopTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::HopWords)
};

QString hopSmallPrint(const HopResult &result)
{
    return result.error ? errorWords(*result.error).fine : QString();
}

QString proofReport(std::span<const HopResult> results)
{
    QStringList lines;
    for (const HopResult &result : results) {
        lines << HopTexts::tr("%1: %2. %3").arg(hopName(result.hop), hopStateWord(result.state), result.detail);
        if (const QString fine = hopSmallPrint(result); !fine.isEmpty()) {
            lines << u"    "_s + fine;
        }
    }
    return lines.join(u'\n');
}

QString adviceAfterAnswer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Firewall:
        return HopTexts::tr("Salt Edge lets only known addresses in: ask the keeper of your company's account to have "
                            "this network's added.");
    case ErrorKind::ServerFault:
        return HopTexts::tr("Test again in a few minutes.");
    case ErrorKind::RateLimited:
        return HopTexts::tr("Wait a minute, then test again.");
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return HopTexts::tr("Check the network, and whether a firewall stands between; then test again.");
    case ErrorKind::NotConfigured:
    case ErrorKind::ForbiddenUrl:
    case ErrorKind::ReadOnly:
    case ErrorKind::Tls:
    case ErrorKind::Aborted:
    case ErrorKind::Redirected:
    case ErrorKind::Rejected:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::PagingLoop:
        break;
    }
    return HopTexts::tr("Check the address: it is the API's, such as https://www.saltedge.com/api/v5.");
}

QString adviceForHop(const HopResult &failure)
{
    switch (failure.hop) {
    case Hop::Name:
        return HopTexts::tr("Check the address for a typing mistake, and whether this computer is on the network.");
    case Hop::Proxy:
        return HopTexts::tr("Check the proxy's address, user and password, or ask whoever keeps your network.");
    case Hop::Tls:
        return HopTexts::tr("If your company vouches for its own certificates, add that authority to the profile. "
                            "Otherwise do not go on: somebody may be listening.");
    case Hop::Reachability:
        return adviceAfterAnswer(failure.error ? failure.error->kind : ErrorKind::Network);
    case Hop::Keys:
        return HopTexts::tr("Check the App-id and the secret.");
    case Hop::Clock:
        return HopTexts::tr("Set this computer's date, time and time zone.");
    case Hop::Signature:
        return HopTexts::tr("Set the signing key whose public half is registered at Salt Edge for this App-id.");
    case Hop::ApiVersion:
        return HopTexts::tr("Give the request id to Salt Edge's support and ask for version 5.");
    case Hop::Permission:
        return HopTexts::tr("Customers can still connect over a link. For direct entry the keeper of your company's "
                            "account can ask Salt Edge's support.");
    }
    return {};
}

bool hasHopIn(std::span<const HopResult> results, HopState state)
{
    return std::ranges::find(results, state, &HopResult::state) != results.end();
}

/// A test that ended without a failure; the last hop may be left out on purpose.
Message unfailedMessage(std::span<const HopResult> results)
{
    if (hasHopIn(results.first(results.size() - 1), HopState::NotTested)) {
        return {.tone = Tone::Idle, .title = HopTexts::tr("The test was cancelled.")};
    }
    if (hasHopIn(results, HopState::Warned)) {
        return {.tone = Tone::Warning,
                .title = HopTexts::tr("The connection works."),
                .text = HopTexts::tr("Look at the warning before it becomes a failure.")};
    }
    return {.tone = Tone::Good,
            .title = HopTexts::tr("The connection works."),
            .text = results.back().state == HopState::NotTested
                        ? HopTexts::tr("Whether bank credentials may be sent directly shows with the first one.")
                        : HopTexts::tr("Everything that was tested is as it should be.")};
}

} // namespace

QString hopName(Hop hop)
{
    switch (hop) {
    case Hop::Name:
        return HopTexts::tr("Name");
    case Hop::Proxy:
        return HopTexts::tr("Proxy");
    case Hop::Tls:
        return HopTexts::tr("Certificate");
    case Hop::Reachability:
        return HopTexts::tr("API");
    case Hop::Keys:
        return HopTexts::tr("Keys");
    case Hop::Clock:
        return HopTexts::tr("Clock");
    case Hop::Signature:
        return HopTexts::tr("Signature");
    case Hop::ApiVersion:
        return HopTexts::tr("API version");
    case Hop::Permission:
        return HopTexts::tr("Direct credentials");
    }
    return {};
}

QString hopStateWord(HopState state)
{
    switch (state) {
    case HopState::Waiting:
        return HopTexts::tr("Waiting");
    case HopState::Running:
        return HopTexts::tr("Testing");
    case HopState::Passed:
        return HopTexts::tr("Passed");
    case HopState::Warned:
        return HopTexts::tr("Warning");
    case HopState::Failed:
        return HopTexts::tr("Failed");
    case HopState::NotNeeded:
        return HopTexts::tr("Not needed");
    case HopState::NotTested:
        return HopTexts::tr("Not tested");
    }
    return {};
}

Tone hopTone(HopState state)
{
    switch (state) {
    case HopState::Running:
        return Tone::Running;
    case HopState::Passed:
        return Tone::Good;
    case HopState::Warned:
        return Tone::Warning;
    case HopState::Failed:
        return Tone::Bad;
    case HopState::Waiting:
    case HopState::NotNeeded:
    case HopState::NotTested:
        return Tone::Idle;
    }
    return Tone::Idle;
}

QString hopIcon(HopState state)
{
    switch (state) {
    case HopState::Waiting:
        return u"dots"_s;
    case HopState::Running:
        return u"fetching"_s;
    case HopState::Passed:
        return u"check"_s;
    case HopState::Warned:
        return u"alert"_s;
    case HopState::Failed:
        return u"cross"_s;
    case HopState::NotNeeded:
    case HopState::NotTested:
        return u"dash"_s;
    }
    return {};
}

QString hopAdvice(const HopResult &failure)
{
    // Of this class the general advice knows only the half.
    const bool ownWords = failure.hop == Hop::Permission || !failure.error;
    const QString advice = ownWords ? QString() : classAdvice(failure.error->errorClass);
    return advice.isEmpty() ? adviceForHop(failure) : advice;
}

Message proofMessage(std::span<const HopResult> results)
{
    const auto failure = std::ranges::find(results, HopState::Failed, &HopResult::state);
    Message message = failure == results.end() ? unfailedMessage(results)
                                               : Message{.tone = Tone::Bad,
                                                         .title = failure->detail,
                                                         .text = hopAdvice(*failure),
                                                         .fine = hopSmallPrint(*failure)};
    message.copyText = proofReport(results);
    return message;
}

} // namespace saltdesk::ui
