// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Call.h"
#include "types/Provider.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// The banks that somebody asked about, each read once per start: the vendor asks to read a provider once a day at most
/// (reference 1.5), and they hardly ever change. One that could not be read is not asked for again by itself.
///
/// GUI thread; borrows the client.
class ProviderDirectory : public QObject
{
    Q_OBJECT

public:
    explicit ProviderDirectory(api::ApiClient &client, QObject *parent = nullptr);

    /// Null until it is known.
    [[nodiscard]] const api::Provider *find(const QString &code) const;
    /// Known, or could not be read: there is nothing to wait for.
    [[nodiscard]] bool isSettled(const QString &code) const;
    /// Asks for it once. `countryCode` tells a fake bank, which live clients have to ask for by a flag.
    void want(const QString &code, const QString &countryCode);

signals:
    void known(const QString &code);
    /// After known, or when it could not be read.
    void settled(const QString &code);

private:
    api::ApiClient &m_client;
    QHash<QString, api::Call<api::Provider>> m_asked;
    QHash<QString, api::Provider> m_known;
    QSet<QString> m_settled;
};

} // namespace saltdesk::models
