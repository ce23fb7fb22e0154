// SPDX-License-Identifier: Apache-2.0
#include "codec/KnownNames.h"

#include <array>
#include <utility>

namespace saltdesk::api {
namespace {

using namespace std::string_view_literals;

template <class E, std::size_t Count>
using Words = std::array<std::pair<std::string_view, E>, Count>;

template <class E, std::size_t Count>
E find(const Words<E, Count> &words, std::string_view word)
{
    for (const auto &[known, value] : words) {
        if (known == word) {
            return value;
        }
    }
    return E::Unknown;
}

constexpr Words<ConnectionStatus, 3> connectionStatuses{{
    {"active"sv, ConnectionStatus::Active},
    {"inactive"sv, ConnectionStatus::Inactive},
    {"disabled"sv, ConnectionStatus::Disabled},
}};

// The one that nearly every row has comes first.
constexpr Words<StageName, 9> stageNames{{
    {"finish"sv, StageName::Finish},
    {"start"sv, StageName::Start},
    {"connect"sv, StageName::Connect},
    {"interactive"sv, StageName::Interactive},
    {"fetch_holder_info"sv, StageName::FetchHolderInfo},
    {"fetch_accounts"sv, StageName::FetchAccounts},
    {"fetch_recent"sv, StageName::FetchRecent},
    {"fetch_full"sv, StageName::FetchFull},
    {"disconnect"sv, StageName::Disconnect},
}};

constexpr Words<ConsentStatus, 2> consentStatuses{{
    {"active"sv, ConsentStatus::Active},
    {"revoked"sv, ConsentStatus::Revoked},
}};

constexpr Words<ProviderMode, 4> providerModes{{
    {"oauth"sv, ProviderMode::OAuth},
    {"web"sv, ProviderMode::Web},
    {"api"sv, ProviderMode::Api},
    {"file"sv, ProviderMode::File},
}};

constexpr Words<ProviderStatus, 3> providerStatuses{{
    {"active"sv, ProviderStatus::Active},
    {"inactive"sv, ProviderStatus::Inactive},
    {"disabled"sv, ProviderStatus::Disabled},
}};

constexpr Words<FieldNature, 6> fieldNatures{{
    {"text"sv, FieldNature::Text},
    {"password"sv, FieldNature::Password},
    {"number"sv, FieldNature::Number},
    {"select"sv, FieldNature::Select},
    {"file"sv, FieldNature::File},
    {"dynamic_select"sv, FieldNature::DynamicSelect},
}};

} // namespace

ConnectionStatus connectionStatusOf(std::string_view word)
{
    return find(connectionStatuses, word);
}

StageName stageNameOf(std::string_view word)
{
    return find(stageNames, word);
}

ConsentStatus consentStatusOf(std::string_view word)
{
    return find(consentStatuses, word);
}

ProviderMode providerModeOf(std::string_view word)
{
    return find(providerModes, word);
}

ProviderStatus providerStatusOf(std::string_view word)
{
    return find(providerStatuses, word);
}

FieldNature fieldNatureOf(std::string_view word)
{
    return find(fieldNatures, word);
}

} // namespace saltdesk::api
