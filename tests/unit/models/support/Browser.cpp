// SPDX-License-Identifier: Apache-2.0
#include "support/Browser.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

Browser::Browser(const QUrl &address, const QByteArray &query)
{
    const QByteArray target = address.path().toLatin1() + (query.isEmpty() ? QByteArray() : "?" + query);
    const QByteArray host = address.host().toLatin1() + ":" + QByteArray::number(address.port());
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this, target, host] {
        m_socket.write("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n");
    });
    m_socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
}

QByteArray Browser::heard()
{
    m_heard += m_socket.isOpen() ? m_socket.readAll() : QByteArray();
    return m_heard;
}

bool isOpen(const QUrl &address)
{
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    const auto isSettled = [&socket] {
        return socket.state() == QAbstractSocket::ConnectedState || socket.state() == QAbstractSocket::UnconnectedState;
    };
    return QTest::qWaitFor(isSettled, 10'000) && socket.state() == QAbstractSocket::ConnectedState;
}

QUrl returnAddressIn(const QByteArray &body)
{
    const QJsonObject data = QJsonDocument::fromJson(body).object()["data"_L1].toObject();
    return QUrl(data["attempt"_L1].toObject()["return_to"_L1].toString(), QUrl::StrictMode);
}

} // namespace saltdesk::testing
