// SPDX-License-Identifier: Apache-2.0
#include "Specimen.h"
#include "dialogs/RemoveDialog.h"
#include "dialogs/RevokeDialog.h"
#include "dialogs/ShortcutSheet.h"
#include "dialogs/UpdateDialog.h"
#include "dialogs/WarningsDialog.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::EnvironmentKind;
using testing::specimen;

namespace {

template <class T>
T *part(QWidget *dialog, const QString &name)
{
    return dialog->findChild<T *>(name);
}

bool says(const QWidget *dialog, const QString &words)
{
    const auto labels = dialog->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
}

api::Consent consent()
{
    api::Consent consent;
    consent.id = api::ConsentId(u"555"_s);
    return consent;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void anUpdateWithoutAChangeCantBeSent();
    void onlyWhatChangedIsSent_data();
    void onlyWhatChangedIsSent();
    void aChangeThatIsTakenBackIsNoChange();
    void onlyAnActiveConnectionCanBeMadeInactive();
    void aRemovalTellsWhatDies();
    void aRemovalIsNotTheDefault();
    void inLiveTheBanksNameIsTyped_data();
    void inLiveTheBanksNameIsTyped();
    void inLiveEnterNeitherRemovesNorGivesUp();
    void outsideLiveNothingIsTyped();
    void aRevocationTellsWhatEnds();
    void aRevocationIsAskedForAsARemovalIs();
    void aBanksNameIsNeverRichText();
    void everyWarningIsListed();
    void theSheetListsWhatHasAKey();
};

void TestDialogs::anUpdateWithoutAChangeCantBeSent()
{
    ui::UpdateDialog dialog(specimen(), EnvironmentKind::Sandbox);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QCOMPARE(dialog.windowTitle(), u"Update connection"_s);
    QVERIFY(dialog.request().isEmpty());
    QVERIFY(!part<QPushButton>(&dialog, u"update"_s)->isEnabled());
    QVERIFY(says(&dialog, u"Nothing is changed"_s));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestDialogs::onlyWhatChangedIsSent_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("told");
    QTest::newRow("daily refresh") << u"dailyRefresh"_s << u"Daily refresh: off → on"_s;
    QTest::newRow("credentials") << u"storeCredentials"_s << u"Stored credentials: yes → no"_s;
    QTest::newRow("inactive") << u"inactive"_s << u"active → inactive"_s;
}

void TestDialogs::onlyWhatChangedIsSent()
{
    QFETCH(const QString, box);
    QFETCH(const QString, told);
    ui::UpdateDialog dialog(specimen(), EnvironmentKind::Test);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    auto *check = part<QCheckBox>(&dialog, box);
    check->setFocus();
    QTest::keyClick(check, Qt::Key_Space);
    const api::UpdateConnectionRequest request = dialog.request();
    QCOMPARE(request.dailyRefresh.has_value(), box == u"dailyRefresh");
    QCOMPARE(request.storeCredentials.has_value(), box == u"storeCredentials");
    QCOMPARE(request.setInactive, box == u"inactive");
    QVERIFY(says(&dialog, told));
    QTest::mouseClick(part<QPushButton>(&dialog, u"update"_s), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void TestDialogs::aChangeThatIsTakenBackIsNoChange()
{
    ui::UpdateDialog dialog(specimen(), EnvironmentKind::Sandbox);
    auto *daily = part<QCheckBox>(&dialog, u"dailyRefresh"_s);
    daily->toggle();
    QCOMPARE(dialog.request().dailyRefresh, std::optional<bool>(true));
    daily->toggle();
    QVERIFY(dialog.request().isEmpty());
    QVERIFY(!part<QPushButton>(&dialog, u"update"_s)->isEnabled());
}

void TestDialogs::onlyAnActiveConnectionCanBeMadeInactive()
{
    auto connection = specimen();
    connection.status = api::ConnectionStatus::Inactive;
    connection.statusText = u"inactive"_s;
    ui::UpdateDialog inactive(connection, EnvironmentKind::Sandbox);
    QVERIFY(!part<QCheckBox>(&inactive, u"inactive"_s)->isEnabled());
    QVERIFY(part<QCheckBox>(&inactive, u"inactive"_s)->isChecked());
    QVERIFY(!inactive.request().setInactive);
    connection.status = api::ConnectionStatus::Unknown;
    ui::UpdateDialog unknown(connection, EnvironmentKind::Sandbox);
    QVERIFY(!part<QCheckBox>(&unknown, u"inactive"_s)->isEnabled());
}

void TestDialogs::aRemovalTellsWhatDies()
{
    auto connection = specimen();
    connection.dailyRefresh = true;
    connection.fetching = true;
    ui::RemoveDialog dialog(connection, EnvironmentKind::Sandbox);
    QCOMPARE(dialog.windowTitle(), u"Remove connection"_s);
    for (const QString &loss :
         {u"accounts and transactions"_s, u"consent"_s, u"stored credentials"_s, u"daily refresh"_s, u"running now"_s,
          u"can't be undone"_s, connection.id.toString(), connection.customerLabel}) {
        QVERIFY2(says(&dialog, loss), qPrintable(loss));
    }
    ui::RemoveDialog plain(specimen(), EnvironmentKind::Sandbox);
    QVERIFY(!says(&plain, u"daily refresh"_s));
    QVERIFY(!says(&plain, u"running now"_s));
}

void TestDialogs::aRemovalIsNotTheDefault()
{
    ui::RemoveDialog dialog(specimen(), EnvironmentKind::Sandbox);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.open();
    QVERIFY(!part<QPushButton>(&dialog, u"remove"_s)->isDefault());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(rejected.count(), 1);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 2);
    QCOMPARE(accepted.count(), 0);
    dialog.open();
    QTest::mouseClick(part<QPushButton>(&dialog, u"remove"_s), Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void TestDialogs::inLiveTheBanksNameIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("enough");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a part") << u"Fakebank"_s << false;
    QTest::newRow("other case") << u"fakebank simple"_s << false;
    QTest::newRow("too much") << u"Fakebank Simple 2"_s << false;
    QTest::newRow("the name") << u"Fakebank Simple"_s << true;
    QTest::newRow("pasted with spaces") << u"  Fakebank  Simple "_s << true;
}

void TestDialogs::inLiveTheBanksNameIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, enough);
    ui::RemoveDialog dialog(specimen(), EnvironmentKind::Live);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    auto *field = part<QLineEdit>(&dialog, u"confirm"_s);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, typed);
    QCOMPARE(part<QPushButton>(&dialog, u"remove"_s)->isEnabled(), enough);
    QTest::mouseClick(part<QPushButton>(&dialog, u"remove"_s), Qt::LeftButton);
    QCOMPARE(accepted.count(), enough ? 1 : 0);
}

void TestDialogs::inLiveEnterNeitherRemovesNorGivesUp()
{
    ui::RemoveDialog dialog(specimen(), EnvironmentKind::Live);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.open();
    auto *field = part<QLineEdit>(&dialog, u"confirm"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QTest::keyClicks(field, u"Fakebank Simple"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QCOMPARE(dialog.focusWidget(), part<QPushButton>(&dialog, u"remove"_s));
    // The next one is about the button that has the focus now.
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Space);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
}

void TestDialogs::outsideLiveNothingIsTyped()
{
    for (const EnvironmentKind kind : {EnvironmentKind::Sandbox, EnvironmentKind::Test}) {
        ui::RemoveDialog dialog(specimen(), kind);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        QVERIFY(!part<QLineEdit>(&dialog, u"confirm"_s)->isVisible());
        QVERIFY(part<QPushButton>(&dialog, u"remove"_s)->isEnabled());
    }
}

void TestDialogs::aRevocationTellsWhatEnds()
{
    auto connection = specimen();
    connection.dailyRefresh = true;
    ui::RevokeDialog dialog(connection, consent(), EnvironmentKind::Sandbox);
    QCOMPARE(dialog.windowTitle(), u"Revoke consent"_s);
    QCOMPARE(dialog.accessibleName(), u"Revoke consent"_s);
    QCOMPARE(part<QPushButton>(&dialog, u"revoke"_s)->text(), u"Revoke consent"_s);
    for (const QString &end : {u"can't be undone"_s, u"consent 555"_s, u"no more data until it is reconnected"_s,
                               u"daily refresh"_s, connection.id.toString(), connection.customerLabel}) {
        QVERIFY2(says(&dialog, end), qPrintable(end));
    }
    const ui::RevokeDialog plain(specimen(), consent(), EnvironmentKind::Sandbox);
    QVERIFY(!says(&plain, u"daily refresh"_s));
}

void TestDialogs::aRevocationIsAskedForAsARemovalIs()
{
    ui::RevokeDialog dialog(specimen(), consent(), EnvironmentKind::Live);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.open();
    auto *revoke = part<QPushButton>(&dialog, u"revoke"_s);
    QVERIFY(!revoke->isDefault() && !revoke->isEnabled());
    QTest::keyClicks(part<QLineEdit>(&dialog, u"confirm"_s), u"Fakebank Simple"_s);
    QVERIFY(revoke->isEnabled());
    QTest::mouseClick(revoke, Qt::LeftButton);
    QCOMPARE(accepted.count(), 1);
}

void TestDialogs::aBanksNameIsNeverRichText()
{
    auto connection = specimen();
    connection.providerName = u"<b>Bank</b><img src='https://evil.example/x.png'>"_s;
    ui::RemoveDialog remove(connection, EnvironmentKind::Live);
    ui::UpdateDialog update(connection, EnvironmentKind::Live);
    for (const QDialog *dialog : {static_cast<QDialog *>(&remove), static_cast<QDialog *>(&update)}) {
        QVERIFY(says(dialog, u"<b>Bank</b>"_s));
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
}

void TestDialogs::everyWarningIsListed()
{
    const std::vector<api::DecodeWarning> warnings{{.record = 2, .id = {}, .problem = u"no id"_s},
                                                   {.record = 7, .id = u"987"_s, .problem = u"status: not text"_s}};
    ui::WarningsDialog dialog(warnings);
    const QString text = dialog.findChild<QPlainTextEdit *>()->toPlainText();
    QCOMPARE(text, u"record 3: no id\n987: status: not text"_s);
}

void TestDialogs::theSheetListsWhatHasAKey()
{
    QAction keyed;
    keyed.setWhatsThis(u"Does a thing"_s);
    keyed.setShortcut(QKeySequence(u"Ctrl+J"_s));
    QAction mute;
    mute.setWhatsThis(u"Has no key"_s);
    ui::ShortcutSheet sheet({&keyed, &mute});
    QVERIFY(says(&sheet, u"Does a thing"_s));
    QVERIFY(says(&sheet, u"Ctrl+J"_s));
    QVERIFY(!says(&sheet, u"Has no key"_s));
}

QTEST_MAIN(TestDialogs)
#include "tst_ui_dialogs.moc"
