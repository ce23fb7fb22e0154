// SPDX-License-Identifier: Apache-2.0
#include "http/DataReply.h"

#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

QByteArray objectBody(const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

QByteArray arrayBody(const QJsonArray &data)
{
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

QByteArray listBody(const Page &page)
{
    qsizetype size = 128;
    for (const QByteArray &row : page.rows) {
        size += row.size() + 1;
    }
    QByteArray body;
    body.reserve(size);
    body += "{\"data\":[";
    for (qsizetype i = 0; i < page.rows.size(); ++i) {
        body += i > 0 ? "," : "";
        body += page.rows[i];
    }
    const QJsonObject meta{{u"next_id"_s, page.nextId.isEmpty() ? QJsonValue() : page.nextId},
                           {u"next_page"_s, page.nextPage.isEmpty() ? QJsonValue() : page.nextPage}};
    body += "],\"meta\":" + QJsonDocument(meta).toJson(QJsonDocument::Compact) + "}";
    return body;
}

} // namespace saltdesk::sandbox
