// SPDX-License-Identifier: Apache-2.0
#include "Benches.h"

#include "codec/ConnectionDecoder.h"

#include <curl/curl.h>

#include <memory>

namespace saltdesk::bench {

namespace {

struct FreeEasy
{
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
};
struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

std::size_t append(char *bytes, std::size_t size, std::size_t count, void *target)
{
    static_cast<QByteArray *>(target)->append(bytes, static_cast<qsizetype>(size * count));
    return size * count;
}

QByteArray get(CURL *curl, const QByteArray &url)
{
    QByteArray body;
    body.reserve(2 * 1024 * 1024);
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
    if (curl_easy_perform(curl) != CURLE_OK) {
        qFatal("libcurl cannot read %s", url.constData());
    }
    return body;
}

} // namespace

std::vector<QByteArray> fetchPages(const LoadedServer &server)
{
    const std::unique_ptr<CURL, FreeEasy> curl(curl_easy_init());
    curl_slist *lines = curl_slist_append(nullptr, QByteArray("App-id: " + server.appId).constData());
    lines = curl_slist_append(lines, QByteArray("Secret: " + server.secret).constData());
    lines = curl_slist_append(lines, "Accept: application/json");
    lines = curl_slist_append(lines, "Content-Type: application/json");
    const std::unique_ptr<curl_slist, FreeList> headers(lines);
    const QByteArray certificates = server.certificateFile.toLocal8Bit();
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_CAINFO, certificates.constData());
    curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "");

    const QByteArray first =
        server.baseUrl.toEncoded() + "/connections?customer_id=" + server.customerId.toUtf8() + "&per_page=1000";
    std::vector<QByteArray> pages{get(curl.get(), first)};
    for (QString next = api::scanNextId(pages.back()); !next.isEmpty(); next = api::scanNextId(pages.back())) {
        pages.push_back(get(curl.get(), first + "&from_id=" + next.toUtf8()));
    }
    return pages;
}

} // namespace saltdesk::bench
