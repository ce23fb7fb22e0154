// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionDecoder.h"

#include "codec/ConnectionReader.h"
#include "codec/DecodeFailure.h"
#include "codec/Envelope.h"

namespace saltdesk::api {

Result<ConnectionDocument> decodeConnection(const QByteArray &body)
{
    return decodeObject(body, [&body](const ObjectReader &reader) -> Result<ConnectionDocument> {
        ConnectionDocument document;
        document.connection = readConnection(reader);
        if (document.connection.id.isEmpty()) {
            return tl::unexpected(missingId());
        }
        reader.findings().setRecordId(document.connection.id.toString());
        document.warnings = reader.findings().take();
        document.raw = RawJson::masked(body);
        return document;
    });
}

Result<RemovedConnection> decodeRemovedConnection(const QByteArray &body)
{
    return decodeObject(body, [](const ObjectReader &reader) -> Result<RemovedConnection> {
        RemovedConnection removed;
        removed.id = reader.id<ConnectionId>("id").value();
        if (removed.id.isEmpty()) {
            return tl::unexpected(missingId());
        }
        // Three clients were answered `deleted` for customers; either word is taken for a connection (reference 14).
        removed.removed = reader.flag("removed").value() || reader.flag("deleted").value();
        return removed;
    });
}

} // namespace saltdesk::api
