// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/DecodeFindings.h"
#include "codec/JsonToken.h"
#include "types/ConnectionPage.h"

#include <simdjson.h>

#include <string>

namespace saltdesk::api {

/// Reads one record after the other of a list of connections straight into rows, without a QString or a QDateTime on
/// the way. Borrows the page and the findings.
class RowReader
{
public:
    RowReader(ConnectionPage &page, DecodeFindings &findings);

    /// Appends the record's row to the page, or notes why it has none. Only a document that is broken is an error: what
    /// follows in it can't be found any more.
    [[nodiscard]] simdjson::error_code read(simdjson::ondemand::value value, qsizetype position);

private:
    template <class Rules>
    [[nodiscard]] simdjson::error_code readObject(simdjson::ondemand::object object, const Rules &rules);
    template <class Rule>
    [[nodiscard]] simdjson::error_code readMember(simdjson::ondemand::value &value, const Rule &rule);
    [[nodiscard]] simdjson::error_code readNested(simdjson::ondemand::value &value, std::string_view name);
    void finishRow();

    ConnectionPage &m_page;
    DecodeFindings &m_findings;
    ConnectionRow m_row;
    /// What stands before a member's name in a warning.
    std::string m_path;
};

/// Steps over an object or an array that nobody needs; DEPTH_ERROR when it is nested too deeply.
[[nodiscard]] simdjson::error_code skipNested(simdjson::ondemand::value &value);

/// Steps over a value of any type. Over a scalar the loop that it came from steps by itself.
[[nodiscard]] inline simdjson::error_code skipValue(simdjson::ondemand::value &value)
{
    const char first = *value.raw_json_token().data();
    return first == '{' || first == '[' ? skipNested(value) : simdjson::SUCCESS;
}

} // namespace saltdesk::api
