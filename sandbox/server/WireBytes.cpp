// SPDX-License-Identifier: Apache-2.0
#include "server/WireBytes.h"

#include <QString>

namespace saltdesk::sandbox {

static QByteArray withLength(const QByteArray &head, qsizetype length)
{
    const QByteArray name = "\r\nContent-Length: ";
    const qsizetype start = head.indexOf(name);
    if (start < 0) {
        return head;
    }
    const qsizetype value = start + name.size();
    return head.left(value) + QByteArray::number(length) + head.mid(head.indexOf("\r\n", value));
}

WireBytes mistreat(const QByteArray &response, WireFault fault)
{
    const qsizetype end = response.indexOf("\r\n\r\n");
    const qsizetype split = end < 0 ? response.size() : end + 4;
    WireBytes bytes{.head = response.left(split), .body = response.mid(split)};
    switch (fault) {
    case WireFault::None:
        break;
    case WireFault::HangUp:
        return {.head = {}, .body = {}, .closes = true};
    case WireFault::HangUpInBody:
        bytes.body.truncate(bytes.body.size() / 2);
        bytes.closes = true;
        break;
    case WireFault::WrongLength:
        bytes.head = withLength(bytes.head, bytes.body.size() / 2);
        bytes.closes = true;
        break;
    case WireFault::Drip:
        bytes.trickles = true;
        break;
    }
    return bytes;
}

} // namespace saltdesk::sandbox
