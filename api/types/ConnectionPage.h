// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionRow.h"
#include "types/TextPool.h"

#include <QString>

#include <vector>

namespace saltdesk::api {

/// A record, or a part of one, that could not be read as the reference says. The rest of the list is shown; this is
/// too.
struct DecodeWarning
{
    /// Position in the page, counted from 0.
    qsizetype record = 0;
    /// The record's id if it could be read, else empty.
    QString id;
    /// What was wrong, naming the member, never its value.
    QString problem;
};

/// One page of a list of connections in the server's order, as the decoding thread hands it over.
struct ConnectionPage
{
    std::vector<ConnectionRow> rows;
    TextPool texts;
    std::vector<DecodeWarning> warnings;
    /// `meta.next_id`; empty on the last page.
    QString nextId;
};

} // namespace saltdesk::api
