// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionsModel.h"
#include "notification/ConsentReminder.h"
#include "support/RowSpec.h"
#include "testing/ManualClock.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto day = 24h;
const QString account = u"an account"_s;

/// Connections 11, 12 and 13 of customer 22; their consents end in 9, 5 and 2 days.
struct Scene
{
    Scene()
        : connections(clock)
    {
        connections.beginReading(customerNamed(u"helpdesk-1"_s, u"22"_s));
        connections.addPage(pageOf({{.id = u"11"_s, .customer = u"22"_s},
                                    {.id = u"12"_s, .customer = u"22"_s},
                                    {.id = u"13"_s, .customer = u"22"_s}}));
        connections.endReading(true);
        connections.setConsents({consentOf(u"11"_s, ConsentKind::Active, 9 * day),
                                 consentOf(u"12"_s, ConsentKind::Active, 5 * day),
                                 consentOf(u"13"_s, ConsentKind::Active, 2 * day)});
    }
    [[nodiscard]] QStringList due(ConsentReminder &reminder) const
    {
        QStringList ids;
        for (const ConnectionSummary &connection : reminder.due(connections, clock.now())) {
            ids << connection.id.toString();
        }
        return ids;
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        connections.refreshTimes();
    }

    ManualClock clock;
    ConnectionsModel connections;
};

} // namespace

class ConsentReminderTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init() { QSettings().clear(); }

    void consentsThatEndSoonAreDueSoonestFirst()
    {
        const Scene scene;
        ConsentReminder reminder(account);
        QCOMPARE(scene.due(reminder), QStringList({u"13"_s, u"12"_s}));
    }

    void aConsentIsDueOncePerDay()
    {
        Scene scene;
        ConsentReminder reminder(account);
        QCOMPARE(scene.due(reminder).size(), qsizetype(2));
        QVERIFY(scene.due(reminder).isEmpty());
        scene.pass(1h);
        QVERIFY(scene.due(reminder).isEmpty());
        scene.pass(day);
        QCOMPARE(scene.due(reminder), QStringList({u"13"_s, u"12"_s}));
    }

    void aConsentThatComesNearOnTheSameDayIsDueAlone()
    {
        Scene scene;
        ConsentReminder reminder(account);
        QCOMPARE(scene.due(reminder).size(), qsizetype(2));
        scene.connections.setConsents(
            {consentOf(u"11"_s, ConsentKind::Active, 6 * day), consentOf(u"12"_s, ConsentKind::Active, 5 * day)});
        QCOMPARE(scene.due(reminder), QStringList{u"11"_s});
    }

    void aRestartDoesNotRepeatIt()
    {
        Scene scene;
        {
            ConsentReminder reminder(account);
            QCOMPARE(scene.due(reminder).size(), qsizetype(2));
        }
        ConsentReminder again(account);
        QVERIFY(scene.due(again).isEmpty());
        ConsentReminder other(u"another account"_s);
        QCOMPARE(scene.due(other).size(), qsizetype(2));
        scene.pass(day);
        ConsentReminder tomorrow(account);
        QCOMPARE(scene.due(tomorrow).size(), qsizetype(2));
        QCOMPARE(QSettings().value(u"consents-told/an account"_s).toStringList(),
                 QStringList({u"22 12 2026-11-24"_s, u"22 13 2026-11-24"_s}));
    }

    void withoutAnAccountNothingIsKept()
    {
        const Scene scene;
        ConsentReminder reminder({});
        QCOMPARE(scene.due(reminder).size(), qsizetype(2));
        QVERIFY(QSettings().allKeys().isEmpty());
    }

    void aForgottenCustomerLeavesNothing()
    {
        const Scene scene;
        ConsentReminder reminder(account);
        QCOMPARE(scene.due(reminder).size(), qsizetype(2));
        QVERIFY(reminder.forget(api::CustomerId(u"22"_s)));
        QVERIFY(QSettings().allKeys().isEmpty());
        QCOMPARE(scene.due(reminder).size(), qsizetype(2));
    }

private:
    QTemporaryDir m_settings;
};

QTEST_GUILESS_MAIN(ConsentReminderTest)
#include "tst_consentreminder.moc"
