// SPDX-License-Identifier: Apache-2.0
#include "RunningInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

#include <chrono>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestMessage = 64;
constexpr std::chrono::seconds patience{2};

QByteArray messageOf(const std::optional<ObjectLink> &link)
{
    return (link ? link->text().toLatin1() : QByteArray()) + '\n';
}

} // namespace

RunningInstance::RunningInstance(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &RunningInstance::receive);
}

QString RunningInstance::meetingPoint()
{
    // Two sets of settings are two programs to their user.
    const QString settings = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    const QByteArray mark = QCryptographicHash::hash(settings.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const QString name = u"saltdesk-"_s + QString::fromLatin1(mark);
#ifdef Q_OS_WIN
    return name;
#else
    return QDir(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation)).filePath(name);
#endif
}

bool RunningInstance::handOver(const std::optional<ObjectLink> &link, const QString &where)
{
    // A local socket connects at once or not at all.
    QLocalSocket socket;
    socket.connectToServer(where);
    if (socket.state() != QLocalSocket::ConnectedState) {
        return false;
    }
    socket.write(messageOf(link));
    const bool handed = socket.flush() && socket.bytesToWrite() == 0;
    socket.disconnectFromServer();
    return handed;
}

bool RunningInstance::listen(const QString &where)
{
    // QLocalServer would take the place of one that is there.
    QLocalSocket other;
    other.connectToServer(where);
    if (other.state() == QLocalSocket::ConnectedState) {
        return false;
    }
    // Of one that crashed.
    QLocalServer::removeServer(where);
    return m_server.listen(where);
}

void RunningInstance::receive()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestMessage);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine()) {
                return socket->bytesAvailable() < longestMessage ? void() : socket->abort();
            }
            const QString line = QString::fromLatin1(socket->readLine(longestMessage + 1)).trimmed();
            const std::optional<ObjectLink> link = ObjectLink::parse(line);
            socket->disconnectFromServer();
            if (link || line.isEmpty()) {
                emit wanted(link);
            }
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
        read();
    }
}

} // namespace saltdesk::app
