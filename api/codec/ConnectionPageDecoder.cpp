// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionDecoder.h"

#include "codec/DecodeFailure.h"
#include "codec/PaddedBody.h"
#include "codec/RowReader.h"

#include <utility>

namespace saltdesk::api {
namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;
using simdjson::SUCCESS;

/// Walks one page. Every step gives simdjson's code, because a broken document has no rest that could be trusted.
class PageWalk
{
public:
    error_code run(const QByteArray &body);

    [[nodiscard]] bool hasData() const { return m_hasData; }
    [[nodiscard]] ConnectionPage take();

private:
    error_code readMember(ondemand::field &field);
    error_code readRecords(ondemand::value &value);
    error_code readMeta(ondemand::value &value);
    void readNextId(ondemand::value &value);

    ondemand::parser m_parser;
    ConnectionPage m_page;
    DecodeFindings m_findings;
    bool m_hasData = false;
};

error_code PageWalk::run(const QByteArray &body)
{
    const PaddedBody padded(body);
    ondemand::document document;
    ondemand::object root;
    if (const error_code code = m_parser.iterate(padded.view()).get(document); code != SUCCESS) {
        return code;
    }
    if (const error_code code = document.get_object().get(root); code != SUCCESS) {
        return code == simdjson::INCORRECT_TYPE ? SUCCESS : code;
    }
    for (auto result : root) {
        ondemand::field field;
        if (const error_code code = std::move(result).get(field); code != SUCCESS) {
            return code;
        }
        if (const error_code code = readMember(field); code != SUCCESS) {
            return code;
        }
    }
    // On-Demand stops at the end of the object; something behind it makes the whole no JSON.
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS ? SUCCESS : simdjson::TAPE_ERROR;
}

error_code PageWalk::readMember(ondemand::field &field)
{
    const std::string_view key = keyOf(field);
    const JsonToken token = tokenOf(field.value());
    const char opening = token.kind == JsonToken::Kind::Nested ? token.text.front() : '\0';
    if (key == "data" && opening == '[') {
        m_hasData = true;
        return readRecords(field.value());
    }
    if (key == "meta" && opening == '{') {
        return readMeta(field.value());
    }
    return skipValue(field.value());
}

error_code PageWalk::readRecords(ondemand::value &value)
{
    ondemand::array array;
    if (const error_code code = value.get_array().get(array); code != SUCCESS) {
        return code;
    }
    RowReader reader(m_page, m_findings);
    qsizetype position = 0;
    for (auto result : array) {
        ondemand::value record;
        if (const error_code code = result.get(record); code != SUCCESS) {
            return code;
        }
        if (const error_code code = reader.read(record, position++); code != SUCCESS) {
            return code;
        }
    }
    return SUCCESS;
}

error_code PageWalk::readMeta(ondemand::value &value)
{
    ondemand::object meta;
    if (const error_code code = value.get_object().get(meta); code != SUCCESS) {
        return code;
    }
    for (auto result : meta) {
        ondemand::field field;
        if (const error_code code = std::move(result).get(field); code != SUCCESS) {
            return code;
        }
        if (keyOf(field) == "next_id") {
            readNextId(field.value());
        }
        if (const error_code code = skipValue(field.value()); code != SUCCESS) {
            return code;
        }
    }
    return SUCCESS;
}

void PageWalk::readNextId(ondemand::value &value)
{
    const JsonToken token = tokenOf(value);
    const bool isText = token.kind == JsonToken::Kind::Text && token.text.find('\\') == std::string_view::npos;
    if (isText || wholeNumber(token)) {
        m_page.nextId = QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size()));
    }
}

ConnectionPage PageWalk::take()
{
    m_page.warnings = m_findings.take();
    return std::move(m_page);
}

} // namespace

Result<ConnectionPage> decodeConnectionPage(const QByteArray &body)
{
    PageWalk walk;
    if (const error_code code = walk.run(body); code != SUCCESS) {
        return tl::unexpected(jsonFailure(code));
    }
    if (!walk.hasData()) {
        return tl::unexpected(missingEnvelope());
    }
    return walk.take();
}

} // namespace saltdesk::api
