// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/DecodeFailure.h"
#include "codec/JsonDocument.h"
#include "codec/ObjectReader.h"
#include "transport/Result.h"

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

/// What a list of any kind amounts to.
template <class T>
struct DecodedList
{
    std::vector<T> records;
    std::vector<DecodeWarning> warnings;
    QString nextId;
};

/// `meta.next_id`, or empty: `meta` may be missing or null (reference 14).
[[nodiscard]] QString nextIdOf(const JsonDocument &document);

/// Opens `{"data":[…],"meta":{…}}` and reads each object with `read(const ObjectReader &)`. A record that is no object,
/// or whose `id` member comes out empty, is left out and noted.
template <class T, class Read>
Result<DecodedList<T>> decodeList(const QByteArray &body, Read read)
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
    DecodedList<T> list;
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
        if (record.id.isEmpty()) {
            findings.noId();
            continue;
        }
        findings.setRecordId(record.id.toString());
        list.records.push_back(std::move(record));
    }
    list.warnings = findings.take();
    list.nextId = nextIdOf(document);
    return list;
}

} // namespace saltdesk::api
