// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConsentTerms.h"

#include <QStringList>

#include <vector>

namespace saltdesk::ui {

/// One allowed combination of fetch scopes (reference 2.7) and its words.
struct FetchScopesChoice
{
    QStringList scopes;
    QString words;
};

/// Those that stay inside a consent; the first is empty: as the consent says.
[[nodiscard]] std::vector<FetchScopesChoice> fetchScopesWithin(models::ConsentScopes consent);

} // namespace saltdesk::ui
