// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"
#include "Measure.h"

#include "resources/ConnectionsApi.h"
#include "transport/ApiClient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>

namespace saltdesk::bench {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Reading
{
    Milliseconds firstPage{0};
    Milliseconds all{0};
    qsizetype rows = 0;
};

api::ApiEndpoint endpointOf(const LoadedServer &server)
{
    api::ApiEndpoint endpoint;
    endpoint.baseUrl = server.baseUrl;
    endpoint.appId = server.appId;
    endpoint.secret = api::Secret::copyOf(server.secret);
    endpoint.extraCertificates = QSslCertificate::fromData(server.certificatePem);
    return endpoint;
}

Reading read(api::ApiClient &client, const LoadedServer &server)
{
    Reading reading;
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    const auto elapsed = [&timer] { return Milliseconds(static_cast<double>(timer.nsecsElapsed()) / 1e6); };
    const auto listing = api::ConnectionsApi(client).list(api::CustomerId(server.customerId));
    QObject::connect(listing.get(), &api::ConnectionListing::pageReady, &loop, [&](const auto &page) {
        if (reading.rows == 0) {
            reading.firstPage = elapsed();
        }
        reading.rows += static_cast<qsizetype>(page->rows.size());
    });
    QObject::connect(listing.get(), &api::ConnectionListing::ended, &loop, [&](const auto &result) {
        if (!result) {
            qFatal("the listing failed: %s", qPrintable(result.error().message));
        }
        reading.all = elapsed();
        loop.quit();
    });
    loop.exec();
    return reading;
}

} // namespace

void benchListing(const LoadedServer &server)
{
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::ApiClient client(network, endpointOf(server), clock);
    constexpr int rounds = 5;
    std::vector<Milliseconds> ours;
    std::vector<Milliseconds> floor;
    std::vector<Milliseconds> first;
    qsizetype rows = read(client, server).rows;
    for (int round = 0; round < rounds; ++round) {
        floor.push_back(timed(1, [&] { (void)fetchPages(server); }).front());
        const Reading reading = read(client, server);
        ours.push_back(reading.all);
        first.push_back(reading.firstPage);
        rows = reading.rows;
    }
    reportTimes(u"list %1 connections, HTTPS, / libcurl bytes"_s.arg(rows), median(ours), median(floor), 1.5);
    reportBound(u"  the first 1,000 rows of it"_s, median(first), worst(first), 30);
}

} // namespace saltdesk::bench
