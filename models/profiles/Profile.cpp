// SPDX-License-Identifier: Apache-2.0
#include "profiles/Profile.h"

#include <QUuid>

namespace saltdesk::models {

QUrl defaultBaseUrl()
{
    return QUrl(QStringLiteral("https://www.saltedge.com/api/v5"));
}

Profile newProfile()
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.baseUrl = defaultBaseUrl();
    return profile;
}

} // namespace saltdesk::models
