// SPDX-License-Identifier: Apache-2.0
#include "connecting/RefusalPlace.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct PlacedClass
{
    QLatin1StringView errorClass;
    RefusalPlace place;
};

constexpr std::array placedClasses{
    PlacedClass{"CustomerNotFound"_L1, RefusalPlace::Customer},
    PlacedClass{"CustomerLocked"_L1, RefusalPlace::Customer},
    PlacedClass{"IdentifierInvalid"_L1, RefusalPlace::Customer},
    PlacedClass{"DuplicatedCustomer"_L1, RefusalPlace::Customer},
    PlacedClass{"CountryNotFound"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderNotFound"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderInactive"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderDisabled"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderUnavailable"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderKeyFound"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderKeyNotFound"_L1, RefusalPlace::Bank},
    PlacedClass{"ProviderAccessNotGranted"_L1, RefusalPlace::Bank},
    PlacedClass{"WrongProviderMode"_L1, RefusalPlace::Bank},
    PlacedClass{"HolderInfoNotSupported"_L1, RefusalPlace::Consent},
    PlacedClass{"AispConsentScopesInvalid"_L1, RefusalPlace::Consent},
    PlacedClass{"AispConsentScopesNotAllowed"_L1, RefusalPlace::Consent},
    PlacedClass{"InvalidAispConsentFromDate"_L1, RefusalPlace::Consent},
    PlacedClass{"InvalidAispConsentPeriod"_L1, RefusalPlace::Consent},
    PlacedClass{"InvalidCredentials"_L1, RefusalPlace::Credentials},
    PlacedClass{"CredentialsNotMatch"_L1, RefusalPlace::Credentials},
    PlacedClass{"ConnectionDuplicated"_L1, RefusalPlace::Credentials},
    PlacedClass{"InvalidEncoding"_L1, RefusalPlace::Credentials},
    PlacedClass{"FileNotProvided"_L1, RefusalPlace::Credentials},
    PlacedClass{"FileNotSaved"_L1, RefusalPlace::Credentials},
    PlacedClass{"FileError"_L1, RefusalPlace::Credentials},
    PlacedClass{"WrongRequestFormat"_L1, RefusalPlace::Credentials},
    PlacedClass{"DateOutOfAispConsentRange"_L1, RefusalPlace::Options},
    PlacedClass{"FetchScopesInvalid"_L1, RefusalPlace::Options},
    PlacedClass{"FetchScopesNotAllowed"_L1, RefusalPlace::Options},
    PlacedClass{"CustomFieldsSizeTooBig"_L1, RefusalPlace::Options},
    PlacedClass{"CustomFieldsFormatInvalid"_L1, RefusalPlace::Options},
    PlacedClass{"DateFormatInvalid"_L1, RefusalPlace::Options},
    PlacedClass{"DateOutOfRange"_L1, RefusalPlace::Options},
    PlacedClass{"InvalidFromDate"_L1, RefusalPlace::Options},
    PlacedClass{"InvalidToDate"_L1, RefusalPlace::Options},
    PlacedClass{"DateTimeFormatInvalid"_L1, RefusalPlace::Options},
    PlacedClass{"DateTimeOutOfRange"_L1, RefusalPlace::Options},
    PlacedClass{"AllAccountsExcluded"_L1, RefusalPlace::Options},
    PlacedClass{"ReturnURLInvalid"_L1, RefusalPlace::Options},
    PlacedClass{"ReturnURLTooLong"_L1, RefusalPlace::Options},
};

} // namespace

RefusalPlace refusalPlace(const api::ApiError &error)
{
    const auto found = std::find_if(placedClasses.begin(), placedClasses.end(), [&error](const PlacedClass &entry) {
        return error.errorClass == entry.errorClass;
    });
    return found == placedClasses.end() ? RefusalPlace::Whole : found->place;
}

bool wantsHostedPage(const api::ApiError &error)
{
    return error.errorClass == "ActionNotAllowed"_L1;
}

} // namespace saltdesk::models
