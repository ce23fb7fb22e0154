// SPDX-License-Identifier: Apache-2.0
#include "Application.h"
#include "ProfileScene.h"
#include "profiles/OpeningDialog.h"
#include "profiles/ProfilesDialog.h"
#include "profiles/WelcomeDialog.h"
#include "testing/Intervals.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using models::KeychainProblem;
using testing::ProfileScene;

/// The composition root, from the first start on: which window stands in front, and what it works with.
class TestApplication : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theFirstStartWelcomes();
    void theSandboxIsOneClickAway();
    void whatWasTypedGoesWhenNobodyIsThere();
    void theProfileUsedLastOpensByItself();
    void aNamedProfileOpens();
    void anUnknownNameIsAMistake();
    void aLockedKeychainIsSaidAndAskedAgain();
    void missingKeysLeadToTheForm();
    void anotherProfileTakesTheFirstOnesPlace();
    void aKeychainThatAnswersLateChangesNothing();
    void theMenuSwitchesByKey();
    void eachProfileKeepsItsWindow();
    void aForbiddenEnvironmentIsNotOpened();
    void aPolicyThatIsNotUnderstoodIsSaid();
    void damagedProfilesAreSaid();

private:
    /// Profiles are read from where the program looks for them.
    models::Profile saved(const QString &name);
    void start(const QStringList &arguments = {});
    template <class Window>
    [[nodiscard]] static Window *shown();
    [[nodiscard]] static QAction *action(const QString &text);

    std::unique_ptr<ProfileScene> m_scene;
    QTemporaryDir m_home;
    std::unique_ptr<app::Application> m_application;
    tl::expected<void, app::StartFailure> m_started;
    QString m_policy;
};

void TestApplication::init()
{
    QCoreApplication::setOrganizationName(u"saltdesk-test"_s);
    QCoreApplication::setApplicationName(u"saltdesk-test"_s);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    QFile::remove(models::ProfileFile::defaultPath());
    m_policy = m_home.filePath(u"none.ini"_s);
    m_scene = std::make_unique<ProfileScene>();
}

void TestApplication::cleanup()
{
    m_application.reset();
    m_scene.reset();
    for (const QString &file : QDir(m_home.path()).entryList(QDir::Files)) {
        QFile::remove(m_home.filePath(file));
    }
    QDir(m_home.filePath(u"saltdesk-test"_s)).removeRecursively();
}

models::Profile TestApplication::saved(const QString &name)
{
    const models::Profile profile = m_scene->saved(name);
    models::ProfileStore store{models::ProfileFile(models::ProfileFile::defaultPath())};
    if (!store.save(profile)) {
        qFatal("the profile could not be saved");
    }
    return profile;
}

void TestApplication::start(const QStringList &arguments)
{
    const auto line = app::CommandLine::parse(QStringList{u"saltdesk"_s} + arguments);
    QVERIFY(line.has_value());
    m_application = std::make_unique<app::Application>(*qApp, *line, m_scene->keychain, m_policy);
    m_started = m_application->start();
}

template <class Window>
Window *TestApplication::shown()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *wanted = qobject_cast<Window *>(window); wanted != nullptr && wanted->isVisible()) {
            return wanted;
        }
    }
    return nullptr;
}

QAction *TestApplication::action(const QString &text)
{
    const auto actions = shown<ui::MainWindow>()->findChildren<QAction *>();
    const auto found =
        std::ranges::find_if(actions, [&](const QAction *one) { return one->text().remove(u'&').startsWith(text); });
    return found == actions.end() ? nullptr : *found;
}

void TestApplication::theFirstStartWelcomes()
{
    start();
    QVERIFY(m_started.has_value());
    QTRY_VERIFY(shown<ui::WelcomeDialog>() != nullptr);
    QVERIFY(shown<ui::MainWindow>() == nullptr);
}

void TestApplication::theSandboxIsOneClickAway()
{
    start();
    QTRY_VERIFY(shown<ui::WelcomeDialog>() != nullptr);
    QVERIFY(ProfileScene::press(*shown<ui::WelcomeDialog>(), u"Try the sandbox"_s));
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    auto *table = shown<ui::MainWindow>()->findChild<QTableView *>(u"connections"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 20'000);
}

void TestApplication::whatWasTypedGoesWhenNobodyIsThere()
{
    start();
    QTRY_VERIFY(shown<ui::WelcomeDialog>() != nullptr);
    const QPointer<ui::WelcomeDialog> first = shown<ui::WelcomeDialog>();
    QVERIFY(ProfileScene::press(*first, u"Connect with my keys"_s));
    ProfileScene::type(*first, u"Secret"_s, u"canary"_s);
    m_application->idleLock().lock();
    QTRY_VERIFY(first.isNull());
    QTRY_VERIFY(shown<ui::WelcomeDialog>() != nullptr);
    QVERIFY(ProfileScene::button(*shown<ui::WelcomeDialog>(), u"Connect with my keys"_s) != nullptr);
    QVERIFY(!m_application->idleLock().isLocked());
}

void TestApplication::theProfileUsedLastOpensByItself()
{
    const models::Profile acme = saved(u"Acme"_s);
    saved(u"Other"_s);
    models::ProfileStore(models::ProfileFile(models::ProfileFile::defaultPath())).setLast(acme.id);
    start();
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    QVERIFY(ProfileScene::named<QWidget>(*shown<ui::MainWindow>(), u"Profile"_s) != nullptr);
    QTRY_COMPARE(ProfileScene::button(*shown<ui::MainWindow>(), u"Acme"_s) != nullptr, true);
}

void TestApplication::aNamedProfileOpens()
{
    saved(u"Acme, test"_s);
    start({u"--profile"_s, u"acme, TEST"_s, u"--customer"_s, u"helpdesk-000123"_s});
    QVERIFY(m_started.has_value());
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    auto *table = shown<ui::MainWindow>()->findChild<QTableView *>(u"connections"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 20'000);
    // Remembered for the next start.
    QCOMPARE(models::ProfileStore(models::ProfileFile(models::ProfileFile::defaultPath())).last().value().name,
             u"Acme, test"_s);
}

void TestApplication::anUnknownNameIsAMistake()
{
    saved(u"Acme"_s);
    start({u"--profile"_s, u"Nobody"_s});
    QVERIFY(!m_started.has_value());
    QVERIFY2(m_started.error().line.contains(u"Nobody"_s) && m_started.error().line.contains(u"Acme"_s),
             qPrintable(m_started.error().line));
}

void TestApplication::aLockedKeychainIsSaidAndAskedAgain()
{
    saved(u"Acme"_s);
    m_scene->keychain.fail(models::KeychainAct::Read, KeychainProblem::Locked);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::OpeningDialog>() != nullptr);
    QVERIFY(ProfileScene::says(*shown<ui::OpeningDialog>(), u"locked"_s));
    m_scene->keychain.work();
    m_scene->keychain.hold();
    QVERIFY(ProfileScene::press(*shown<ui::OpeningDialog>(), u"Try again"_s));
    QTRY_VERIFY(ProfileScene::says(*shown<ui::OpeningDialog>(), u"Asking the keychain"_s));
    QVERIFY(shown<ui::MainWindow>() == nullptr);
    m_scene->keychain.release();
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    QTRY_VERIFY(shown<ui::OpeningDialog>() == nullptr);
}

void TestApplication::missingKeysLeadToTheForm()
{
    saved(u"Acme"_s);
    m_scene->keychain.fail(models::KeychainAct::Read, KeychainProblem::NotFound);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::OpeningDialog>() != nullptr);
    QVERIFY(ProfileScene::press(*shown<ui::OpeningDialog>(), u"Enter the keys"_s));
    QTRY_VERIFY(shown<ui::ProfilesDialog>() != nullptr);
    m_scene->keychain.work();
    ui::ProfilesDialog &dialog = *shown<ui::ProfilesDialog>();
    QTRY_VERIFY(ProfileScene::button(dialog, u"Test and save"_s)->isEnabled());
    ProfileScene::type(dialog, u"Secret"_s, m_scene->server.secret());
    QVERIFY(ProfileScene::press(dialog, u"Test and save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(ProfileScene::button(dialog, u"Use this profile"_s) != nullptr, 20'000);
    QVERIFY(ProfileScene::press(dialog, u"Use this profile"_s));
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
}

void TestApplication::anotherProfileTakesTheFirstOnesPlace()
{
    saved(u"Acme"_s);
    saved(u"Other"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    const QPointer<ui::MainWindow> first = shown<ui::MainWindow>();
    action(u"Profiles…"_s)->trigger();
    auto *dialog = first->findChild<ui::ProfilesDialog *>();
    QVERIFY(dialog != nullptr);
    auto *list = ProfileScene::named<QAbstractItemView>(*dialog, u"Profiles"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(ProfileScene::press(*dialog, u"Use this profile"_s));
    QTRY_VERIFY(first.isNull());
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    QVERIFY(ProfileScene::button(*shown<ui::MainWindow>(), u"Other"_s) != nullptr);
}

void TestApplication::aKeychainThatAnswersLateChangesNothing()
{
    saved(u"Acme"_s);
    saved(u"Other"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    m_scene->keychain.hold();
    action(u"Other"_s)->trigger();
    QTRY_VERIFY(shown<ui::OpeningDialog>() != nullptr);
    action(u"Built-in sandbox"_s)->trigger();
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr && action(u"Built-in sandbox"_s)->isChecked());
    QTRY_VERIFY(shown<ui::OpeningDialog>() == nullptr);
    const QPointer<ui::MainWindow> sandbox = shown<ui::MainWindow>();
    m_scene->keychain.release();
    QTRY_COMPARE(m_scene->keychain.waiting(), qsizetype{0});
    QVERIFY(testing::passIntervals(std::chrono::milliseconds{1}));
    QCOMPARE(shown<ui::MainWindow>(), sandbox.data());
}

void TestApplication::theMenuSwitchesByKey()
{
    saved(u"Acme"_s);
    saved(u"Other"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(shown<ui::MainWindow>()));
    QTest::keyClick(shown<ui::MainWindow>(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr &&
                ProfileScene::button(*shown<ui::MainWindow>(), u"Other"_s) != nullptr);
    QVERIFY(action(u"Other"_s)->isChecked() && !action(u"Acme"_s)->isChecked());
    QTest::keyClick(shown<ui::MainWindow>(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr && action(u"Built-in sandbox"_s)->isChecked());
}

void TestApplication::eachProfileKeepsItsWindow()
{
    saved(u"Acme"_s);
    saved(u"Other"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    shown<ui::MainWindow>()->resize(1000, 610);
    QVERIFY(QTest::qWaitForWindowActive(shown<ui::MainWindow>()));
    QTest::keyClick(shown<ui::MainWindow>(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr &&
                ProfileScene::button(*shown<ui::MainWindow>(), u"Other"_s) != nullptr);
    // A profile without a state of its own begins with the one seen last.
    QTRY_COMPARE(shown<ui::MainWindow>()->size(), QSize(1000, 610));
    shown<ui::MainWindow>()->resize(1100, 700);
    QVERIFY(QTest::qWaitForWindowActive(shown<ui::MainWindow>()));
    QTest::keyClick(shown<ui::MainWindow>(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr &&
                ProfileScene::button(*shown<ui::MainWindow>(), u"Acme"_s) != nullptr);
    QTRY_COMPARE(shown<ui::MainWindow>()->size(), QSize(1000, 610));
}

void TestApplication::aForbiddenEnvironmentIsNotOpened()
{
    QFile policy(m_home.filePath(u"policy.ini"_s));
    QVERIFY(policy.open(QIODevice::WriteOnly));
    policy.write("[profiles]\nforbid=test,sandbox\n");
    policy.close();
    m_policy = policy.fileName();
    saved(u"Acme"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::OpeningDialog>() != nullptr);
    QTRY_VERIFY(ProfileScene::says(*shown<ui::OpeningDialog>(), u"policy forbids"_s));
    QVERIFY(shown<ui::MainWindow>() == nullptr);
    m_application.reset();
    start({u"--sandbox"_s});
    QVERIFY(!m_started.has_value());
    QVERIFY(m_started.error().line.contains(u"policy"_s));
}

void TestApplication::aPolicyThatIsNotUnderstoodIsSaid()
{
    QFile policy(m_home.filePath(u"policy.ini"_s));
    QVERIFY(policy.open(QIODevice::WriteOnly));
    policy.write("[writes]\nread_only=perhaps\n");
    policy.close();
    m_policy = policy.fileName();
    saved(u"Acme"_s);
    start({u"--profile=Acme"_s});
    QTRY_VERIFY(shown<ui::MainWindow>() != nullptr);
    QTRY_VERIFY(ProfileScene::says(*shown<ui::MainWindow>(), u"read_only is neither true nor false"_s));
}

void TestApplication::damagedProfilesAreSaid()
{
    QDir().mkpath(QFileInfo(models::ProfileFile::defaultPath()).path());
    QFile file(models::ProfileFile::defaultPath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("half a li");
    file.close();
    start();
    QTRY_VERIFY(shown<ui::WelcomeDialog>() != nullptr);
    QVERIFY(ProfileScene::says(*shown<ui::WelcomeDialog>(), u"is damaged"_s));
}

QTEST_MAIN(TestApplication)
#include "tst_ui_application.moc"
