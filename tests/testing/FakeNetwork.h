// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <deque>

namespace saltdesk::testing {

/// What a test lets the network answer.
struct FakeAnswer
{
    int status = 200;
    QByteArray body = "{}";
    QByteArray contentType = "application/json";
    QList<QNetworkReply::RawHeaderPair> headers;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    /// Stays open until it is aborted.
    bool hangs = false;
};

/// What went through the door.
struct SentRequest
{
    QByteArray verb;
    QNetworkRequest request;
    QByteArray body;
    bool sequentialBody = false;

    [[nodiscard]] QUrl url() const { return request.url(); }
};

/// The access manager's door: keeps each request and answers from a queue, one turn of the event loop later. An empty
/// queue answers with `otherwise`.
class FakeNetwork : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;

    void answer(const FakeAnswer &answer) { m_answers.push_back(answer); }
    void answerJson(const QByteArray &body, int status = 200);

    [[nodiscard]] const QList<SentRequest> &sent() const { return m_sent; }

    FakeAnswer otherwise{500, "{}", "application/json", {}, QNetworkReply::NoError, false};

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    std::deque<FakeAnswer> m_answers;
    QList<SentRequest> m_sent;
};

} // namespace saltdesk::testing
