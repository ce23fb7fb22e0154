// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace saltdesk::bench {

/// A sandbox in load mode, in a process of its own, and the customer who has all the connections.
struct LoadedServer
{
    QUrl baseUrl;
    QByteArray appId;
    QByteArray secret;
    QByteArray certificatePem;
    QString certificateFile;
    QString customerId;
};

/// All pages of the list by libcurl on one connection: bytes only, `next_id` found by a search from the end. The floor
/// of the network, and the bytes for the decoder.
[[nodiscard]] std::vector<QByteArray> fetchPages(const LoadedServer &server);

void benchListing(const LoadedServer &server);
void benchDecoding(const std::vector<QByteArray> &pages);
/// Every other kind of record, from answers of the reference.
void benchRecords();
void benchModel(const std::vector<QByteArray> &pages);

} // namespace saltdesk::bench
