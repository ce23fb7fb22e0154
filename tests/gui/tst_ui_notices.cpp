// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "notification/DesktopNotices.h"
#include "notification/TrayIcon.h"

#include <QDBusConnection>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::Notice;
using testing::OpenWindow;
using ui::DesktopNotices;

/// The desktop's side: keeps what it is told, and clicks on demand. Needs a bus that nobody else answers on.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told
    {
        uint id = 0;
        uint replaces = 0;
        QString title;
        QString text;
        QStringList actions;
    };

    explicit NotificationService(QStringList capabilities = {u"body"_s, u"body-markup"_s, u"actions"_s})
        : m_capabilities(std::move(capabilities))
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, name()))
    {
        const bool isThere =
            m_bus.registerObject(u"/org/freedesktop/Notifications"_s, this,
                                 QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
            m_bus.registerService(u"org.freedesktop.Notifications"_s);
        if (!isThere) {
            qFatal("this bus has a notification service of its own");
        }
    }
    ~NotificationService() override
    {
        m_bus.unregisterService(u"org.freedesktop.Notifications"_s);
        QDBusConnection::disconnectFromBus(name());
    }

    QList<Told> told;
    QList<uint> closed;

public slots:
    // The names and arguments are the specification's.
    QStringList GetCapabilities() const { return m_capabilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        const uint id = replaces != 0 ? replaces : ++m_last;
        told.append({id, replaces, title, text, actions});
        return id;
    }
    void CloseNotification(uint id) { closed.append(id); }

signals:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    [[nodiscard]] QString name() const { return u"service-%1"_s.arg(quintptr(this)); }

    QStringList m_capabilities;
    QDBusConnection m_bus;
    uint m_last = 0;
};

namespace {

Notice notice(Notice::Kind kind, const api::ConnectionId &connection)
{
    return {.kind = kind, .title = u"A title"_s, .text = u"A text."_s, .connection = connection};
}

QMenu *menuWith(const OpenWindow &open, const QAction *action)
{
    for (QMenu *menu : const_cast<OpenWindow &>(open).window().findChildren<QMenu *>()) {
        if (menu->actions().contains(const_cast<QAction *>(action))) {
            return menu;
        }
    }
    return nullptr;
}

} // namespace

class TestNotices : public QObject
{
    Q_OBJECT

private slots:
    void aNoticeIsToldWithAWayToOpenIt()
    {
        NotificationService service;
        DesktopNotices notices;
        notices.show(u"a"_s, u"Title"_s, u"Text"_s);
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        QCOMPARE(service.told[0].title, u"Title"_s);
        QCOMPARE(service.told[0].text, u"Text"_s);
        QCOMPARE(service.told[0].actions.value(0), u"default"_s);
    }

    void whatTheServiceCantDoIsNotAskedOfIt_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasActions");
        QTest::newRow("reads markup") << QStringList{u"body-markup"_s} << u"&lt;b&gt;A &amp; B&lt;/b&gt;"_s << false;
        QTest::newRow("plain text") << QStringList{u"body"_s, u"actions"_s} << u"<b>A & B</b>"_s << true;
        QTest::newRow("nothing at all") << QStringList() << u"<b>A & B</b>"_s << false;
    }

    void whatTheServiceCantDoIsNotAskedOfIt()
    {
        QFETCH(const QStringList, capabilities);
        NotificationService service(capabilities);
        DesktopNotices notices;
        notices.show(u"a"_s, u"Title"_s, u"<b>A & B</b>"_s);
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        QTEST(service.told[0].text, "text");
        QTEST(!service.told[0].actions.isEmpty(), "hasActions");
    }

    void noticesOfOneKeyTakeEachOthersPlace()
    {
        NotificationService service;
        DesktopNotices notices;
        notices.show(u"a"_s, u"1"_s, {});
        notices.show(u"b"_s, u"2"_s, {});
        QTRY_COMPARE(service.told.size(), qsizetype(2));
        QSignalSpy activated(&notices, &DesktopNotices::activated);
        // The service has named the first one to us once a click on it is understood.
        QTRY_VERIFY((emit service.ActionInvoked(1, u"default"_s), !activated.isEmpty()));
        notices.show(u"a"_s, u"3"_s, {});
        QTRY_COMPARE(service.told.size(), qsizetype(3));
        QCOMPARE(service.told[2].replaces, service.told[0].id);
    }

    void aWithdrawnNoticeIsClosedEvenBeforeItHasAName()
    {
        NotificationService service;
        DesktopNotices notices;
        notices.show(u"a"_s, u"1"_s, {});
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        notices.withdraw(u"a"_s);
        QTRY_COMPARE(service.closed, QList<uint>{1});
        notices.show(u"b"_s, u"2"_s, {});
        notices.withdraw(u"b"_s);
        QTRY_COMPARE(service.closed, QList<uint>({1, 2}));
    }

    void aClickSaysWhichAndOthersClicksAreNotOurs()
    {
        NotificationService service;
        DesktopNotices notices;
        QSignalSpy activated(&notices, &DesktopNotices::activated);
        notices.show(u"a"_s, u"1"_s, {});
        notices.show(u"b"_s, u"2"_s, {});
        QTRY_COMPARE(service.told.size(), qsizetype(2));
        emit service.ActionInvoked(99, u"default"_s);
        emit service.ActionInvoked(2, u"settings"_s);
        QTRY_VERIFY((emit service.ActionInvoked(2, u"default"_s), !activated.isEmpty()));
        for (const QList<QVariant> &click : std::as_const(activated)) {
            QCOMPARE(click[0].toString(), u"b"_s);
        }
    }

    void withoutAServiceNothingHappensUntilOneComes()
    {
        DesktopNotices notices;
        notices.show(u"a"_s, u"lost"_s, {});
        QVERIFY(QTest::qWaitFor([&] { return notices.children().isEmpty(); }));
        NotificationService service;
        notices.show(u"a"_s, u"told"_s, {});
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        QCOMPARE(service.told[0].title, u"told"_s);
    }

    void aClickLeadsToTheConnection_data()
    {
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QString>("filter");
        QTest::newRow("of the customer shown") << u"helpdesk-000101"_s << QString();
        QTest::newRow("filtered away") << u"helpdesk-000101"_s << u"Fakebank"_s;
        QTest::newRow("of another customer") << u"helpdesk-000105"_s << QString();
    }

    void aClickLeadsToTheConnection()
    {
        QFETCH(const QString, customer);
        QFETCH(const QString, filter);
        NotificationService service;
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000101"_s));
        const api::ConnectionId revolut = open.model().idAt(open.rowOf(u"Revolut"_s));
        emit open.workspace().notices().raised(notice(Notice::Kind::ConsentsEnd, revolut));
        QTRY_VERIFY(!service.told.isEmpty());
        QVERIFY(open.find(customer));
        QTest::keyClicks(open.field(u"Filter"_s), filter);
        const uint id = service.told.last().id;
        QTRY_VERIFY((emit service.ActionInvoked(id, u"default"_s), open.rowOf(u"Revolut"_s) >= 0));
        QTRY_COMPARE(open.chosenBank(), u"Revolut"_s);
    }

    void whatTheWindowInFrontShowsIsNotToldTwice()
    {
        NotificationService service;
        OpenWindow open;
        const api::ConnectionId id(u"11"_s);
        emit open.workspace().notices().raised(notice(Notice::Kind::AttemptFailed, id));
        emit open.workspace().notices().raised(notice(Notice::Kind::Question, id));
        emit open.workspace().notices().raised(notice(Notice::Kind::ConsentsEnd, id));
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        QCOMPARE(service.told[0].title, u"A title"_s);
        emit open.workspace().notices().withdrawn(notice(Notice::Kind::ConsentsEnd, id).key());
        QTRY_COMPARE(service.closed, QList<uint>{service.told[0].id});
    }

    void whoIsNotToBeDisturbedIsTold_data()
    {
        QTest::addColumn<bool>("quiet");
        QTest::newRow("nothing") << true;
        QTest::newRow("again, once it is off") << false;
    }

    void whoIsNotToBeDisturbedIsTold()
    {
        QFETCH(const bool, quiet);
        NotificationService service;
        OpenWindow open;
        QAction *doNotDisturb = open.action(u"Do not disturb"_s);
        QVERIFY(!doNotDisturb->isChecked());
        const Notice first = notice(Notice::Kind::ConsentsEnd, api::ConnectionId(u"11"_s));
        emit open.workspace().notices().raised(first);
        QTRY_COMPARE(service.told.size(), qsizetype(1));
        doNotDisturb->trigger();
        QTRY_COMPARE(service.closed.size(), qsizetype(1));
        QVERIFY(open.says(u"Do not disturb"_s));
        if (!quiet) {
            doNotDisturb->trigger();
            QVERIFY(!open.says(u"Do not disturb"_s));
        }
        emit open.workspace().notices().raised(first);
        DesktopNotices marker;
        marker.show(u"marker"_s, u"marker"_s, {});
        QTRY_VERIFY(!service.told.isEmpty() && service.told.last().title == u"marker"_s);
        QCOMPARE(service.told.size(), qsizetype(quiet ? 2 : 3));
    }

    void withoutATrayTheChoiceSaysSo()
    {
        OpenWindow open;
        QAction *choice = open.action(u"Show in the system tray"_s);
        QVERIFY(!choice->isChecked());
        QVERIFY(!ui::TrayIcon::isPossible());
        emit menuWith(open, choice)->aboutToShow();
        QVERIFY(!choice->isEnabled());
        QVERIFY(choice->text().contains(u"this desktop has none"_s));
        QCOMPARE(choice->toolTip(), u"This desktop has no system tray."_s);
        QVERIFY(!QSettings().contains(u"notices/tray"_s));
    }

    void theTrayIconSaysHowManyQuestionsWait_data()
    {
        QTest::addColumn<int>("questions");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << u"Saltdesk: no bank waits for an answer"_s;
        QTest::newRow("one") << 1 << u"Saltdesk: one question of a bank waits for an answer"_s;
        QTest::newRow("several") << 3 << u"Saltdesk: 3 questions of banks wait for an answer"_s;
    }

    void theTrayIconSaysHowManyQuestionsWait()
    {
        QFETCH(const int, questions);
        QAction quit;
        ui::TrayIcon icon(quit);
        icon.tellWaiting(questions);
        QTEST(icon.text(), "text");
    }
};

QTEST_MAIN(TestNotices)
#include "tst_ui_notices.moc"
