// SPDX-License-Identifier: Apache-2.0
#include "states/ClassAdvice.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AdviceTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::ClassAdvice)
};

struct ClassAdvice
{
    QLatin1StringView errorClass;
    const char *whatToDo;
};

// In the order of the reference: access and limits, objects and state, attempts, validation.
constexpr ClassAdvice classAdvices[] = {
    {"AppsRestricted"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                            "This is an app key, made for customers' devices. Saltdesk needs a service "
                                            "key; whoever keeps your company's Salt Edge account can make one.")},
    {"ActionNotAllowed"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Your company's Salt Edge account is not allowed to do this; its keeper can ask Salt Edge's support for it.")},
    {"ClientRestricted"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Your company's Salt Edge account may only read at the moment; ask its keeper.")},
    {"ClientDisabled"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                            "Your company's Salt Edge account is switched off; ask its keeper.")},
    {"ClientPending"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Your company's Salt Edge account is not approved yet: only the fake banks can be used.")},
    {"UnsupportedApiVersion"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "This key is not made for version 5 of the API, which Saltdesk speaks.")},
    {"WrongClientToken"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Customer, connection and keys do not belong together. Check that you are in the right environment.")},
    {"ApiKeyNotFound"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the App-id and the secret.")},
    {"AppIdNotProvided"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the App-id and the secret.")},
    {"SecretNotProvided"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the App-id and the secret.")},
    {"SignatureNotMatch"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check that the private key belongs to this App-id.")},
    {"MissingSignature"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "This account wants signed requests: set the private key.")},
    {"PublicKeyNotProvided"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "The public half of the private key is not registered at Salt Edge yet; its keeper can do that.")},
    {"RequestExpired"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check this computer's clock.")},
    {"ExpiresAtInvalid"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check this computer's clock.")},
    {"TooManyRequests"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "There were too many connects from here in a short time. Wait a minute, then try again.")},
    {"RateLimitExceeded"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Too many connections of your company are being processed at once. Wait a moment, then try again.")},
    {"CustomerLocked"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The customer is locked; unlock him first.")},
    {"CustomerNotFound"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the id or the identifier.")},
    {"DuplicatedCustomer"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                                "There is a customer with this identifier already; find him instead.")},
    {"IdentifierInvalid"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Choose another identifier: this one is not allowed.")},
    {"CountryNotFound"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Choose the country again; the list may be old.")},
    {"ProviderNotFound"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Choose the bank again; the list may be old.")},
    {"ProviderInactive"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Salt Edge has switched this bank off for now. Try again another day; the customer can do nothing.")},
    {"ProviderDisabled"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Salt Edge no longer supports this bank. Tell the customer so; another bank can be connected.")},
    {"ProviderUnavailable"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The bank cannot be reached. Try again in an hour or so.")},
    {"ProviderKeyFound"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Your company has no registration at this bank; whoever keeps the Salt Edge account can add one.")},
    {"ProviderKeyNotFound"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Your company has no registration at this bank; whoever keeps the Salt Edge account can add one.")},
    {"ProviderAccessNotGranted"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The bank did not grant access. The customer can allow it in the "
                                                    "bank's settings, or your company has to ask the bank.")},
    {"ProviderNotInteractive"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "This bank asks no questions. Read again with F5 to see how the attempt stands.")},
    {"WrongProviderMode"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "This bank is connected in another way: on its own page, or with a link for the customer.")},
    {"ConnectionNotFound"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "It may have been removed; read again with F5.")},
    {"ConnectionDisabled"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Salt Edge has switched this connection off. Only its support can tell why.")},
    {"ConnectionDuplicated"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "These credentials are connected at this bank already: reconnect "
                                                    "that connection instead of making a new one.")},
    {"ConnectionLimitReached"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "The account's limit of connections is reached. Remove one that is not needed, or have the limit raised.")},
    {"ConnectionAlreadyProcessing"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "An attempt is running already. Wait until it ends; the table follows it.")},
    {"ConnectionAlreadyAuthorized"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "The bank's page has done its part already; the attempt goes on by itself.")},
    {"ConnectionCannotBeRefreshed"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Wait until a refresh is possible; the button counts down.")},
    {"BackgroundFetchLimitExceeded"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Four fetches a day are allowed while the customer is not there. Have him on the line and say "
                       "so under More, or wait until tomorrow.")},
    {"CredentialsNotMatch"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "This is another login than last time. If the customer means it, "
                                                    "tick the box and send again; else correct it.")},
    {"InvalidCredentials"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                                "The bank refused the login. Have the customer read it to you again.")},
    {"InvalidInteractiveCredentials"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The bank refused the answer. Ask the customer for a new code.")},
    {"InteractiveTimeout"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "The bank waited too long. Start another attempt when the customer is ready.")},
    {"InteractiveAdapterTimeout"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "The bank waited too long. Start another attempt when the customer is ready.")},
    {"InvalidEncoding"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "A value holds characters that the API does not take. Type it anew instead of pasting it.")},
    {"FileNotProvided"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "This bank reads a statement file: give its address.")},
    {"FileNotSaved"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Salt Edge could not fetch the file. Check that its address is public and right.")},
    {"FileError"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                       "The file cannot be read as a statement. Ask the customer for another export.")},
    {"WrongRequestFormat"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "A field holds what this bank does not take. Check each field against its label.")},
    {"AispConsentScopesInvalid"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "These things cannot be asked for together. Choose others.")},
    {"AispConsentScopesNotAllowed"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "This bank or your account does not give one of these things. Untick one and try again.")},
    {"InvalidAispConsentFromDate"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Choose a later beginning of the history, within the last year.")},
    {"InvalidAispConsentPeriod"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Choose a shorter period.")},
    {"AispConsentExpired"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The consent has run out: the customer has to agree anew.")},
    {"AispConsentRevoked"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The consent was taken back: the customer has to agree anew.")},
    {"DateOutOfAispConsentRange"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The attempt's dates lie outside of the consent. Change either.")},
    {"HolderInfoNotSupported"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "This bank gives no holder information. Untick it.")},
    {"FetchScopesInvalid"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                                                "These things cannot be fetched together. Choose others under More.")},
    {"FetchScopesNotAllowed"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "Your account may not fetch one of these things. Choose others under More.")},
    {"CustomFieldsSizeTooBig"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "The custom fields are over one kilobyte. Shorten them.")},
    {"CustomFieldsFormatInvalid"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice",
                       "The custom fields are not as the API wants them. Remove them and try again.")},
    {"DateFormatInvalid"_L1, QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the dates.")},
    {"DateOutOfRange"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the dates: not older than a year, not after tomorrow.")},
    {"InvalidFromDate"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the first day: not older than a year.")},
    {"InvalidToDate"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Check the last day: not before the first, not after tomorrow.")},
    {"AllAccountsExcluded"_L1,
     QT_TRANSLATE_NOOP("saltdesk::ui::ClassAdvice", "Every account is excluded; at least one has to stay.")},
    {"ReturnURLInvalid"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Salt Edge does not take this computer as the place to return to. Give the customer a link instead.")},
    {"ReturnURLTooLong"_L1,
     QT_TRANSLATE_NOOP(
         "saltdesk::ui::ClassAdvice",
         "Salt Edge does not take this computer as the place to return to. Give the customer a link instead.")},
};

} // namespace

QString classAdvice(const QString &errorClass)
{
    const auto *found = std::ranges::find_if(
        classAdvices, [&errorClass](const ClassAdvice &entry) { return errorClass == entry.errorClass; });
    return found == std::end(classAdvices) ? QString() : AdviceTexts::tr(found->whatToDo);
}

} // namespace saltdesk::ui
