// SPDX-License-Identifier: Apache-2.0
#include "support/RoutedNetwork.h"

#include "testing/FakeReply.h"

#include <QUrlQuery>

#include <algorithm>

namespace saltdesk::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto basePath = "/api/v5"_L1;

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    switch (operation) {
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::CustomOperation:
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    case QNetworkAccessManager::HeadOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return "UNEXPECTED";
}

} // namespace

void RoutedNetwork::on(const QByteArray &route, const FakeAnswer &answer)
{
    m_routes[route] = {answer};
}

void RoutedNetwork::onTurns(const QByteArray &route, const QList<FakeAnswer> &answers)
{
    m_routes[route] = answers;
}

int RoutedNetwork::count(const QString &start) const
{
    return static_cast<int>(std::count_if(m_sent.begin(), m_sent.end(),
                                          [&start](const QString &request) { return request.startsWith(start); }));
}

QByteArray RoutedNetwork::lastBody(const QString &start) const
{
    for (qsizetype i = m_sent.size() - 1; i >= 0; --i) {
        if (m_sent[i].startsWith(start)) {
            return m_bodies[i];
        }
    }
    return {};
}

int RoutedNetwork::open() const
{
    return static_cast<int>(std::count_if(m_replies.begin(), m_replies.end(), [](const QPointer<QNetworkReply> &reply) {
        return reply && !reply->isFinished();
    }));
}

QNetworkReply *RoutedNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    m_bodies.append(body != nullptr ? body->readAll() : QByteArray());
    const QByteArray verb = verbOf(operation, request);
    const QString path = request.url().path().mid(basePath.size());
    QUrlQuery query(request.url());
    query.removeAllQueryItems(u"per_page"_s);
    m_sent.append(QString::fromLatin1(verb) + u' ' + path + (query.isEmpty() ? QString() : u"?"_s + query.toString()));
    FakeAnswer answer = apiError("RouteNotFound", 404);
    const auto route = m_routes.find(verb + ' ' + path.toUtf8());
    if (route != m_routes.end()) {
        answer = route->second.front();
        if (route->second.size() > 1) {
            route->second.removeFirst();
        }
    }
    auto *reply = new FakeReply(request, answer, this);
    m_replies.append(reply);
    emit requested(m_sent.constLast());
    return reply;
}

FakeAnswer json(const QByteArray &body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.body = body;
    return answer;
}

FakeAnswer apiError(const QByteArray &errorClass, int status)
{
    return json(R"({"error":{"class":")" + errorClass + R"(","message":"It is so.","request_id":"r-1"}})", status);
}

FakeAnswer silence()
{
    FakeAnswer answer;
    answer.hangs = true;
    return answer;
}

FakeAnswer hangUp()
{
    FakeAnswer answer;
    answer.status = 0;
    answer.body.clear();
    answer.error = QNetworkReply::RemoteHostClosedError;
    return answer;
}

} // namespace saltdesk::testing
