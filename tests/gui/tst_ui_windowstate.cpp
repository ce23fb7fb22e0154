// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "connections/ConnectionsView.h"

#include <QFile>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ConnectionColumn;
using testing::OpenWindow;

class TestWindowState : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void columnsAndSortingComeBack();
    void untouchedColumnsAreNotRemembered();
    void theSizeComesBack();
    void brokenSettingsDoNoHarm();
    void nothingOfACustomerIsRemembered();
    void withoutANameNothingIsWritten();

private:
    QTemporaryDir m_folder;
};

void TestWindowState::init()
{
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(u"saltdesk-test"_s);
    QCoreApplication::setApplicationName(u"saltdesk-test"_s);
}

void TestWindowState::cleanup()
{
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-test"_s).clear();
}

void TestWindowState::columnsAndSortingComeBack()
{
    {
        OpenWindow open;
        QHeaderView *header = open.table()->horizontalHeader();
        header->setSectionHidden(int(ConnectionColumn::Country), true);
        header->resizeSection(int(ConnectionColumn::Bank), 222);
        open.table()->sortByColumn(int(ConnectionColumn::Bank), Qt::DescendingOrder);
        open.window().close();
    }
    OpenWindow open;
    QHeaderView *header = open.table()->horizontalHeader();
    QVERIFY(header->isSectionHidden(int(ConnectionColumn::Country)));
    QCOMPARE(header->sectionSize(int(ConnectionColumn::Bank)), 222);
    QCOMPARE(header->sortIndicatorSection(), int(ConnectionColumn::Bank));
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QCOMPARE(open.rowOf(u"Revolut"_s), 0);
}

void TestWindowState::untouchedColumnsAreNotRemembered()
{
    {
        OpenWindow open;
        open.window().close();
    }
    const QSettings stored(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-test"_s);
    QVERIFY(stored.contains(u"window/last/geometry"_s));
    QVERIFY(!stored.contains(u"window/last/columns-1"_s));
}

void TestWindowState::theSizeComesBack()
{
    {
        OpenWindow open;
        open.window().resize(700, 600);
        QTRY_COMPARE(open.window().size(), QSize(700, 600));
        open.window().close();
    }
    OpenWindow open;
    QCOMPARE(open.window().size(), QSize(700, 600));
}

void TestWindowState::brokenSettingsDoNoHarm()
{
    {
        QSettings stored(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-test"_s);
        stored.setValue(u"window/last/geometry"_s, QByteArray("nonsense"));
        stored.setValue(u"window/last/columns-1"_s, QByteArray("nonsense"));
        stored.setValue(u"window/last/splitter"_s, u"nonsense"_s);
    }
    OpenWindow open;
    QVERIFY(open.find(sandbox::Server::demoCustomer()));
    QVERIFY(open.table()->isVisible());
    QCOMPARE(open.table()->horizontalHeader()->sortIndicatorSection(), -1);
}

void TestWindowState::nothingOfACustomerIsRemembered()
{
    {
        OpenWindow open;
        QVERIFY(open.find(sandbox::Server::demoCustomer()));
        open.table()->horizontalHeader()->resizeSection(1, 222);
        open.window().close();
    }
    const QSettings stored(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-test"_s);
    QFile file(stored.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("helpdesk"));
}

void TestWindowState::withoutANameNothingIsWritten()
{
    QCoreApplication::setOrganizationName({});
    {
        OpenWindow open;
        open.window().close();
    }
    const QSettings stored(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-test"_s);
    QVERIFY(stored.allKeys().isEmpty());
}

QTEST_MAIN(TestWindowState)
#include "tst_ui_windowstate.moc"
