// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/CaseList.h"
#include "types/ConnectionRequests.h"

namespace saltdesk::contract {

/// What several requests have in common, each member with a value of every kind it may have.
[[nodiscard]] Fields<api::AttemptRequest> attemptFields();
[[nodiscard]] Fields<api::ConsentRequest> consentFields();
[[nodiscard]] Fields<api::FetchOptions> optionFields();

[[nodiscard]] api::ConnectionId someConnection();
[[nodiscard]] api::CustomerId someCustomer();
[[nodiscard]] api::ConsentRequest leastConsent();
[[nodiscard]] api::Credentials someCredentials();
[[nodiscard]] api::EncryptedCredentials someEncryptedCredentials();

/// `request.attempt.*`
template <class Request>
void addAttempt(Fields<Request> &fields)
{
    fields.push_back({QStringLiteral("attempt"), [](Request &request) { request.attempt.emplace(); }});
    addPart(fields, QStringLiteral("attempt."), attemptFields(), [](Request &request) -> api::AttemptRequest & {
        return request.attempt ? *request.attempt : request.attempt.emplace();
    });
}

/// `request.consent.*`
template <class Request>
void addConsent(Fields<Request> &fields)
{
    addPart(fields, QStringLiteral("consent."), consentFields(),
            [](Request &request) -> api::ConsentRequest & { return request.consent; });
}

/// `request.options.*`, which stand beside the others in the body.
template <class Request>
void addOptions(Fields<Request> &fields)
{
    addPart(fields, QString(), optionFields(), [](Request &request) -> api::FetchOptions & { return request.options; });
}

} // namespace saltdesk::contract
