// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace saltdesk::sandbox {

/// `{"data":{…}}`
[[nodiscard]] QByteArray objectBody(const QJsonObject &data);

/// `{"data":[…]}`: a list that has no pages and no `meta` (reference 14).
[[nodiscard]] QByteArray arrayBody(const QJsonArray &data);

/// One page of a list and where the next one starts.
struct Page
{
    /// The rows, already JSON text.
    QList<QByteArray> rows = {};
    /// Empty on the last page.
    QString nextId = {};
    /// Path and query of the next page, from the host root (reference 1.3).
    QString nextPage = {};
};

/// `{"data":[…],"meta":{…}}`, in that order: clients that decode on the fly meet the rows first.
[[nodiscard]] QByteArray listBody(const Page &page);

} // namespace saltdesk::sandbox
