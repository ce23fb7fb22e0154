// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/RoutedNetwork.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace saltdesk::testing {

/// A connection as the API writes it (reference 3.1), as far as the models look.
struct ConnectionJson
{
    QString id = QStringLiteral("11");
    QString customer = QStringLiteral("22");
    QString bank = QStringLiteral("Rabobank");
    QString status = QStringLiteral("active");
    bool dailyRefresh = false;
    bool storeCredentials = true;
    QString attempt = QStringLiteral("77");
    QString stage = QStringLiteral("finish");
    QString stageId = QStringLiteral("88");
    QString errorClass = {};
    QString bankCode = QStringLiteral("bank_code");
    QString createdAt = QStringLiteral("2026-11-01T10:00:00Z");
    /// Of a question: the names of its fields.
    QStringList fields = {};

    /// The object alone.
    [[nodiscard]] QByteArray object() const;
    /// In its envelope.
    [[nodiscard]] FakeAnswer answer() const;
};

[[nodiscard]] FakeAnswer listAnswer(const QList<ConnectionJson> &connections, const QString &nextId = {});
[[nodiscard]] FakeAnswer customerAnswer(const QString &id = QStringLiteral("22"),
                                        const QString &identifier = QStringLiteral("helpdesk-1"));
[[nodiscard]] FakeAnswer customerListAnswer(const QString &id, const QString &identifier);
[[nodiscard]] FakeAnswer emptyListAnswer();
/// One active consent per connection, ending in a day.
[[nodiscard]] FakeAnswer consentAnswer(const QStringList &connections, const QString &nextId = {});

} // namespace saltdesk::testing
