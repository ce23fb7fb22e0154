// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "privacy/Personal.h"
#include "window/FindField.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

class RecentTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void theSandboxRemembersNobody();
    void aRecentCustomerIsTwoKeysAway();
    void typingAndEnterFindsWhatWasTyped();
    void aPinnedCustomerStandsFirst();
    void presenterModeOffersNobody();
    void aForgottenCustomerIsNotOffered();

private:
    static ui::FindField &fieldOf(OpenWindow &open);
    static QStringList offered(OpenWindow &open);
    [[nodiscard]] static WindowWish testAccount();

    QTemporaryDir m_folder;
};

void RecentTest::initTestCase()
{
    QCoreApplication::setOrganizationName(u"Saltdesk tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
}

void RecentTest::init()
{
    QSettings().clear();
}

WindowWish RecentTest::testAccount()
{
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Test;
    return wish;
}

ui::FindField &RecentTest::fieldOf(OpenWindow &open)
{
    return *open.window().findChild<ui::FindField *>();
}

/// What the list under the empty field shows.
QStringList RecentTest::offered(OpenWindow &open)
{
    ui::FindField &field = fieldOf(open);
    field.clearFocus();
    field.setFocus();
    field.clear();
    QTest::keyClick(&field, Qt::Key_Down);
    if (field.completer() == nullptr || !field.completer()->popup()->isVisible()) {
        return {};
    }
    QStringList labels;
    const QAbstractItemModel &model = *field.completer()->popup()->model();
    for (int row = 0; row < model.rowCount(); ++row) {
        labels << model.index(row, 0).data().toString();
    }
    field.completer()->popup()->hide();
    return labels;
}

void RecentTest::theSandboxRemembersNobody()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000123"_s));
    QCOMPARE(offered(open), QStringList());
    QVERIFY(!open.action(u"Pin this customer"_s)->isEnabled());
}

void RecentTest::aRecentCustomerIsTwoKeysAway()
{
    OpenWindow open(testAccount());
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QVERIFY(open.find(u"helpdesk-000123"_s));
    QCOMPARE(offered(open), (QStringList{u"helpdesk-000123"_s, u"helpdesk-000101"_s}));

    ui::FindField &field = fieldOf(open);
    QSignalSpy wanted(&field, &ui::FindField::wanted);
    QTest::keyClick(&field, Qt::Key_Down);
    QAbstractItemView *popup = field.completer()->popup();
    QVERIFY(popup->isVisible());
    QCOMPARE(popup->accessibleName(), u"Found on this computer"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"helpdesk-000101"_s);
    QTRY_COMPARE(open.workspace().scope().customerLabel(), u"helpdesk-000101"_s);
}

void RecentTest::typingAndEnterFindsWhatWasTyped()
{
    OpenWindow open(testAccount());
    QVERIFY(open.find(u"helpdesk-000123"_s));
    ui::FindField &field = fieldOf(open);
    field.setFocus();
    field.selectAll();
    QSignalSpy wanted(&field, &ui::FindField::wanted);
    // The list opens with somebody else in it; who is typed is who is found.
    QTest::keyClicks(&field, u"helpdesk-000"_s);
    QTRY_VERIFY(field.completer()->popup()->isVisible());
    QTest::keyClicks(field.completer()->popup(), u"101"_s);
    QTest::keyClick(field.completer()->popup()->isVisible() ? static_cast<QWidget *>(field.completer()->popup())
                                                            : &field,
                    Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.at(0).at(0).toString(), u"helpdesk-000101"_s);
}

void RecentTest::aPinnedCustomerStandsFirst()
{
    {
        OpenWindow open(testAccount());
        QVERIFY(open.find(u"helpdesk-000101"_s));
        QAction *pin = open.action(u"Pin this customer"_s);
        QTRY_VERIFY(pin->isEnabled());
        QVERIFY(!pin->isChecked());
        pin->trigger();
        QVERIFY(open.find(u"helpdesk-000123"_s));
        QVERIFY(!pin->isChecked());
        QCOMPARE(offered(open), (QStringList{u"helpdesk-000101"_s, u"helpdesk-000123"_s}));
        QVERIFY(open.find(u"helpdesk-000101"_s));
        QVERIFY(pin->isChecked());
    }
}

void RecentTest::presenterModeOffersNobody()
{
    OpenWindow open(testAccount());
    QVERIFY(open.find(u"helpdesk-000123"_s));
    QCOMPARE(offered(open).size(), 1);
    open.action(u"Presenter mode"_s)->trigger();
    QCOMPARE(offered(open), QStringList());
    open.action(u"Presenter mode"_s)->trigger();
    QCOMPARE(offered(open).size(), 1);
}

void RecentTest::aForgottenCustomerIsNotOffered()
{
    OpenWindow open(testAccount());
    QVERIFY(open.find(u"helpdesk-000123"_s));
    const api::CustomerId id = open.workspace().scope().customer()->id;
    (void)open.workspace().forgetCustomer(id);
    QCOMPARE(offered(open), QStringList());
    QVERIFY(QSettings().value(u"recent"_s).isNull());
}

QTEST_MAIN(RecentTest)
#include "tst_ui_recent.moc"
