// SPDX-License-Identifier: Apache-2.0
#include "resources/ConnectionListing.h"

#include "codec/ConnectionDecoder.h"
#include "resources/ListFailure.h"
#include "resources/ListQuery.h"
#include "resources/SeenIds.h"
#include "transport/ApiClient.h"

#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <deque>
#include <utility>

namespace saltdesk::api {
namespace {

using ParsedPage = Result<std::shared_ptr<ConnectionPage>>;

/// Pages that may be on their way or waiting at once: enough to keep the line busy while one is parsed, and a bound on
/// what a server that is faster than we are can pile up.
constexpr std::size_t maxSteps = 4;

ParsedPage parse(const ApiReply &reply)
{
    return decodeConnectionPage(reply.body)
        .map([](ConnectionPage &&page) { return std::make_shared<ConnectionPage>(std::move(page)); })
        .map_error([&reply](ApiError error) {
            error.httpStatus = reply.httpStatus;
            return error;
        });
}

/// Starts parsing in the pool.
QFuture<ParsedPage> parseElsewhere(const ApiReply &reply)
{
    const auto promise = std::make_shared<QPromise<ParsedPage>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, reply] {
        promise->addResult(parse(reply));
        promise->finish();
    });
    return promise->future();
}

} // namespace

class ConnectionListing::Private
{
public:
    Private(ConnectionListing *listing, ApiClient &apiClient, ApiRequest request)
        : q(listing)
        , client(&apiClient)
        , firstPage(std::move(request))
    {}

    void ask(const QString &nextId);
    void end(Result<ListingSummary> result);
    void drop();

    bool ended = false;

private:
    /// One page from its request to its rows.
    struct Step
    {
        QString fromId;
        Call<ApiReply> call;
        std::optional<ParsedPage> outcome;
        /// It was asked for in vain: what still arrives is thrown away.
        bool dropped = false;
    };

    void takeReply(const std::shared_ptr<Step> &step, const Result<ApiReply> &reply);
    void takePage(const std::shared_ptr<Step> &step, const ParsedPage &page);
    void askAhead(const QString &scannedId);
    void deliver();
    void handOver(const std::shared_ptr<ConnectionPage> &page);
    void dropKnown(ConnectionPage &page);

    ConnectionListing *q;
    // Pages are handed over after the client may have gone.
    QPointer<ApiClient> client;
    ApiRequest firstPage;
    /// In the order of the list; the first one is the next to be handed over.
    std::deque<std::shared_ptr<Step>> steps;
    QSet<QString> confirmedIds;
    SeenIds seen;
    ListingSummary summary;
};

void ConnectionListing::Private::ask(const QString &nextId)
{
    if (client.isNull()) {
        end(listFailure(ErrorKind::Aborted, tr("The list was not read to its end.")));
        return;
    }
    const auto step = std::make_shared<Step>();
    step->fromId = nextId;
    steps.push_back(step);
    step->call = client->send(nextId.isEmpty() ? firstPage : fromId(firstPage, nextId));
    step->call.then(q, [this, step](const Result<ApiReply> &reply) { takeReply(step, reply); });
}

void ConnectionListing::Private::takeReply(const std::shared_ptr<Step> &step, const Result<ApiReply> &reply)
{
    if (step->dropped) {
        return;
    }
    if (!reply) {
        step->outcome = tl::unexpected(reply.error());
        deliver();
        return;
    }
    if (steps.back() == step) {
        askAhead(scanNextId(reply->body));
    }
    auto *watcher = new QFutureWatcher<ParsedPage>(q);
    connect(watcher, &QFutureWatcherBase::finished, q, [this, step, watcher] {
        watcher->deleteLater();
        takePage(step, watcher->result());
    });
    watcher->setFuture(parseElsewhere(*reply));
}

/// The next request goes out before this page is parsed; whether it was the right one is seen when it has been.
void ConnectionListing::Private::askAhead(const QString &scannedId)
{
    const bool isKnown = confirmedIds.contains(scannedId) ||
                         std::any_of(steps.begin(), steps.end(), [&scannedId](const std::shared_ptr<Step> &step) {
                             return step->fromId == scannedId;
                         });
    if (!scannedId.isEmpty() && !isKnown && steps.size() < maxSteps) {
        ask(scannedId);
    }
}

void ConnectionListing::Private::takePage(const std::shared_ptr<Step> &step, const ParsedPage &page)
{
    if (!step->dropped) {
        step->outcome = page;
        deliver();
    }
}

/// Hands over the first page if it is ready, and only that one: the event loop turns between two.
void ConnectionListing::Private::deliver()
{
    if (ended || steps.empty() || !steps.front()->outcome) {
        return;
    }
    const ParsedPage outcome = *steps.front()->outcome;
    steps.pop_front();
    if (outcome) {
        handOver(*outcome);
    } else {
        end(tl::unexpected(outcome.error()));
    }
}

void ConnectionListing::Private::handOver(const std::shared_ptr<ConnectionPage> &page)
{
    const QString nextId = page->nextId;
    const bool isLoop = confirmedIds.contains(nextId);
    if (!steps.empty() && (isLoop || steps.front()->fromId != nextId)) {
        drop();
    }
    if (!nextId.isEmpty() && !isLoop) {
        confirmedIds.insert(nextId);
        if (steps.empty()) {
            ask(nextId);
        }
    }
    dropKnown(*page);
    summary.rows += static_cast<qsizetype>(page->rows.size());
    ++summary.pages;

    const QPointer<ConnectionListing> alive(q);
    emit q->pageReady(page);
    if (alive.isNull() || ended) {
        return;
    }
    if (isLoop) {
        end(listFailure(ErrorKind::PagingLoop, tr("The list of connections points back into itself.")));
    } else if (nextId.isEmpty()) {
        end(summary);
    } else {
        QMetaObject::invokeMethod(
            q, [this] { deliver(); }, Qt::QueuedConnection);
    }
}

/// A record whose id came before would be a second row for one connection.
void ConnectionListing::Private::dropKnown(ConnectionPage &page)
{
    qsizetype position = 0;
    std::erase_if(page.rows, [&](const ConnectionRow &row) {
        const qsizetype record = position++;
        if (seen.insert(row.id, page.texts)) {
            return false;
        }
        page.warnings.push_back({record, QString::fromStdString(row.id.text(page.texts)),
                                 tr("The list has this connection twice; the second one was left out.")});
        return true;
    });
}

void ConnectionListing::Private::drop()
{
    const std::deque<std::shared_ptr<Step>> dropped = std::exchange(steps, {});
    for (const std::shared_ptr<Step> &step : dropped) {
        step->dropped = true;
        step->call.abort();
    }
}

void ConnectionListing::Private::end(Result<ListingSummary> result)
{
    if (ended) {
        return;
    }
    ended = true;
    drop();
    QMetaObject::invokeMethod(
        q, [this, result = std::move(result)] { emit q->ended(result); }, Qt::QueuedConnection);
}

ConnectionListing::ConnectionListing(ApiClient &client, ApiRequest firstPage, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, client, std::move(firstPage)))
{
    d->ask({});
}

ConnectionListing::~ConnectionListing()
{
    d->ended = true;
    d->drop();
}

void ConnectionListing::abort()
{
    d->end(listFailure(ErrorKind::Aborted, tr("The list was not read to its end.")));
}

} // namespace saltdesk::api
