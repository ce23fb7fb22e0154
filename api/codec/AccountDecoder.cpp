// SPDX-License-Identifier: Apache-2.0
#include "codec/AccountDecoder.h"

#include "codec/Envelope.h"

namespace saltdesk::api {
namespace {

Account readAccount(const ObjectReader &reader)
{
    Account account;
    account.id = reader.id<AccountId>("id").value();
    // A name that is all digits may come as a number, as ids do.
    account.name = reader.idText("name");
    account.nature = reader.text("nature");
    account.balance = reader.number("balance");
    account.currencyCode = reader.text("currency_code");
    account.extra = reader.json("extra");
    account.connectionId = reader.id<ConnectionId>("connection_id");
    account.createdAt = reader.dateTime("created_at");
    account.updatedAt = reader.dateTime("updated_at");
    return account;
}

} // namespace

Result<AccountPage> decodeAccountPage(const QByteArray &body)
{
    return decodeList<Account>(body, readAccount);
}

} // namespace saltdesk::api
