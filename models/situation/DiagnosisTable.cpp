// SPDX-License-Identifier: Apache-2.0
#include "situation/DiagnosisTable.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace saltdesk::models {
namespace {

#define DIAGNOSIS_TEXT(text) QT_TRANSLATE_NOOP("saltdesk::models::Diagnosis", text)

constexpr auto newConsent = DIAGNOSIS_TEXT("The customer must agree again: reconnect with a new consent.");
constexpr auto consentSentence =
    DIAGNOSIS_TEXT("Your permission for us to read this bank has ended. To go on, please connect the bank again.");
constexpr auto tryAgainSoon =
    DIAGNOSIS_TEXT("The bank did not answer as it should. This often passes by itself; we will try again.");
constexpr auto interruptedSentence = DIAGNOSIS_TEXT(
    "The last update was interrupted on its way; neither you nor your bank did anything wrong. We will try again.");
constexpr auto codeSentence = DIAGNOSIS_TEXT(
    "Your bank asked for a confirmation and did not get it. Please have your phone ready, and we will try again.");
constexpr auto switchedOffSentence = DIAGNOSIS_TEXT(
    "Your bank can't be reached through our service at the moment. We will tell you when it works again.");

constexpr std::array failures{
    FailureEntry{"InvalidCredentials", FailureCause::Customer, NextAction::Reconnect,
                 DIAGNOSIS_TEXT("The bank refused the login %1."),
                 DIAGNOSIS_TEXT("The customer must enter new credentials: the password was probably changed at the "
                                "bank."),
                 DIAGNOSIS_TEXT("Your bank no longer accepts the login that is stored with us. Please connect the bank "
                                "again with your current login.")},
    FailureEntry{"InvalidInteractiveCredentials", FailureCause::Customer, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The bank refused the code %1."),
                 DIAGNOSIS_TEXT("The customer must be reachable for a new attempt: the code or answer was wrong."),
                 codeSentence},
    FailureEntry{"InteractiveTimeout", FailureCause::Customer, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The bank's question was not answered in time %1."),
                 DIAGNOSIS_TEXT("The customer must be reachable for a new attempt: the answer came too late."),
                 codeSentence},
    FailureEntry{"InteractiveAdapterTimeout", FailureCause::Customer, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The confirmation step took too long %1."),
                 DIAGNOSIS_TEXT("The customer must be reachable for a new attempt: the bank's question ran out."),
                 codeSentence},
    FailureEntry{"AispConsentExpired", FailureCause::Customer, NextAction::Reconnect,
                 DIAGNOSIS_TEXT("The consent was found expired %1."), newConsent, consentSentence},
    FailureEntry{"AispConsentRevoked", FailureCause::Customer, NextAction::Reconnect,
                 DIAGNOSIS_TEXT("The consent was found revoked %1."), newConsent, consentSentence},
    FailureEntry{"CredentialsNotMatch", FailureCause::Customer, NextAction::Reconnect,
                 DIAGNOSIS_TEXT("The login did not fit this connection %1."),
                 DIAGNOSIS_TEXT("The customer entered another login than before: reconnect, and allow the new login if "
                                "it is meant."),
                 DIAGNOSIS_TEXT("The login differs from the one you used before. Please check that it is the right "
                                "one.")},
    FailureEntry{"FileError", FailureCause::Customer, NextAction::Reconnect,
                 DIAGNOSIS_TEXT("The statement file could not be read %1."),
                 DIAGNOSIS_TEXT("The customer must send another file: this one is damaged or of another kind."),
                 DIAGNOSIS_TEXT("The statement that you sent can't be read. Please export it again and send it once "
                                "more.")},
    FailureEntry{
        "ProviderError", FailureCause::Bank, NextAction::Refresh, DIAGNOSIS_TEXT("The bank failed %1."),
        DIAGNOSIS_TEXT("The bank must act, or the customer on the bank's own site: it may be showing a question "
                       "that only its site can take."),
        DIAGNOSIS_TEXT("Your bank reported a problem. Please sign in once at the bank's own site and see whether "
                       "it asks you for something.")},
    FailureEntry{"ProviderUnavailable", FailureCause::Bank, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The bank could not be reached %1."),
                 DIAGNOSIS_TEXT("The bank must act: it is down. Try again later."), tryAgainSoon},
    FailureEntry{"ProviderInactive", FailureCause::SaltEdge, NextAction::None,
                 DIAGNOSIS_TEXT("The bank was switched off for now, seen %1."),
                 DIAGNOSIS_TEXT("Salt Edge must act: it has paused this bank. Waiting is all one can do."),
                 switchedOffSentence},
    FailureEntry{"ProviderDisabled", FailureCause::SaltEdge, NextAction::None,
                 DIAGNOSIS_TEXT("The bank was switched off for good, seen %1."),
                 DIAGNOSIS_TEXT("Salt Edge no longer offers this bank. Ask Salt Edge whether there is a successor."),
                 switchedOffSentence},
    FailureEntry{"ConnectionDisabled", FailureCause::SaltEdge, NextAction::None,
                 DIAGNOSIS_TEXT("The connection was found switched off %1."),
                 DIAGNOSIS_TEXT("Salt Edge switched this connection off. Ask Salt Edge why."), switchedOffSentence},
    FailureEntry{"FetchingTimeout", FailureCause::Bank, NextAction::Refresh,
                 DIAGNOSIS_TEXT("A step at the bank took too long %1."),
                 DIAGNOSIS_TEXT("The bank was too slow. Try again; if it stays so, tell Salt Edge."), tryAgainSoon},
    FailureEntry{"ExecutionTimeout", FailureCause::Bank, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The whole fetch took too long %1."),
                 DIAGNOSIS_TEXT("The bank was too slow. Try again; if it stays so, tell Salt Edge."), tryAgainSoon},
    FailureEntry{"ConnectionFailed", FailureCause::Bank, NextAction::Refresh,
                 DIAGNOSIS_TEXT("Salt Edge could not get through to the bank %1."),
                 DIAGNOSIS_TEXT("The line between Salt Edge and the bank failed. Try again."), interruptedSentence},
    FailureEntry{"ConnectionLost", FailureCause::SaltEdge, NextAction::Refresh,
                 DIAGNOSIS_TEXT("Salt Edge lost the running fetch %1."),
                 DIAGNOSIS_TEXT("The fault is Salt Edge's. Try again; if it stays so, tell Salt Edge."),
                 interruptedSentence},
    FailureEntry{"ConnectionFetchingStopped", FailureCause::SaltEdge, NextAction::Refresh,
                 DIAGNOSIS_TEXT("The fetch was stopped %1."),
                 DIAGNOSIS_TEXT("It ran out of time, or somebody removed the connection meanwhile. Try again."),
                 interruptedSentence},
    FailureEntry{"InternalServerError", FailureCause::SaltEdge, NextAction::Refresh,
                 DIAGNOSIS_TEXT("Salt Edge had a fault of its own %1."),
                 DIAGNOSIS_TEXT("The fault is Salt Edge's. Try again later."), interruptedSentence},
    FailureEntry{"BackgroundFetchLimitExceeded", FailureCause::Us, NextAction::None,
                 DIAGNOSIS_TEXT("The day's four fetches without the customer were used up %1."),
                 DIAGNOSIS_TEXT("Wait until tomorrow, or refresh while the customer is present."),
                 DIAGNOSIS_TEXT("Your bank allows us only a few updates a day without you. The next one comes "
                                "tomorrow.")},
};

#undef DIAGNOSIS_TEXT

} // namespace

const FailureEntry *failureEntry(std::string_view errorClass)
{
    const auto found = std::find_if(failures.begin(), failures.end(),
                                    [errorClass](const FailureEntry &entry) { return entry.errorClass == errorClass; });
    return found == failures.end() ? nullptr : &*found;
}

} // namespace saltdesk::models
