// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <optional>

namespace saltdesk::sandbox {

/// One request as it came over the wire; what the handlers see of HTTP.
struct Request
{
    QByteArray method;
    /// Path and query exactly as sent, percent-encoding included: a signature covers these bytes (reference 1.2).
    QByteArray target;
    /// Scheme and host as the client addressed them, for example `http://127.0.0.1:8080`.
    QByteArray origin;
    /// Names in lower case.
    QMap<QByteArray, QByteArray> headers = {};
    QByteArray body = {};

    [[nodiscard]] std::optional<QByteArray> header(const QByteArray &lowerCaseName) const;
    /// The path without its query and without a trailing slash, decoded.
    [[nodiscard]] QString path() const;
    /// The query's items, decoded; of a repeated name the last one counts.
    [[nodiscard]] QMap<QString, QString> query() const;
};

/// The items of a query or of a form that a browser sends, decoded; of a repeated name the last one counts.
[[nodiscard]] QMap<QString, QString> formItems(const QByteArray &encoded);

} // namespace saltdesk::sandbox
