// SPDX-License-Identifier: Apache-2.0
#include "testing/FakeNetwork.h"

#include "testing/FakeReply.h"

namespace saltdesk::testing {

namespace {

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    if (operation == QNetworkAccessManager::CustomOperation) {
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    }
    switch (operation) {
    case QNetworkAccessManager::GetOperation:
        return "GET";
    case QNetworkAccessManager::PostOperation:
        return "POST";
    case QNetworkAccessManager::PutOperation:
        return "PUT";
    case QNetworkAccessManager::DeleteOperation:
        return "DELETE";
    case QNetworkAccessManager::HeadOperation:
    case QNetworkAccessManager::CustomOperation:
    case QNetworkAccessManager::UnknownOperation:
        break;
    }
    return "UNEXPECTED";
}

} // namespace

void FakeNetwork::answerJson(const QByteArray &body, int status)
{
    FakeAnswer json;
    json.status = status;
    json.body = body;
    answer(json);
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    SentRequest sent{verbOf(operation, request), request, {}, false};
    if (body != nullptr) {
        sent.sequentialBody = body->isSequential();
        sent.body = body->readAll();
    }
    m_sent.append(sent);
    FakeAnswer answer = otherwise;
    if (!m_answers.empty()) {
        answer = m_answers.front();
        m_answers.pop_front();
    }
    return new FakeReply(request, answer, this);
}

} // namespace saltdesk::testing
