// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace saltdesk::api {

/// What the customer typed, by field name, in the order of the form. A field with several values (a multi-choice) is
/// sent as an array; that form is unconfirmed (reference 3.7) and lives in the request writer alone.
struct Credential
{
    QString name;
    std::vector<Secret> values;
    bool multiple = false;
};
using Credentials = std::vector<Credential>;

/// The form that keeps plain text away from the client's own servers (reference 10, scheme unconfirmed): the members
/// are passed through as they are. Replaces `credentials`.
struct EncryptedCredentials
{
    QString algorithm;
    QString content;
    QString key;
    QString iv;
};

} // namespace saltdesk::api
