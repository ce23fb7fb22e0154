// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/FakeNetwork.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <map>

namespace saltdesk::testing {

/// The access manager's door for classes that ask several things at once: answers by verb and path, whatever the order.
/// What has no route gets the API's RouteNotFound.
class RoutedNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    /// `route` is such as "GET /connections/1", below the base path.
    void on(const QByteArray &route, const FakeAnswer &answer);
    /// Answers in turn; the last one goes on.
    void onTurns(const QByteArray &route, const QList<FakeAnswer> &answers);

    /// "GET /connections?customer_id=…" in the order of sending, without the paging parameters.
    [[nodiscard]] const QStringList &sent() const { return m_sent; }
    [[nodiscard]] int count(const QString &start) const;
    /// The bodies of the requests, in the same order; empty where there was none.
    [[nodiscard]] const QList<QByteArray> &bodies() const { return m_bodies; }
    /// Of the last request that starts so.
    [[nodiscard]] QByteArray lastBody(const QString &start) const;
    /// Replies that are open: neither answered nor aborted.
    [[nodiscard]] int open() const;

signals:
    /// While the request is being sent; its answer comes later.
    void requested(const QString &request);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    std::map<QByteArray, QList<FakeAnswer>> m_routes;
    QStringList m_sent;
    QList<QByteArray> m_bodies;
    QList<QPointer<QNetworkReply>> m_replies;
};

[[nodiscard]] FakeAnswer json(const QByteArray &body, int status = 200);
[[nodiscard]] FakeAnswer apiError(const QByteArray &errorClass, int status = 400);
/// Never answered.
[[nodiscard]] FakeAnswer silence();
/// The connection closes after the request was read.
[[nodiscard]] FakeAnswer hangUp();

} // namespace saltdesk::testing
