// SPDX-License-Identifier: Apache-2.0
#include "notification/DesktopNotice.h"

#include <QtGlobal>

#ifdef SALTDESK_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

namespace saltdesk::ui {

#ifdef SALTDESK_DBUS

using namespace Qt::Literals::StringLiterals;

namespace {

QDBusMessage notificationsCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                          u"org.freedesktop.Notifications"_s, method);
}

} // namespace

void DesktopNotice::show(const QString &title, const QString &text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    QDBusMessage call = notificationsCall(u"Notify"_s);
    // The service may read the text as markup.
    call << u"Saltdesk"_s << m_last << u"dialog-question"_s << title << text.toHtmlEscaped() << QStringList()
         << QVariantMap() << -1;
    auto *pending = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(pending, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *ended) {
        const QDBusPendingReply<uint> reply = *ended;
        m_last = reply.isError() ? 0 : reply.value();
        ended->deleteLater();
    });
}

void DesktopNotice::withdraw()
{
    if (m_last == 0) {
        return;
    }
    QDBusMessage call = notificationsCall(u"CloseNotification"_s);
    call << std::exchange(m_last, 0);
    QDBusConnection::sessionBus().send(call);
}

#else

void DesktopNotice::show(const QString &, const QString &) {}

void DesktopNotice::withdraw() {}

#endif

} // namespace saltdesk::ui
