// SPDX-License-Identifier: Apache-2.0
#include "settings/CustomerEntries.h"

#include <QSettings>
#include <QStringList>

namespace saltdesk::models {

bool forgetCustomerEntries(const QString &group, const api::CustomerId &customer)
{
    QSettings settings;
    settings.beginGroup(group);
    const QString start = customer.toString() + u' ';
    const QStringList accounts = settings.childKeys();
    bool isClean = true;
    for (const QString &account : accounts) {
        QStringList entries = settings.value(account).toStringList();
        if (entries.removeIf([&start](const QString &entry) { return entry.startsWith(start); }) > 0) {
            entries.isEmpty() ? settings.remove(account) : settings.setValue(account, entries);
            settings.sync();
            isClean = isClean && settings.status() == QSettings::NoError;
        }
    }
    return isClean;
}

} // namespace saltdesk::models
