// SPDX-License-Identifier: Apache-2.0
#include "redirect/ReturnRequest.h"

#include <algorithm>

namespace saltdesk::models {
namespace {

bool isVisible(char byte)
{
    return byte > 0x20 && byte < 0x7f;
}

/// Header values may hold tabs and, by old custom, bytes beyond ASCII; control characters only smuggle.
bool standsInHeader(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code == '\t' || (code >= 0x20 && code != 0x7f);
}

bool isCapital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf("\r\n");
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 2);
    return line;
}

bool readRequestLine(QByteArrayView line, ReturnRequest &request)
{
    const qsizetype afterMethod = line.indexOf(' ');
    const qsizetype beforeVersion = line.lastIndexOf(' ');
    if (afterMethod <= 0 || beforeVersion <= afterMethod + 1) {
        return false;
    }
    const QByteArrayView method = line.first(afterMethod);
    const QByteArrayView target = line.sliced(afterMethod + 1, beforeVersion - afterMethod - 1);
    const QByteArrayView version = line.sliced(beforeVersion + 1);
    if ((version != "HTTP/1.1" && version != "HTTP/1.0") || target.front() != '/' ||
        !std::ranges::all_of(method, isCapital) || !std::ranges::all_of(target, isVisible)) {
        return false;
    }
    const qsizetype mark = target.indexOf('?');
    request.method = method.toByteArray();
    request.path = api::Secret::copyOf(mark < 0 ? target : target.first(mark));
    request.query = api::Secret::copyOf(mark < 0 ? QByteArrayView() : target.sliced(mark + 1));
    return true;
}

bool readHeader(QByteArrayView line, ReturnRequest &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0) {
        return false;
    }
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (!std::ranges::all_of(name, isVisible) || !std::ranges::all_of(value, standsInHeader)) {
        return false;
    }
    const auto isNamed = [name](QByteArrayView other) { return name.compare(other, Qt::CaseInsensitive) == 0; };
    if (isNamed("Host")) {
        if (!request.host.isNull() || value.isEmpty()) {
            return false;
        }
        request.host = value.toByteArray();
    } else if (isNamed("Transfer-Encoding") || (isNamed("Content-Length") && value != "0")) {
        request.bringsBody = true;
    }
    return true;
}

} // namespace

std::optional<ReturnRequest> parseReturnRequest(QByteArrayView head)
{
    ReturnRequest request;
    QByteArrayView rest = head;
    if (!readRequestLine(takeLine(rest), request)) {
        return std::nullopt;
    }
    while (!rest.isEmpty()) {
        if (!readHeader(takeLine(rest), request)) {
            return std::nullopt;
        }
    }
    return request;
}

} // namespace saltdesk::models
