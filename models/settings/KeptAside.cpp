// SPDX-License-Identifier: Apache-2.0
#include "settings/KeptAside.h"

#include <QDateTime>
#include <QFile>

namespace saltdesk::models {

QString keepAside(const QString &path, const QString &why)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmsszzz"));
    const QString aside = QStringLiteral("%1.%2-%3").arg(path, why, stamp);
    return QFile::copy(path, aside) ? aside : QString();
}

} // namespace saltdesk::models
