// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clock/ManualClock.h"
#include "server/FrontDoor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace saltdesk::sandbox {

/// A reply as a test looks at it.
struct Answer
{
    Reply reply;
    QJsonObject json;

    [[nodiscard]] int status() const { return reply.status; }
    /// Empty when the answer is not an error.
    [[nodiscard]] QString errorClass() const;
    [[nodiscard]] QString message() const;
    [[nodiscard]] QJsonObject data() const { return json.value(QStringLiteral("data")).toObject(); }
    [[nodiscard]] QJsonArray rows() const { return json.value(QStringLiteral("data")).toArray(); }
    [[nodiscard]] QString nextId() const;
    [[nodiscard]] QString nextPage() const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// `last_attempt` of a connection, and its `last_stage`'s name.
    [[nodiscard]] QJsonObject attempt() const { return data().value(QStringLiteral("last_attempt")).toObject(); }
    [[nodiscard]] QString stage() const;
};

/// The whole sandbox without a network, on a clock that is moved by hand.
class Desk
{
public:
    static constexpr Instant start{std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)};
    static QString demoId() { return QStringLiteral("222222222222222222"); }
    static QString refusedId() { return QStringLiteral("111111111111111111"); }

    explicit Desk(ServerOptions options = {});

    /// A request with the right headers.
    [[nodiscard]] static Request request(const QByteArray &method, const QString &path, const QByteArray &body = {});
    Answer send(const Request &request);
    /// `path` below `/api/v5`.
    Answer get(const QString &path) { return send(request("GET", path)); }
    Answer remove(const QString &path) { return send(request("DELETE", path)); }
    Answer put(const QString &path, const QByteArray &body) { return send(request("PUT", path, body)); }
    Answer post(const QString &path, const QByteArray &body) { return send(request("POST", path, body)); }
    /// The same with `{"data":…}` around it.
    Answer putData(const QString &path, const QJsonObject &data) { return put(path, wrap(data)); }
    Answer postData(const QString &path, const QJsonObject &data) { return post(path, wrap(data)); }
    /// What a browser gets that opens `url`, or sends it this form.
    Answer browse(const QString &url, const QByteArray &form = {});
    [[nodiscard]] static QByteArray wrap(const QJsonObject &data);

    [[nodiscard]] QString customer(const QString &identifier);
    /// The customer's first connection at this bank.
    [[nodiscard]] QString connection(const QString &identifier, const QString &bank);
    /// Creates a connection of a customer without connections and lets its first attempt end well.
    [[nodiscard]] QString fetchedConnection(const QString &bank = QStringLiteral("fakebank_simple_xf"));
    /// A body for POST `/oauth_providers/create` at `bank`, for helpdesk-000112, with a `return_to`.
    [[nodiscard]] QJsonObject oauthData(const QString &bank = QStringLiteral("fakebank_oauth_xf"));
    /// A body for create that succeeds at `bank`, for helpdesk-000112.
    [[nodiscard]] QJsonObject createData(const QString &bank = QStringLiteral("fakebank_simple_xf"));

    void pass(std::chrono::milliseconds time) { clock->advance(time); }

    std::shared_ptr<ManualClock> clock;
    FrontDoor door;

private:
    [[nodiscard]] static ServerOptions complete(ServerOptions options, const std::shared_ptr<ManualClock> &clock);
};

} // namespace saltdesk::sandbox
