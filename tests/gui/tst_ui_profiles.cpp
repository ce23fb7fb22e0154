// SPDX-License-Identifier: Apache-2.0
#include "ProfileScene.h"
#include "profiles/ProfilesDialog.h"
#include "profiles/WelcomeDialog.h"
#include "testing/TestCertificate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using models::KeychainAct;
using models::KeychainProblem;
using testing::ProfileScene;

class TestProfiles : public QObject
{
    Q_OBJECT

private slots:
    void welcomeOffersTheSandboxWithOneClick();
    void aStrangerWithKeysIsThroughInFourFields();
    void wrongKeysAreNotSaved();
    void liveIsProvedWithoutAWrite_data();
    void liveIsProvedWithoutAWrite();
    void theKeysAreInTheKeychainAndNowhereElse();
    void badInputMarksItsField_data();
    void badInputMarksItsField();
    void withoutAKeychainThisSessionIsOffered();
    void aKeychainThatTakesAMinuteCanBeLeft();
    void whatIsKeptIsTakenBackWhenNobodyWaits();
    void whatCannotBeReadIsNotOverwritten();
    void aSigningKeyCanBeTakenOut();
    void whatOnlyChangesTheNameIsNotProvedAgain();
    void anEmptySecretKeepsTheOldOne();
    void aSigningKeyIsReadFromItsFile();
    void escapeGoesBackBeforeItCloses();
    void whatWasTypedIsWipedOnTheWayBack();
    void aDuplicateHasTheKeysToo();
    void removingAsksAndTakesTheKeysAlong();
    void exportAndImportLeaveTheSecretsOut();
    void usingOneTellsWhich();
    void testNamesTheFailingHop();
    void everyControlHasANameAndEveryFieldALabel();
    void settingsThatCannotBeWrittenLoseNothing();
};

namespace {

ui::ProfilesDialog *opened(ProfileScene &scene, const QString &current = {})
{
    auto *dialog = new ui::ProfilesDialog(scene.services(), current);
    dialog->open();
    if (!QTest::qWaitForWindowExposed(dialog)) {
        qFatal("the dialog did not open");
    }
    return dialog;
}

/// Adds a profile by hand, as far as pressing the main button.
void fillIn(ProfileScene &scene, const QWidget &dialog, const QString &name, const QString &secret)
{
    ProfileScene::type(dialog, u"Name"_s, name);
    ProfileScene::type(dialog, u"Address of the API"_s, scene.server.baseUrl().toString());
    ProfileScene::type(dialog, u"App-id"_s, scene.server.appId());
    ProfileScene::type(dialog, u"Secret"_s, secret);
}

bool isClosed(const QPointer<ui::ProfilesDialog> &dialog)
{
    return dialog.isNull() || !dialog->isVisible();
}

} // namespace

void TestProfiles::welcomeOffersTheSandboxWithOneClick()
{
    ProfileScene scene;
    QPointer<ui::WelcomeDialog> dialog = new ui::WelcomeDialog(scene.services());
    QSignalSpy wanted(dialog, &ui::WelcomeDialog::sandboxWanted);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QCOMPARE(dialog->accessibleName(), u"Welcome"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Try the sandbox"_s));
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(dialog.isNull());
    QVERIFY(scene.profilesFile().isEmpty());
}

void TestProfiles::aStrangerWithKeysIsThroughInFourFields()
{
    ProfileScene scene;
    QPointer<ui::WelcomeDialog> dialog = new ui::WelcomeDialog(scene.services());
    QSignalSpy wanted(dialog, &ui::WelcomeDialog::profileWanted);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QVERIFY(ProfileScene::press(*dialog, u"Connect with my keys"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, 20'000);
    QCOMPARE(scene.store.profiles().size(), 1);
    QCOMPARE(scene.store.profiles().constFirst().id, wanted.constFirst().constFirst().toString());
    QTRY_VERIFY(dialog.isNull());
}

void TestProfiles::wrongKeysAreNotSaved()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, u"canary-wrong-secret"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::button(*dialog, u"Test again"_s) != nullptr, 20'000);
    QVERIFY(ProfileScene::says(*dialog, u"ApiKeyNotFound"_s));
    QVERIFY(!ProfileScene::says(*dialog, u"canary-wrong-secret"_s));
    QCOMPARE(scene.keychain.count(KeychainAct::Write), 0);
    QVERIFY(scene.store.profiles().isEmpty());
    // What was typed is still there.
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    QCOMPARE(ProfileScene::named<QLineEdit>(*dialog, u"Name"_s)->text(), u"Acme"_s);
    ProfileScene::type(*dialog, u"Secret"_s, scene.server.secret());
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.profiles().size(), 1, 20'000);
    delete dialog;
}

void TestProfiles::liveIsProvedWithoutAWrite_data()
{
    QTest::addColumn<QString>("environment");
    QTest::addColumn<int>("writes");
    QTest::newRow("Live") << u"Live: real customers"_s << 0;
    // The permission for direct credentials can be told by a write only.
    QTest::newRow("Test") << u"Test: real banks, test customers"_s << 1;
}

void TestProfiles::liveIsProvedWithoutAWrite()
{
    QFETCH(const QString, environment);
    QFETCH(const int, writes);
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    auto *choice = ProfileScene::named<QComboBox>(*dialog, u"Environment"_s);
    choice->setCurrentText(environment);
    QCOMPARE(choice->currentText(), environment);
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.profiles().size(), 1, 20'000);
    const auto log = scene.server.requestLog();
    QVERIFY(!log.empty());
    QCOMPARE(std::ranges::count_if(log, [](const auto &request) { return request.method != "GET"; }), writes);
    delete dialog;
}

void TestProfiles::theKeysAreInTheKeychainAndNowhereElse()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.store.profiles().size(), 1, 20'000);
    QCOMPARE(scene.keychain.count(KeychainAct::Write), 1);
    QVERIFY(!scene.profilesFile().contains(scene.server.secret().toUtf8()));
    QVERIFY(scene.profilesFile().contains("Acme"));
    for (const QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
        QVERIFY(!field->text().contains(scene.server.secret()));
    }
    delete dialog;
}

void TestProfiles::badInputMarksItsField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << u"Name"_s << u"  "_s << u"needs a name"_s;
    QTest::newRow("a name that is taken") << u"Name"_s << u"taken"_s << u"of this name"_s;
    QTest::newRow("plain http") << u"Address of the API"_s << u"http://api.example.com/api/v5"_s << u"https"_s;
    QTest::newRow("no address") << u"Address of the API"_s << u"not an address"_s << u"no address"_s;
    QTest::newRow("no App-id") << u"App-id"_s << u" "_s << u"App-id is missing"_s;
    QTest::newRow("no secret") << u"Secret"_s << u" "_s << u"secret is missing"_s;
    QTest::newRow("a secret with a space") << u"Secret"_s << u"a b"_s << u"no secret has"_s;
    QTest::newRow("no such key file") << u"Signing key (PEM file)"_s << u"/nonexistent.pem"_s << u"can't be read"_s;
    QTest::newRow("no such certificates")
        << u"Extra certificates to trust (PEM file)"_s << u"/nonexistent.pem"_s << u"can't be read"_s;
}

void TestProfiles::badInputMarksItsField()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    ProfileScene scene;
    scene.saved(u"Taken"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    QVERIFY(ProfileScene::press(*dialog, u"More: signing key, proxy, certificates, language"_s));
    ProfileScene::type(*dialog, field, text);
    const auto before = scene.server.requestLog().size();
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QVERIFY2(ProfileScene::says(*dialog, says), qPrintable(says));
    QTRY_COMPARE(dialog->focusWidget()->accessibleName(), field);
    QVERIFY(dialog->focusWidget()->accessibleDescription().contains(says));
    QCOMPARE(scene.server.requestLog().size(), before);
    // It is taken back with the next key.
    QTest::keyClicks(dialog->focusWidget(), u"x"_s);
    QVERIFY(!ProfileScene::says(*dialog, says));
    delete dialog;
}

void TestProfiles::withoutAKeychainThisSessionIsOffered()
{
    ProfileScene scene;
    scene.keychain.failAll(KeychainProblem::Unavailable);
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::button(*dialog, u"For this session only"_s) != nullptr, 20'000);
    QVERIFY(scene.store.profiles().isEmpty());
    QVERIFY(ProfileScene::press(*dialog, u"For this session only"_s));
    QTRY_COMPARE(scene.store.profiles().size(), 1);
    const QString id = scene.store.profiles().constFirst().id;
    QVERIFY(scene.vault.livesInSessionOnly(id));
    QVERIFY(!scene.profilesFile().contains(scene.server.secret().toUtf8()));
    delete dialog;
}

void TestProfiles::aKeychainThatTakesAMinuteCanBeLeft()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    scene.keychain.hold();
    QVERIFY(ProfileScene::press(*dialog, u"Edit"_s));
    QTRY_VERIFY(ProfileScene::says(*dialog, u"Asking the keychain"_s));
    QVERIFY(!ProfileScene::button(*dialog, u"Test and save"_s)->isEnabled());
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    QVERIFY(ProfileScene::button(*dialog, u"Use this profile"_s)->isEnabled());
    scene.keychain.release();
    QTRY_COMPARE(scene.keychain.waiting(), 0);
    QVERIFY(ProfileScene::button(*dialog, u"Use this profile"_s) != nullptr);
    delete dialog;
}

void TestProfiles::whatIsKeptIsTakenBackWhenNobodyWaits()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    scene.keychain.hold();
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_COMPARE_WITH_TIMEOUT(scene.keychain.waiting(), qsizetype{1}, 20'000);
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    scene.keychain.release();
    QTRY_COMPARE(scene.keychain.count(KeychainAct::Remove), 1);
    QVERIFY(scene.store.profiles().isEmpty());
    QVERIFY(ProfileScene::button(*dialog, u"Test and save"_s)->isEnabled());
    delete dialog;
}

void TestProfiles::whatCannotBeReadIsNotOverwritten()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    scene.keychain.fail(KeychainAct::Read, KeychainProblem::Locked);
    QVERIFY(ProfileScene::press(*dialog, u"Edit"_s));
    QTRY_VERIFY(ProfileScene::button(*dialog, u"Try again"_s) != nullptr);
    QVERIFY(!ProfileScene::button(*dialog, u"Test and save"_s)->isEnabled());
    scene.keychain.work();
    QVERIFY(ProfileScene::press(*dialog, u"Try again"_s));
    QTRY_VERIFY(ProfileScene::button(*dialog, u"Test and save"_s)->isEnabled());
    QVERIFY(ProfileScene::named<QLineEdit>(*dialog, u"Secret"_s)->placeholderText().contains(u"kept"_s));
    QCOMPARE(scene.keychain.count(KeychainAct::Write), 1);
    delete dialog;
}

void TestProfiles::aSigningKeyCanBeTakenOut()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    models::ProfileSecrets signing = scene.secrets();
    signing.signingKey = api::Secret(testing::rsaKeyPem(2048));
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    bool kept = false;
    scene.vault.save(acme.id, signing, models::ProfileVault::Keep::InKeychain, dialog,
                     [&](const models::KeychainResult<void> &) { kept = true; });
    QTRY_VERIFY(kept);
    QVERIFY(ProfileScene::press(*dialog, u"Edit"_s));
    QTRY_VERIFY(ProfileScene::named<QPushButton>(*dialog, u"Remove: Signing key (PEM file)"_s) != nullptr);
    ProfileScene::named<QPushButton>(*dialog, u"Remove: Signing key (PEM file)"_s)->click();
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    // The sandbox would refuse a signature it can't check.
    QTRY_COMPARE_WITH_TIMEOUT(scene.keychain.count(KeychainAct::Write), 3, 20'000);
    std::optional<models::KeychainResult<models::ProfileSecrets>> loaded;
    scene.vault.load(acme.id, dialog, [&](const auto &secrets) { loaded = secrets; });
    QTRY_VERIFY(loaded.has_value());
    QVERIFY(loaded->has_value() && **loaded == scene.secrets());
    delete dialog;
}

void TestProfiles::whatOnlyChangesTheNameIsNotProvedAgain()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    QVERIFY(ProfileScene::press(*dialog, u"Edit"_s));
    QTRY_VERIFY(ProfileScene::button(*dialog, u"Test and save"_s)->isEnabled());
    ProfileScene::type(*dialog, u"Name"_s, u"Acme, test"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_COMPARE(scene.store.profiles().constFirst().name, u"Acme, test"_s);
    QVERIFY(scene.server.requestLog().empty());
    delete dialog;
}

void TestProfiles::anEmptySecretKeepsTheOldOne()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    QVERIFY(ProfileScene::press(*dialog, u"Edit"_s));
    QTRY_VERIFY(ProfileScene::named<QLineEdit>(*dialog, u"Secret"_s)->placeholderText().contains(u"kept"_s));
    QVERIFY(ProfileScene::named<QLineEdit>(*dialog, u"Secret"_s)->text().isEmpty());
    // A change that has to be proved: with the kept secret it is.
    ProfileScene::type(*dialog, u"Address of the API"_s, scene.server.baseUrl().toString() + u'/');
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(scene.store.profiles().constFirst().baseUrl != acme.baseUrl, 20'000);
    delete dialog;
}

void TestProfiles::aSigningKeyIsReadFromItsFile()
{
    ProfileScene scene;
    QFile pem(scene.folder.filePath(u"schlüssel der firma.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(testing::rsaKeyPem(2048, "open sesame"));
    pem.close();
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    QVERIFY(ProfileScene::press(*dialog, u"More: signing key, proxy, certificates, language"_s));
    ProfileScene::type(*dialog, u"Signing key (PEM file)"_s, pem.fileName());
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QVERIFY(ProfileScene::says(*dialog, u"passphrase is needed"_s));
    QTRY_COMPARE(dialog->focusWidget()->accessibleName(), u"Passphrase of the signing key"_s);
    ProfileScene::type(*dialog, u"Passphrase of the signing key"_s, u"wrong"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QVERIFY(ProfileScene::says(*dialog, u"passphrase is wrong"_s));
    ProfileScene::type(*dialog, u"Passphrase of the signing key"_s, u"open sesame"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    // The sandbox knows no public key of ours: the proof says so, and what is sent is signed.
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::says(*dialog, u"PublicKeyNotProvided"_s), 20'000);
    delete dialog;
}

void TestProfiles::escapeGoesBackBeforeItCloses()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    QVERIFY(ProfileScene::button(*dialog, u"Test and save"_s) != nullptr);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QVERIFY(ProfileScene::button(*dialog, u"Use this profile"_s) != nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(isClosed(dialog));
}

void TestProfiles::whatWasTypedIsWipedOnTheWayBack()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    ProfileScene::type(*dialog, u"Secret"_s, u"canary"_s);
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    for (const QLineEdit *field : dialog->findChildren<QLineEdit *>()) {
        QVERIFY(!field->text().contains(u"canary"_s));
    }
    delete dialog;
}

void TestProfiles::aDuplicateHasTheKeysToo()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    QVERIFY(ProfileScene::press(*dialog, u"Duplicate"_s));
    QTRY_COMPARE(scene.store.profiles().size(), 2);
    const models::Profile copy = scene.store.profiles().constLast();
    QCOMPARE(copy.name, u"Acme 2"_s);
    QVERIFY(copy.id != acme.id);
    QTRY_COMPARE(scene.keychain.count(KeychainAct::Write), 2);
    std::optional<models::KeychainResult<models::ProfileSecrets>> loaded;
    scene.vault.load(copy.id, dialog, [&](const auto &secrets) { loaded = secrets; });
    QTRY_VERIFY(loaded.has_value());
    QVERIFY(loaded->has_value() && **loaded == scene.secrets());
    delete dialog;
}

void TestProfiles::removingAsksAndTakesTheKeysAlong()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    QVERIFY(ProfileScene::press(*dialog, u"Remove profile"_s));
    QCOMPARE(scene.store.profiles().size(), 1);
    QVERIFY(ProfileScene::says(*dialog, u"Remove the profile “Acme”?"_s));
    const auto all = dialog->findChildren<QPushButton *>();
    const auto confirm = std::ranges::find_if(all, [&](const QPushButton *one) {
        return one->isVisible() && one->text() == u"Remove profile"_s; // the other one has a mnemonic
    });
    QVERIFY(confirm != all.end());
    QTest::mouseClick(*confirm, Qt::LeftButton);
    QTRY_VERIFY(scene.store.profiles().isEmpty());
    QTRY_COMPARE(scene.keychain.count(KeychainAct::Remove), 1);
    delete dialog;
}

void TestProfiles::exportAndImportLeaveTheSecretsOut()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    const QString path = scene.folder.filePath(u"export.json"_s);
    const auto choose = [&](const QString &button) {
        QVERIFY(ProfileScene::press(*dialog, button));
        auto *chooser = dialog->findChild<QFileDialog *>();
        QVERIFY(chooser != nullptr);
        chooser->selectFile(path);
        QVERIFY(QMetaObject::invokeMethod(chooser, "accept"));
        QTRY_VERIFY(dialog->findChild<QFileDialog *>() == nullptr);
    };
    choose(u"Export…"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray exported = file.readAll();
    QVERIFY(exported.contains("Acme"));
    QVERIFY(!exported.contains(scene.server.secret().toUtf8()));
    choose(u"Import…"_s);
    QCOMPARE(scene.store.profiles().size(), 2);
    QCOMPARE(scene.store.profiles().constLast().name, u"Acme 2"_s);
    QVERIFY(ProfileScene::says(*dialog, u"One profile was imported."_s));
    delete dialog;
}

void TestProfiles::usingOneTellsWhich()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    {
        QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
        QSignalSpy wanted(dialog, &ui::ProfilesDialog::profileWanted);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), acme.id);
        QTRY_VERIFY(dialog.isNull());
    }
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QSignalSpy wanted(dialog, &ui::ProfilesDialog::sandboxWanted);
    QVERIFY(ProfileScene::press(*dialog, u"Use this profile"_s));
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(dialog.isNull());
}

void TestProfiles::testNamesTheFailingHop()
{
    ProfileScene scene;
    const models::Profile acme = scene.saved(u"Acme"_s);
    QPointer<ui::ProfilesDialog> dialog = opened(scene, acme.id);
    scene.keychain.fail(KeychainAct::Read, KeychainProblem::Locked);
    QVERIFY(ProfileScene::press(*dialog, u"Test connection"_s));
    QTRY_VERIFY(ProfileScene::button(*dialog, u"Test again"_s) != nullptr);
    QVERIFY(ProfileScene::says(*dialog, u"locked"_s));
    scene.keychain.work();
    QVERIFY(ProfileScene::press(*dialog, u"Test again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(scene.server.requestLog().size() > 0, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::button(*dialog, u"Test again"_s) != nullptr, 20'000);
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    QVERIFY(ProfileScene::button(*dialog, u"Use this profile"_s) != nullptr);
    delete dialog;
}

void TestProfiles::everyControlHasANameAndEveryFieldALabel()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    QVERIFY(ProfileScene::press(*dialog, u"More: signing key, proxy, certificates, language"_s));
    auto *proxy = ProfileScene::named<QComboBox>(*dialog, u"Proxy"_s);
    QVERIFY(proxy != nullptr);
    proxy->setCurrentIndex(1);
    QSet<const QWidget *> labelled;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        labelled << label->buddy();
    }
    int fields = 0;
    for (const QWidget *control : dialog->findChildren<QWidget *>()) {
        if (!control->isVisible() || !(control->focusPolicy() & Qt::TabFocus) || control->focusProxy() != nullptr) {
            continue;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty()),
                 control->metaObject()->className());
        const bool isField =
            qobject_cast<const QLineEdit *>(control) != nullptr || qobject_cast<const QComboBox *>(control) != nullptr;
        // The port stands in the row of the host, whose label names both.
        if (isField && qobject_cast<const QAbstractSpinBox *>(control->parentWidget()) == nullptr) {
            QVERIFY2(labelled.contains(control), qPrintable(control->accessibleName()));
            ++fields;
        }
    }
    QVERIFY(fields >= 11);
    delete dialog;
}

void TestProfiles::settingsThatCannotBeWrittenLoseNothing()
{
    ProfileScene scene;
    QPointer<ui::ProfilesDialog> dialog = opened(scene);
    QVERIFY(ProfileScene::press(*dialog, u"Add profile"_s));
    fillIn(scene, *dialog, u"Acme"_s, scene.server.secret());
    // A folder in the file's place.
    QVERIFY(QDir(scene.folder.path()).mkpath(u"profiles.json/x"_s));
    QVERIFY(ProfileScene::press(*dialog, u"Test and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::says(*dialog, u"was not saved"_s), 20'000);
    QVERIFY(ProfileScene::says(*dialog, u"nothing is written"_s));
    QVERIFY(ProfileScene::press(*dialog, u"Back"_s));
    QCOMPARE(ProfileScene::named<QLineEdit>(*dialog, u"Name"_s)->text(), u"Acme"_s);
    QVERIFY(!ProfileScene::named<QLineEdit>(*dialog, u"Secret"_s)->text().isEmpty());
    // And no key is left behind for a profile that nobody would ever see.
    QTRY_COMPARE(scene.keychain.count(KeychainAct::Remove), 1);
    delete dialog;
}

QTEST_MAIN(TestProfiles)
#include "tst_ui_profiles.moc"
