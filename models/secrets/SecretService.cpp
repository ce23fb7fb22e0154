// SPDX-License-Identifier: Apache-2.0
#include "secrets/SecretService.h"

#include <QMetaObject>
#include <QObject>

#ifdef SALTDESK_DBUS
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QMap>
#endif

namespace saltdesk::models {

#ifdef SALTDESK_DBUS

using namespace Qt::Literals::StringLiterals;

namespace {

using SeenService = std::function<void(const SecretServiceView &)>;
using EntryAttributes = QMap<QString, QString>;

constexpr auto secretsName = "org.freedesktop.secrets"_L1;
constexpr auto secretsPath = "/org/freedesktop/secrets"_L1;

QDBusMessage secretsCall(const QString &path, QLatin1StringView interface, QLatin1StringView method)
{
    return QDBusMessage::createMethodCall(secretsName, path, interface, method);
}

/// One look at the service: three questions, one after the other. Deletes itself after the answer, and with its parent.
class SecretServiceLook : public QObject
{
public:
    SecretServiceLook(QObject *context, SeenService seen)
        : QObject(context)
        , m_seen(std::move(seen))
    {}

    void start(const QString &service, const QString &entry)
    {
        qDBusRegisterMetaType<EntryAttributes>();
        QDBusMessage search = secretsCall(secretsPath, "org.freedesktop.Secret.Service"_L1, "SearchItems"_L1);
        // As QtKeychain writes them.
        search << QVariant::fromValue(EntryAttributes{{u"server"_s, service}, {u"user"_s, entry}});
        ask(search, [this](const QDBusPendingCall &call) { takeItems(call); });
    }

private:
    template <class Take>
    void ask(const QDBusMessage &question, Take take)
    {
        auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [take = std::move(take)](QDBusPendingCallWatcher *ended) { take(*ended); });
    }

    void takeItems(const QDBusPendingCall &call)
    {
        const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> reply = call;
        if (reply.isError()) {
            m_view.presence = presenceAfter(reply.error());
            end();
            return;
        }
        m_view.presence = SecretServiceView::Presence::Present;
        m_view.isEntryLocked = reply.argumentAt<0>().isEmpty() && !reply.argumentAt<1>().isEmpty();
        QDBusMessage alias = secretsCall(secretsPath, "org.freedesktop.Secret.Service"_L1, "ReadAlias"_L1);
        alias << u"default"_s;
        ask(alias, [this](const QDBusPendingCall &answer) { takeAlias(answer); });
    }

    void takeAlias(const QDBusPendingCall &call)
    {
        const QDBusPendingReply<QDBusObjectPath> reply = call;
        const QString path = reply.isError() ? QString() : reply.value().path();
        m_view.hasDefault = path.size() > 1;
        if (!m_view.hasDefault) {
            end();
            return;
        }
        QDBusMessage locked = secretsCall(path, "org.freedesktop.DBus.Properties"_L1, "Get"_L1);
        locked << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        ask(locked, [this](const QDBusPendingCall &answer) { takeLocked(answer); });
    }

    void takeLocked(const QDBusPendingCall &call)
    {
        const QDBusPendingReply<QDBusVariant> reply = call;
        m_view.isDefaultLocked = !reply.isError() && reply.value().variant().toBool();
        end();
    }

    [[nodiscard]] static SecretServiceView::Presence presenceAfter(const QDBusError &error)
    {
        if (error.type() == QDBusError::AccessDenied) {
            return SecretServiceView::Presence::Refusing;
        }
        const bool nobody = error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected ||
                            error.type() == QDBusError::NoServer ||
                            error.name().startsWith("org.freedesktop.DBus.Error.Spawn"_L1);
        return nobody ? SecretServiceView::Presence::Absent : SecretServiceView::Presence::Unknown;
    }

    void end()
    {
        deleteLater();
        m_seen(m_view);
    }

    SeenService m_seen;
    SecretServiceView m_view;
};

} // namespace

void viewSecretService(const QString &service, const QString &entry, QObject *context, SeenService seen)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(
            context,
            [seen = std::move(seen)] { seen(SecretServiceView{.presence = SecretServiceView::Presence::Absent}); },
            Qt::QueuedConnection);
        return;
    }
    (new SecretServiceLook(context, std::move(seen)))->start(service, entry);
}

#else

void viewSecretService(const QString &, const QString &, QObject *context,
                       std::function<void(const SecretServiceView &)> seen)
{
    QMetaObject::invokeMethod(
        context, [seen = std::move(seen)] { seen(SecretServiceView()); }, Qt::QueuedConnection);
}

#endif

} // namespace saltdesk::models
