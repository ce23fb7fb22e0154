// SPDX-License-Identifier: Apache-2.0
#include "question/RemotePicture.h"

#include "question/PictureFormat.h"
#include "transport/PrivateAddress.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QNetworkRequest pictureRequest(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "image/png, image/jpeg, image/gif, image/webp");
    // No compression: a small body that unpacks to a large one would get past the limit while it is being unpacked.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (url.scheme() == "https"_L1) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        request.setSslConfiguration(tls);
    }
    return request;
}

} // namespace

bool RemotePicture::isAllowed(const QUrl &url)
{
    return api::isPrivateAddress(url);
}

RemotePicture::RemotePicture(QNetworkAccessManager &network, const QUrl &url, QObject *parent)
    : RemotePicture(network, url, Limits(), parent)
{}

RemotePicture::RemotePicture(QNetworkAccessManager &network, const QUrl &url, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_url(url)
    , m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(tr("The server took too long to send it.")); });
}

RemotePicture::~RemotePicture()
{
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        delete m_reply;
    }
}

void RemotePicture::start()
{
    if (m_started) {
        return;
    }
    m_started = true;
    if (isAllowed(m_url)) {
        send();
        return;
    }
    const auto refuse = [this] { fail(tr("Its address isn't protected by https.")); };
    QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
}

void RemotePicture::send()
{
    m_deadline.start(m_limits.timeout);
    m_reply = m_network.get(pictureRequest(m_url));
    // Qt buffers no more than this, so a server that sends without end is held back by TCP.
    m_reply->setReadBufferSize(m_limits.bytes + 1);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &RemotePicture::judgeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &RemotePicture::collect);
    connect(m_reply, &QNetworkReply::finished, this, &RemotePicture::end);
}

void RemotePicture::judgeHead()
{
    const QString refusal = refusalOfHead();
    if (!refusal.isEmpty()) {
        fail(refusal);
    }
}

QString RemotePicture::refusalOfHead() const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString type = m_reply->header(QNetworkRequest::ContentTypeHeader).toString().trimmed().toLower();
    if (status >= 300 && status < 400) {
        return tr("The server sends to another address, which is not followed.");
    }
    if (status != 200) {
        return tr("The server answered with status %1.").arg(status);
    }
    if (!type.startsWith("image/"_L1) || type.startsWith("image/svg"_L1)) {
        return tr("The server sent something else than a picture.");
    }
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_limits.bytes) {
        return tr("The picture is too large.");
    }
    return {};
}

void RemotePicture::collect()
{
    m_bytes += m_reply->readAll();
    if (m_bytes.size() > m_limits.bytes) {
        fail(tr("The picture is too large."));
    }
}

void RemotePicture::end()
{
    if (m_reply->error() != QNetworkReply::NoError) {
        fail(tr("The server could not be reached, or it broke off."));
        return;
    }
    m_bytes += m_reply->readAll();
    const QString refusal = refusalOfHead();
    if (!refusal.isEmpty()) {
        fail(refusal);
    } else if (m_bytes.size() > m_limits.bytes) {
        fail(tr("The picture is too large."));
    } else if (pictureFormat(m_bytes).isEmpty()) {
        fail(tr("The server sent something else than a picture."));
    } else {
        m_deadline.stop();
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
        emit loaded(m_bytes);
    }
}

void RemotePicture::fail(const QString &reason)
{
    m_deadline.stop();
    if (m_reply != nullptr) {
        // Its deletion closes the connection; to abort it from within its own signals upsets it.
        m_reply->disconnect(this);
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    emit failed(reason);
}

} // namespace saltdesk::models
