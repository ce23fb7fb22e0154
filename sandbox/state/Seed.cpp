// SPDX-License-Identifier: Apache-2.0
#include "state/Seed.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace saltdesk::sandbox {

quint32 seededNumber(const QString &text)
{
    return qFromBigEndian<quint32>(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).constData());
}

} // namespace saltdesk::sandbox
