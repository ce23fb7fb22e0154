// SPDX-License-Identifier: Apache-2.0
#include "support/Answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saltdesk::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

FakeAnswer listed(const QJsonArray &records, const QString &nextId)
{
    return json(written(
        {{u"data"_s, records},
         {u"meta"_s, QJsonObject{{u"next_id"_s, orNull(nextId)}, {u"next_page"_s, QJsonValue(QJsonValue::Null)}}}}));
}

QJsonObject attemptOf(const ConnectionJson &connection)
{
    const bool over = connection.stage == "finish"_L1;
    return {
        {u"id"_s, connection.attempt},
        {u"created_at"_s, u"2026-11-23T10:40:00Z"_s},
        {u"finished"_s, over},
        {u"fail_error_class"_s, orNull(connection.errorClass)},
        {u"fail_message"_s, orNull(connection.errorClass)},
        {u"fail_at"_s,
         connection.errorClass.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(u"2026-11-23T10:41:00Z"_s)},
        {u"last_stage"_s, QJsonObject{{u"id"_s, connection.stageId},
                                      {u"name"_s, connection.stage},
                                      {u"interactive_fields_names"_s, QJsonArray::fromStringList(connection.fields)},
                                      {u"created_at"_s, u"2026-11-23T10:40:30Z"_s}}}};
}

QJsonObject objectOf(const ConnectionJson &connection)
{
    QJsonObject object{{u"id"_s, connection.id},
                       {u"customer_id"_s, connection.customer},
                       {u"secret"_s, u"canary-connection-secret"_s},
                       {u"provider_code"_s, connection.bankCode},
                       {u"provider_name"_s, connection.bank},
                       {u"country_code"_s, u"NL"_s},
                       {u"status"_s, connection.status},
                       {u"daily_refresh"_s, connection.dailyRefresh},
                       {u"store_credentials"_s, connection.storeCredentials},
                       {u"last_success_at"_s, u"2026-11-23T10:00:00Z"_s},
                       {u"created_at"_s, connection.createdAt},
                       {u"updated_at"_s, u"2026-11-23T10:00:00Z"_s}};
    if (!connection.attempt.isEmpty()) {
        object.insert(u"last_attempt"_s, attemptOf(connection));
    }
    return object;
}

QJsonObject customerObject(const QString &id, const QString &identifier)
{
    return {{u"id"_s, id}, {u"identifier"_s, identifier}, {u"secret"_s, u"canary-customer-secret"_s}};
}

} // namespace

QByteArray ConnectionJson::object() const
{
    return written(objectOf(*this));
}

FakeAnswer ConnectionJson::answer() const
{
    return json(written({{u"data"_s, objectOf(*this)}}));
}

FakeAnswer listAnswer(const QList<ConnectionJson> &connections, const QString &nextId)
{
    QJsonArray records;
    for (const ConnectionJson &connection : connections) {
        records.append(objectOf(connection));
    }
    return listed(records, nextId);
}

FakeAnswer customerAnswer(const QString &id, const QString &identifier)
{
    return json(written({{u"data"_s, customerObject(id, identifier)}}));
}

FakeAnswer customerListAnswer(const QString &id, const QString &identifier)
{
    return listed({customerObject(id, identifier)}, {});
}

FakeAnswer emptyListAnswer()
{
    return listed({}, {});
}

FakeAnswer consentAnswer(const QStringList &connections, const QString &nextId)
{
    QJsonArray records;
    for (const QString &connection : connections) {
        records.append(QJsonObject{{u"id"_s, QString(u"5"_s + connection)},
                                   {u"connection_id"_s, connection},
                                   {u"status"_s, u"active"_s},
                                   {u"expires_at"_s, u"2026-11-24T10:42:07Z"_s}});
    }
    return listed(records, nextId);
}

} // namespace saltdesk::testing
