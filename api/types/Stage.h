// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/FieldOption.h"
#include "types/Ids.h"
#include "types/Member.h"
#include "types/OpenEnum.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

#include <vector>

namespace saltdesk::api {

/// The steps of an attempt in their usual order (reference 3.3). Unknown names count as "in progress".
enum class StageName : unsigned char {
    Unknown,
    Start,
    Connect,
    Interactive,
    FetchHolderInfo,
    FetchAccounts,
    FetchRecent,
    FetchFull,
    Disconnect,
    Finish
};

/// One step of an attempt. `interactiveHtml` is the bank's text: untrusted, to be filtered before it is shown.
/// The options are read in all three forms seen in the field (reference 14) and kept in the documented one.
struct Stage
{
    StageId id;
    OpenEnum<StageName> name;
    Member<QString> interactiveHtml;
    Member<QStringList> interactiveFieldsNames;
    Member<QMap<QString, std::vector<FieldOption>>> interactiveFieldsOptions;
    Member<QDateTime> createdAt;
    Member<QDateTime> updatedAt;

    friend bool operator==(const Stage &, const Stage &) = default;
};

} // namespace saltdesk::api
