// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/DecodeFailure.h"
#include "codec/JsonDocument.h"
#include "codec/ObjectReader.h"
#include "transport/Result.h"
#include "types/ListPage.h"
#include "types/RecordKey.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace saltdesk::api {

/// Opens `{"data":{…}}` and gives the object to `read(const ObjectReader &)`, whose Result is the answer.
template <class Read>
auto decodeObject(const QByteArray &body, Read read) -> decltype(read(std::declval<const ObjectReader &>()))
{
    JsonDocument document;
    if (std::optional<ApiError> error = document.parse(body)) {
        return tl::unexpected(std::move(*error));
    }
    const std::optional<simdjson::dom::element> data = document.member("data");
    simdjson::dom::object object;
    if (!data || data->get(object) != simdjson::SUCCESS) {
        return tl::unexpected(missingEnvelope());
    }
    DecodeFindings findings;
    return read(ObjectReader(object, findings));
}

/// `meta.next_id`, or empty: `meta` may be missing or null (reference 14).
[[nodiscard]] QString nextIdOf(const JsonDocument &document);

/// Opens `{"data":{…}}` and reads it with `read(const ObjectReader &)`; without its key it is no answer.
template <class T, class Read>
Result<T> decodeRecord(const QByteArray &body, Read read)
{
    return decodeObject(body, [&read](const ObjectReader &reader) -> Result<T> {
        T record = read(reader);
        if (recordKey(record).isEmpty()) {
            return tl::unexpected(missingId());
        }
        return record;
    });
}

/// Opens `{"data":[…],"meta":{…}}` and reads each object with `read(const ObjectReader &)`. A record that is no object,
/// or whose key comes out empty, is left out and noted.
template <class T, class Read>
Result<ListPage<T>> decodeList(const QByteArray &body, Read read)
{
    JsonDocument document;
    if (std::optional<ApiError> error = document.parse(body)) {
        return tl::unexpected(std::move(*error));
    }
    const std::optional<simdjson::dom::element> data = document.member("data");
    simdjson::dom::array array;
    if (!data || data->get(array) != simdjson::SUCCESS) {
        return tl::unexpected(missingEnvelope());
    }
    ListPage<T> list;
    DecodeFindings findings;
    qsizetype position = 0;
    for (const simdjson::dom::element entry : array) {
        findings.beginRecord(position++);
        simdjson::dom::object object;
        if (entry.get(object) != simdjson::SUCCESS) {
            findings.notAnObject();
            continue;
        }
        T record = read(ObjectReader(object, findings));
        const QString key = recordKey(record);
        if (key.isEmpty()) {
            findings.noId();
            continue;
        }
        findings.setRecordId(key);
        list.records.push_back(std::move(record));
    }
    list.warnings = findings.take();
    list.nextId = nextIdOf(document);
    return list;
}

} // namespace saltdesk::api
