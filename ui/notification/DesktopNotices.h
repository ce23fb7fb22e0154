// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

class QDBusPendingCallWatcher;

namespace saltdesk::ui {

/// The door to the desktop's own notifications (org.freedesktop.Notifications). A notice that is clicked says so; one
/// of the same key takes the place of the last. Whether the desktop shows them just now is its own affair, and where it
/// has no such service nothing happens. GUI thread; nothing waits for the bus.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Plain text; what may stand on a shared screen is the caller's affair.
    void show(const QString &key, const QString &title, const QString &text);
    void withdraw(const QString &key);

signals:
    /// The notice was clicked.
    void activated(const QString &key);

private slots:
    // The names and arguments are the specification's.
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);
    void activationToken(uint id, const QString &token);

private:
    struct Waiting
    {
        QString key;
        QString title;
        QString text;
    };

    void askCapabilities();
    void learnCapabilities(const QDBusPendingCallWatcher &answer);
    void listen();
    void send(const Waiting &notice);
    void noteShown(const QString &key, uint id);
    void close(uint id);
    [[nodiscard]] QString keyOf(uint id) const;

    /// What the service can do; unset: it was not asked, or did not answer.
    std::optional<QStringList> m_capabilities;
    bool m_isAsking = false;
    bool m_isListening = false;
    std::vector<Waiting> m_waiting;
    /// By key; 0 while the service has not named it yet.
    QHash<QString, uint> m_shown;
};

} // namespace saltdesk::ui
