// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "details/DetailsPane.h"
#include "privacy/Personal.h"
#include "privacy/VeiledPicture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QStatusBar>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

class EscalationTest : public QObject
{
    Q_OBJECT

private slots:
    void theTicketIsOfTheChosenConnection();
    void thePictureVeilsWhatIsPersonalAndLeavesTheWindowAsItWas();
    void nothingIsChosenNothingCanBeCopied();
};

void EscalationTest::theTicketIsOfTheChosenConnection()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000123"_s));
    open.chooseRow(open.rowOf(u"Fakebank Simple"_s));
    QTRY_VERIFY(open.workspace().lastAttempt().attempt().has_value());

    QTest::keyClick(&open.window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith("Fakebank Simple (fakebank_simple_xf): InvalidCredentials\n"_L1), qPrintable(text));
    QVERIFY(text.contains("Connection: 111111111111111111"_L1));
    QVERIFY(text.contains("  connect\n"_L1));
    QVERIFY(!text.contains("helpdesk-000123"_L1));
    QVERIFY(open.window().statusBar()->currentMessage().contains("InvalidCredentials"_L1));
}

void EscalationTest::thePictureVeilsWhatIsPersonalAndLeavesTheWindowAsItWas()
{
    QWidget page;
    auto *name = new QLabel(u"erika.mustermann"_s, &page);
    name->resize(200, 40);
    ui::markPersonal(name);
    auto *word = new QLabel(u"inactive"_s, &page);
    word->setGeometry(0, 50, 200, 40);
    page.resize(200, 100);
    page.show();
    const QImage before = page.grab().toImage();

    const QImage veiled = ui::veiledPicture(page).toImage();
    QVERIFY(veiled.copy(0, 0, 200, 40) != before.copy(0, 0, 200, 40));
    QCOMPARE(veiled.copy(0, 50, 200, 50), before.copy(0, 50, 200, 50));
    name->setText(u"somebody else!!!"_s);
    QCOMPARE(ui::veiledPicture(page).toImage(), veiled);
    name->setText(u"erika.mustermann"_s);
    QVERIFY(!ui::isVeiled(name));
    QCOMPARE(page.grab().toImage(), before);
}

void EscalationTest::nothingIsChosenNothingCanBeCopied()
{
    OpenWindow open;
    QVERIFY(!open.action(u"Copy ticket text"_s)->isEnabled());
    QVERIFY(!open.action(u"Copy picture of the details"_s)->isEnabled());
    QVERIFY(open.find(u"helpdesk-000123"_s));
    QVERIFY(open.action(u"Copy ticket text"_s)->isEnabled());
    open.action(u"Copy picture of the details"_s)->trigger();
    QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
}

QTEST_MAIN(EscalationTest)
#include "tst_ui_escalation.moc"
