// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/RawJson.h"
#include "transport/Result.h"
#include "types/Connection.h"
#include "types/ConnectionPage.h"

#include <QByteArray>

#include <vector>

namespace saltdesk::api {

/// One connection as the API answered, with what a raw view may show of the answer.
struct ConnectionDocument
{
    Connection connection;
    RawJson raw;
    /// Members that were not of the declared type; they read as absent.
    std::vector<DecodeWarning> warnings;
};

/// The answer of DELETE (reference 2, row 8).
struct RemovedConnection
{
    ConnectionId id;
    bool removed = false;
};

/// Bytes in, values out; pure and safe on any thread. Tolerant as the reference says: unknown members are ignored,
/// unknown enum values kept as text, numeric ids accepted, a member of a wrong type reads as absent with a warning.
/// Without an id, or without the `data` envelope, the answer is ErrorKind::Malformed.
[[nodiscard]] Result<ConnectionDocument> decodeConnection(const QByteArray &body);
[[nodiscard]] Result<RemovedConnection> decodeRemovedConnection(const QByteArray &body);
/// A record that can't be read becomes a warning, never the end of the list.
[[nodiscard]] Result<ConnectionPage> decodeConnectionPage(const QByteArray &body);

/// `meta.next_id` found by a scan from the end, without parsing: `meta` is the last member, so the next page can be
/// asked for before this one is read. Empty when there is none or it is not plain to see; decodeConnectionPage() has
/// the word.
[[nodiscard]] QString scanNextId(const QByteArray &body);

} // namespace saltdesk::api
