// SPDX-License-Identifier: Apache-2.0
#include "server/RequestBody.h"

#include <QList>
#include <algorithm>
#include <array>

namespace saltdesk::sandbox {

static bool readLine(ClientStream &stream, QByteArray &line)
{
    line.clear();
    char letter = 0;
    while (line.size() < 1024) {
        if (stream.read(&letter, 1) != 1) {
            return false;
        }
        if (letter == '\n') {
            line = line.trimmed();
            return true;
        }
        line += letter;
    }
    return false;
}

RequestBody::Verdict RequestBody::read(ClientStream &stream, httplib::Request &request)
{
    stream.endHead();
    request.body.clear();
    QByteArray body;
    Verdict verdict = Verdict::Complete;
    if (request.get_header_value("Expect") == "100-continue" && !stream.writeNow("HTTP/1.1 100 Continue\r\n\r\n")) {
        return Verdict::Broken;
    }
    if (request.has_header("Transfer-Encoding")) {
        verdict = readChunked(stream, body);
    } else if (request.has_header("Content-Length")) {
        bool isNumber = false;
        const auto text = QByteArray::fromStdString(request.get_header_value("Content-Length"));
        const qulonglong length = text.toULongLong(&isNumber);
        if (!isNumber || request.get_header_value_count("Content-Length") > 1) {
            return Verdict::Broken;
        }
        verdict = length > limit ? Verdict::TooLarge : readCounted(stream, static_cast<qsizetype>(length), body);
    }
    request.body = body.toStdString();
    return verdict;
}

RequestBody::Verdict RequestBody::readCounted(ClientStream &stream, qsizetype length, QByteArray &body)
{
    std::array<char, 4096> buffer{};
    while (length > 0) {
        const auto wanted = std::min<std::size_t>(buffer.size(), static_cast<std::size_t>(length));
        const ssize_t count = stream.read(buffer.data(), wanted);
        if (count <= 0) {
            return Verdict::Broken;
        }
        body.append(buffer.data(), count);
        length -= count;
    }
    return Verdict::Complete;
}

RequestBody::Verdict RequestBody::readChunked(ClientStream &stream, QByteArray &body)
{
    QByteArray line;
    for (;;) {
        bool isNumber = false;
        if (!readLine(stream, line)) {
            return Verdict::Broken;
        }
        const qulonglong size = line.split(';').first().trimmed().toULongLong(&isNumber, 16);
        if (!isNumber) {
            return Verdict::Broken;
        }
        if (size > limit || body.size() + static_cast<qsizetype>(size) > limit) {
            return Verdict::TooLarge;
        }
        if (readCounted(stream, static_cast<qsizetype>(size), body) != Verdict::Complete || !readLine(stream, line)) {
            return Verdict::Broken;
        }
        if (size == 0) {
            return line.isEmpty() ? Verdict::Complete : Verdict::Broken;
        }
    }
}

} // namespace saltdesk::sandbox
