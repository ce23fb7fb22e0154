// SPDX-License-Identifier: Apache-2.0
#include "http/Request.h"

#include <QUrl>
#include <QUrlQuery>

namespace saltdesk::sandbox {

std::optional<QByteArray> Request::header(const QByteArray &lowerCaseName) const
{
    const auto found = headers.constFind(lowerCaseName);
    return found == headers.constEnd() ? std::nullopt : std::optional(found.value());
}

QString Request::path() const
{
    const qsizetype mark = target.indexOf('?');
    QString path = QUrl::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    // A trailing slash was accepted by the real API (reference 14).
    while (path.size() > 1 && path.endsWith(u'/')) {
        path.chop(1);
    }
    return path;
}

QMap<QString, QString> Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QMap<QString, QString>() : formItems(target.mid(mark + 1));
}

QMap<QString, QString> formItems(const QByteArray &encoded)
{
    QMap<QString, QString> items;
    const QUrlQuery query(QString::fromUtf8(encoded).replace(u'+', QStringLiteral("%20")));
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        items.insert(name, value);
    }
    return items;
}

} // namespace saltdesk::sandbox
