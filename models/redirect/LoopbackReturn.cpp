// SPDX-License-Identifier: Apache-2.0
#include "redirect/LoopbackReturn.h"

#include "redirect/LoopbackVisit.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QTcpSocket>

#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A browser opens two or three at once.
constexpr qsizetype mostSockets = 8;

/// 256 bits that nobody can guess.
QByteArray unguessable()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

LoopbackReturn::LoopbackReturn(std::chrono::milliseconds span, QObject *parent)
    : QObject(parent)
    , m_span(span)
{
    // The desktop's proxy is for the way out; a listener would ask it for a port.
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReturn::welcome);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, [this] {
        close();
        emit expired();
    });
}

LoopbackReturn::~LoopbackReturn() = default;

bool LoopbackReturn::listen()
{
    if (!m_returnTo.isEmpty() || !m_server.listen(QHostAddress::LocalHost)) {
        return false;
    }
    m_host = "127.0.0.1:" + QByteArray::number(m_server.serverPort());
    const QByteArray path = "/return/" + unguessable();
    m_path = api::Secret::copyOf(path);
    m_returnTo = QUrl::fromEncoded("http://" + m_host + path, QUrl::StrictMode);
    m_end.start(m_span);
    return true;
}

void LoopbackReturn::welcome()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (findChildren<LoopbackVisit *>(Qt::FindDirectChildrenOnly).size() >= mostSockets) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *visit = new LoopbackVisit(socket, m_patience, this);
        connect(visit, &LoopbackVisit::asked, this, [this, visit] { judge(*visit); });
    }
}

void LoopbackReturn::judge(LoopbackVisit &visit)
{
    const ReturnStatus status = verdict(visit.request());
    visit.answer(status);
    if (status == ReturnStatus::Welcome) {
        accept(visit);
    }
}

ReturnStatus LoopbackReturn::verdict(const ReturnRequest &request) const
{
    if (request.host != m_host) {
        return ReturnStatus::WrongHost;
    }
    if (request.method != "GET") {
        return ReturnStatus::WrongMethod;
    }
    if (request.bringsBody) {
        return ReturnStatus::Malformed;
    }
    // Secrets compare in constant time.
    return request.path == m_path ? ReturnStatus::Welcome : ReturnStatus::NotFound;
}

void LoopbackReturn::accept(const LoopbackVisit &visit)
{
    close(&visit);
    // Later: whoever hears it may delete us, and we are in the middle of a socket's signal.
    QMetaObject::invokeMethod(
        this, [this, query = visit.request().query] { emit returned(query); }, Qt::QueuedConnection);
}

void LoopbackReturn::close(const LoopbackVisit *spared)
{
    m_end.stop();
    m_server.close();
    const auto visits = findChildren<LoopbackVisit *>(Qt::FindDirectChildrenOnly);
    for (LoopbackVisit *visit : visits) {
        if (visit != spared) {
            visit->drop();
        }
    }
}

} // namespace saltdesk::models
