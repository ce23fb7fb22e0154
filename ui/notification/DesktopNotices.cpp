// SPDX-License-Identifier: Apache-2.0
#include "notification/DesktopNotices.h"

#include <QtGlobal>

#ifdef SALTDESK_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>
#endif

#include <utility>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

#ifdef SALTDESK_DBUS

namespace {

const QString serviceName = u"org.freedesktop.Notifications"_s;
const QString objectPath = u"/org/freedesktop/Notifications"_s;
/// The action of a click on the notice itself.
const QString defaultAction = u"default"_s;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(serviceName, objectPath, serviceName, method);
}

} // namespace

void DesktopNotices::show(const QString &key, const QString &title, const QString &text)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    const Waiting notice{key, title, text};
    if (m_capabilities) {
        return send(notice);
    }
    std::erase_if(m_waiting, [&key](const Waiting &one) { return one.key == key; });
    m_waiting.push_back(notice);
    askCapabilities();
}

void DesktopNotices::askCapabilities()
{
    if (std::exchange(m_isAsking, true)) {
        return;
    }
    listen();
    const auto call = QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s));
    connect(new QDBusPendingCallWatcher(call, this), &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher *ended) {
                m_isAsking = false;
                learnCapabilities(*ended);
                ended->deleteLater();
            });
}

void DesktopNotices::learnCapabilities(const QDBusPendingCallWatcher &answer)
{
    const QDBusPendingReply<QStringList> reply = answer;
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    if (reply.isError()) {
        // Nobody shows notices here now; the next one asks again.
        return;
    }
    m_capabilities = reply.value();
    for (const Waiting &notice : waiting) {
        send(notice);
    }
}

void DesktopNotices::listen()
{
    if (std::exchange(m_isListening, true)) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    const auto on = [&](const QString &signal, const char *slot) {
        bus.connect(serviceName, objectPath, serviceName, signal, this, slot);
    };
    on(u"ActionInvoked"_s, SLOT(actionInvoked(uint, QString)));
    on(u"NotificationClosed"_s, SLOT(notificationClosed(uint, uint)));
    on(u"ActivationToken"_s, SLOT(activationToken(uint, QString)));
}

void DesktopNotices::send(const Waiting &notice)
{
    const bool readsMarkup = m_capabilities->contains(u"body-markup"_s);
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s)) {
        actions << defaultAction << tr("Open in Saltdesk");
    }
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    QDBusMessage call = callOf(u"Notify"_s);
    call << u"Saltdesk"_s << m_shown.value(notice.key) << QGuiApplication::desktopFileName() << notice.title
         << (readsMarkup ? notice.text.toHtmlEscaped() : notice.text) << actions << hints << -1;
    m_shown.insert(notice.key, m_shown.value(notice.key));
    auto *pending = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this,
            [this, key = notice.key](QDBusPendingCallWatcher *ended) {
                const QDBusPendingReply<uint> reply = *ended;
                noteShown(key, reply.isError() ? 0 : reply.value());
                ended->deleteLater();
            });
}

void DesktopNotices::noteShown(const QString &key, uint id)
{
    if (id == 0) {
        // Another service may follow, and it may be able to do other things.
        m_shown.remove(key);
        m_capabilities.reset();
    } else if (m_shown.contains(key)) {
        m_shown.insert(key, id);
    } else {
        // It was withdrawn before the service had named it.
        close(id);
    }
}

void DesktopNotices::withdraw(const QString &key)
{
    std::erase_if(m_waiting, [&key](const Waiting &one) { return one.key == key; });
    close(m_shown.take(key));
}

void DesktopNotices::close(uint id)
{
    if (id != 0) {
        QDBusMessage call = callOf(u"CloseNotification"_s);
        call << id;
        QDBusConnection::sessionBus().send(call);
    }
}

#else

void DesktopNotices::show(const QString &, const QString &, const QString &) {}

void DesktopNotices::withdraw(const QString &) {}

#endif

QString DesktopNotices::keyOf(uint id) const
{
    return id == 0 ? QString() : m_shown.key(id);
}

void DesktopNotices::actionInvoked(uint id, const QString &action)
{
    // Every program on the bus hears of every click.
    const QString key = keyOf(id);
    if (!key.isEmpty() && action == "default"_L1) {
        emit activated(key);
    }
}

void DesktopNotices::notificationClosed(uint id, uint)
{
    // A newer one of the same key, that the service has not named yet, goes on.
    if (const QString key = keyOf(id); !key.isEmpty()) {
        m_shown.remove(key);
    }
}

void DesktopNotices::activationToken(uint id, const QString &token)
{
    // Where the desktop gives the focus to nobody by himself (Wayland), Qt hands this over when a window asks for it.
    if (!keyOf(id).isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    }
}

} // namespace saltdesk::ui
