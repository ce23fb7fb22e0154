// SPDX-License-Identifier: Apache-2.0
#include "codec/RowReader.h"

#include "codec/DecodeFailure.h"
#include "codec/JsonScan.h"
#include "codec/RowMembers.h"

#include <utility>

namespace saltdesk::api {
namespace {

namespace ondemand = simdjson::ondemand;
using Kind = JsonToken::Kind;

bool hasEscape(std::string_view text)
{
    return text.find('\\') != std::string_view::npos;
}

/// The text of an object or an array, which steps over it.
template <class Container>
simdjson::error_code rawText(simdjson::simdjson_result<Container> result, std::string_view &json)
{
    Container container;
    const simdjson::error_code code = std::move(result).get(container);
    return code == simdjson::SUCCESS ? container.raw_json().get(json) : code;
}

} // namespace

simdjson::error_code skipNested(ondemand::value &value)
{
    const char first = *value.raw_json_token().data();
    std::string_view json;
    const simdjson::error_code code =
        first == '{' ? rawText(value.get_object(), json) : rawText(value.get_array(), json);
    if (code != simdjson::SUCCESS) {
        return code;
    }
    const bool mayBeDeep = json.size() > maxJsonDepth;
    return mayBeDeep && json::depthOf(json) > maxJsonDepth ? simdjson::DEPTH_ERROR : simdjson::SUCCESS;
}

RowReader::RowReader(ConnectionPage &page, DecodeFindings &findings)
    : m_page(page)
    , m_findings(findings)
{}

simdjson::error_code RowReader::read(ondemand::value value, qsizetype position)
{
    m_findings.beginRecord(position);
    m_row = {};
    m_path.clear();
    if (value.raw_json_token().front() != '{') {
        m_findings.notAnObject();
        return skipValue(value);
    }
    ondemand::object object;
    simdjson::error_code code = value.get_object().get(object);
    if (code == simdjson::SUCCESS) {
        code = readObject(object, connectionMembers());
    }
    if (code == simdjson::SUCCESS) {
        finishRow();
    }
    return code;
}

template <class Rules>
simdjson::error_code RowReader::readObject(ondemand::object object, const Rules &rules)
{
    for (auto result : object) {
        if (result.error() != simdjson::SUCCESS) {
            return result.error();
        }
        // A reference: a copy would wait for what the iterator has just stored, and cost a third of a row.
        ondemand::field &&field = std::move(result).value_unsafe();
        std::string_view key = keyOf(field);
        const RowMember *rule = rules.find(key);
        if (rule == nullptr && hasEscape(key) && field.unescaped_key().get(key) == simdjson::SUCCESS) {
            rule = rules.find(key);
        }
        const simdjson::error_code code = rule == nullptr ? skipValue(field.value()) : readMember(field.value(), *rule);
        if (code != simdjson::SUCCESS) {
            return code;
        }
    }
    return simdjson::SUCCESS;
}

template <class Rule>
simdjson::error_code RowReader::readMember(ondemand::value &value, const Rule &rule)
{
    JsonToken token = tokenOf(value);
    if (token.kind == Kind::Null) {
        return simdjson::SUCCESS;
    }
    if (rule.read == nullptr && token.kind == Kind::Nested && token.text.front() == '{') {
        return readNested(value, rule.name);
    }
    if (token.kind == Kind::Text && hasEscape(token.text) && value.get_string().get(token.text) != simdjson::SUCCESS) {
        token.kind = Kind::Broken;
    }
    if (rule.read == nullptr || !rule.read(m_row, token, m_page.texts)) {
        m_findings.wrongType(m_path + std::string(rule.name));
    }
    return token.kind == Kind::Nested ? skipValue(value) : simdjson::SUCCESS;
}

simdjson::error_code RowReader::readNested(ondemand::value &value, std::string_view name)
{
    ondemand::object object;
    if (const simdjson::error_code code = value.get_object().get(object); code != simdjson::SUCCESS) {
        return code;
    }
    const std::size_t outer = m_path.size();
    const bool isAttempt = outer == 0;
    m_path.append(name).append(1, '.');
    m_row.hasAttempt = true;
    m_row.hasStage = m_row.hasStage || !isAttempt;
    const simdjson::error_code code =
        isAttempt ? readObject(object, attemptMembers()) : readObject(object, stageMembers());
    m_path.resize(outer);
    return code;
}

void RowReader::finishRow()
{
    if (m_row.id.isNone()) {
        m_findings.noId();
        return;
    }
    if (m_findings.hasRecordWarnings()) {
        m_findings.setRecordId(QString::fromStdString(m_row.id.text(m_page.texts)));
    }
    m_page.rows.push_back(m_row);
}

} // namespace saltdesk::api
