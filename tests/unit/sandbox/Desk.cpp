// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "ReplyRecord.h"

#include <QUrl>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

QString Answer::errorClass() const
{
    return json.value("error"_L1).toObject().value("class"_L1).toString();
}

QString Answer::message() const
{
    return json.value("error"_L1).toObject().value("message"_L1).toString();
}

QString Answer::nextId() const
{
    return json.value("meta"_L1).toObject().value("next_id"_L1).toString();
}

QString Answer::nextPage() const
{
    return json.value("meta"_L1).toObject().value("next_page"_L1).toString();
}

QByteArray Answer::header(const QByteArray &name) const
{
    for (const auto &[key, value] : reply.headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

QString Answer::stage() const
{
    return attempt().value("last_stage"_L1).toObject().value("name"_L1).toString();
}

Desk::Desk(ServerOptions options)
    : clock(std::make_shared<ManualClock>(start))
    , door(complete(std::move(options), clock))
{}

ServerOptions Desk::complete(ServerOptions options, const std::shared_ptr<ManualClock> &clock)
{
    options.appId = u"app"_s;
    options.secret = u"secret"_s;
    options.clock = clock;
    return options;
}

Request Desk::request(const QByteArray &method, const QString &path, const QByteArray &body)
{
    return {.method = method,
            .target = (u"/api/v5"_s + path).toUtf8(),
            .origin = "http://127.0.0.1:1",
            .headers = {{"app-id", "app"},
                        {"secret", "secret"},
                        {"accept", "application/json"},
                        {"content-type", "application/json"}},
            .body = body};
}

Answer Desk::send(const Request &request)
{
    // What a fault has spoilt on purpose is not what the sandbox answers.
    const bool spoilt = door.faults().pending() > 0;
    Answer answer{.reply = door.answer(request), .json = {}};
    if (!spoilt) {
        recordReply(request, answer.reply);
    }
    answer.json = QJsonDocument::fromJson(answer.reply.body).object();
    return answer;
}

Answer Desk::browse(const QString &url, const QByteArray &form)
{
    const QUrl address(url);
    return send({.method = form.isEmpty() ? "GET" : "POST",
                 .target = address.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
                 .origin = "http://127.0.0.1:1",
                 .body = form});
}

QByteArray Desk::wrap(const QJsonObject &data)
{
    return QJsonDocument(QJsonObject{{u"data"_s, data}}).toJson(QJsonDocument::Compact);
}

QString Desk::customer(const QString &identifier)
{
    return get(u"/customers?identifier="_s + identifier).rows().first().toObject().value("id"_L1).toString();
}

QString Desk::connection(const QString &identifier, const QString &bank)
{
    for (const auto &row : get(u"/connections?customer_id="_s + customer(identifier)).rows()) {
        if (row.toObject().value("provider_code"_L1) == bank) {
            return row.toObject().value("id"_L1).toString();
        }
    }
    return {};
}

QJsonObject Desk::createData(const QString &bank)
{
    const QJsonObject credentials{{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}};
    const QJsonArray scopes{u"account_details"_s, u"transactions_details"_s};
    return {{u"customer_id"_s, customer(u"helpdesk-000112"_s)},
            {u"country_code"_s, bank.right(2).toUpper()},
            {u"provider_code"_s, bank},
            {u"consent"_s, QJsonObject{{u"scopes"_s, scopes}}},
            {u"credentials"_s, credentials}};
}

QJsonObject Desk::oauthData(const QString &bank)
{
    QJsonObject data = createData(bank);
    data.remove(u"credentials"_s);
    data.insert(u"attempt"_s, QJsonObject{{u"return_to"_s, u"http://localhost:39017/return"_s}});
    return data;
}

QString Desk::fetchedConnection(const QString &bank)
{
    const QString id = postData(u"/connections"_s, createData(bank)).data().value("id"_L1).toString();
    pass(std::chrono::minutes(1));
    return id;
}

} // namespace saltdesk::sandbox
