// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "http/Reply.h"
#include "http/Request.h"

namespace saltdesk::sandbox {

/// The picture of a bank's question, GET `/pictures/{code}.png`. Like a picture anywhere on the web it asks for no key.
/// Nothing when the request is another one.
[[nodiscard]] std::optional<Reply> pictureReply(const Request &request, const BankCatalogue &banks);

/// Puts the address at which the client knows the sandbox where a bank's question says `{{sandbox}}`.
[[nodiscard]] QByteArray withOrigin(QByteArray body, const QByteArray &origin);

} // namespace saltdesk::sandbox
