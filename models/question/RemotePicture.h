// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace saltdesk::models {

/// Loads one picture of a bank's question, after the agent asked for it: a plain GET that carries nothing of ours, to
/// that address and no other.
///
/// Ends with exactly one of loaded and failed, always after the event loop has turned; either may destroy it.
/// Destroying it aborts without a signal. The access manager is borrowed and outlives it. GUI thread.
class RemotePicture : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        /// From start to the last byte.
        std::chrono::milliseconds timeout = std::chrono::seconds(10);
        qint64 bytes = 4 * 1024 * 1024;
    };

    /// https, or http on this machine (the sandbox).
    [[nodiscard]] static bool isAllowed(const QUrl &url);

    RemotePicture(QNetworkAccessManager &network, const QUrl &url, QObject *parent = nullptr);
    RemotePicture(QNetworkAccessManager &network, const QUrl &url, const Limits &limits, QObject *parent = nullptr);
    ~RemotePicture() override;

    /// Once.
    void start();
    [[nodiscard]] const QUrl &url() const { return m_url; }

signals:
    /// A PNG, JPEG, GIF or WebP by its first bytes.
    void loaded(const QByteArray &bytes);
    /// `reason` is a whole sentence.
    void failed(const QString &reason);

private:
    void send();
    void judgeHead();
    void collect();
    void end();
    void fail(const QString &reason);
    [[nodiscard]] QString refusalOfHead() const;

    QNetworkAccessManager &m_network;
    QUrl m_url;
    Limits m_limits;
    QNetworkReply *m_reply = nullptr;
    QTimer m_deadline;
    QByteArray m_bytes;
    bool m_started = false;
};

} // namespace saltdesk::models
