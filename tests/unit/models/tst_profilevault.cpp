// SPDX-License-Identifier: Apache-2.0
#include "secrets/ProfileVault.h"

#include "testing/FakeKeychain.h"
#include "testing/Intervals.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::Secret;
using models::KeychainAct;
using models::KeychainProblem;
using models::KeychainResult;
using models::ProfileSecrets;
using models::ProfileVault;
using testing::FakeKeychain;
using Keep = models::ProfileVault::Keep;

class TestProfileVault : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsKeptInTheKeychainIsThereTheNextTime();
    void whatIsKeptForThisSessionNeverReachesTheKeychain();
    void theSessionsSecretsWin();
    void savingInTheKeychainEndsTheSessionsCopy();
    void aKeychainThatFailsLosesNothing();
    void aProblemOfTheKeychainIsPassedOn_data();
    void aProblemOfTheKeychainIsPassedOn();
    void anEntryThatIsNotUnderstoodIsLeftAlone();
    void forgettingTakesBothCopies();
    void aSessionsProfileIsForgottenWithoutAKeychain();
    void aCopyLivesWhereTheFirstLives();
    void aCopyOfNothingIsNotFound();
    void aKeychainMayTakeItsTime();
    void whatTheSessionGotMeanwhileWinsOverALateKeychain();
    void whatTheSessionGotDuringASaveStays();
    void nobodyIsToldOnceTheContextIsGone();

private:
    [[nodiscard]] std::optional<KeychainResult<ProfileSecrets>> loadNow(const QString &profile);
    [[nodiscard]] std::optional<KeychainResult<void>> saveNow(const QString &profile, const ProfileSecrets &secrets,
                                                              Keep keep);
    [[nodiscard]] std::optional<KeychainResult<void>> forgetNow(const QString &profile);
    [[nodiscard]] std::optional<KeychainResult<void>> copyNow(const QString &from, const QString &to);

    std::unique_ptr<FakeKeychain> m_keychain;
    std::unique_ptr<ProfileVault> m_vault;
};

namespace {

ProfileSecrets holding(const char *secret)
{
    return {.secret = Secret::copyOf(secret), .proxyPassword = Secret::copyOf("proxy")};
}

template <class Result>
std::optional<Result> arrived(const std::shared_ptr<std::optional<Result>> &result)
{
    return QTest::qWaitFor([&result] { return result->has_value(); }) ? *result : std::nullopt;
}

template <class Result>
auto into(const std::shared_ptr<std::optional<Result>> &result)
{
    return [result](const Result &given) { *result = given; };
}

} // namespace

void TestProfileVault::init()
{
    m_keychain = std::make_unique<FakeKeychain>();
    m_vault = std::make_unique<ProfileVault>(*m_keychain);
}

void TestProfileVault::cleanup()
{
    m_vault.reset();
    m_keychain.reset();
}

std::optional<KeychainResult<ProfileSecrets>> TestProfileVault::loadNow(const QString &profile)
{
    const auto result = std::make_shared<std::optional<KeychainResult<ProfileSecrets>>>();
    m_vault->load(profile, this, into(result));
    return arrived(result);
}

std::optional<KeychainResult<void>> TestProfileVault::saveNow(const QString &profile, const ProfileSecrets &secrets,
                                                              Keep keep)
{
    const auto result = std::make_shared<std::optional<KeychainResult<void>>>();
    m_vault->save(profile, secrets, keep, this, into(result));
    return arrived(result);
}

std::optional<KeychainResult<void>> TestProfileVault::forgetNow(const QString &profile)
{
    const auto result = std::make_shared<std::optional<KeychainResult<void>>>();
    m_vault->forget(profile, this, into(result));
    return arrived(result);
}

std::optional<KeychainResult<void>> TestProfileVault::copyNow(const QString &from, const QString &to)
{
    const auto result = std::make_shared<std::optional<KeychainResult<void>>>();
    m_vault->copy(from, to, this, into(result));
    return arrived(result);
}

void TestProfileVault::whatIsKeptInTheKeychainIsThereTheNextTime()
{
    QVERIFY(saveNow(u"1"_s, holding("one"), Keep::InKeychain).value().has_value());
    QVERIFY(!m_vault->livesInSessionOnly(u"1"_s));

    m_vault = std::make_unique<ProfileVault>(*m_keychain);

    const auto loaded = loadNow(u"1"_s);
    QVERIFY(loaded && *loaded);
    QVERIFY(**loaded == holding("one"));
}

void TestProfileVault::whatIsKeptForThisSessionNeverReachesTheKeychain()
{
    QVERIFY(saveNow(u"1"_s, holding("one"), Keep::ForThisSession).value().has_value());

    QVERIFY(m_vault->livesInSessionOnly(u"1"_s));
    QVERIFY(**loadNow(u"1"_s) == holding("one"));
    QCOMPARE(m_keychain->count(KeychainAct::Write), 0);
    QCOMPARE(m_keychain->count(KeychainAct::Read), 0);
    m_vault = std::make_unique<ProfileVault>(*m_keychain);
    QCOMPARE(loadNow(u"1"_s)->error().problem, KeychainProblem::NotFound);
}

void TestProfileVault::theSessionsSecretsWin()
{
    QVERIFY(saveNow(u"1"_s, holding("old"), Keep::InKeychain).value().has_value());
    QVERIFY(saveNow(u"1"_s, holding("new"), Keep::ForThisSession).value().has_value());

    QVERIFY(**loadNow(u"1"_s) == holding("new"));
    m_vault = std::make_unique<ProfileVault>(*m_keychain);
    QVERIFY(**loadNow(u"1"_s) == holding("old"));
}

void TestProfileVault::savingInTheKeychainEndsTheSessionsCopy()
{
    QVERIFY(saveNow(u"1"_s, holding("first"), Keep::ForThisSession).value().has_value());
    QVERIFY(saveNow(u"1"_s, holding("second"), Keep::InKeychain).value().has_value());

    QVERIFY(!m_vault->livesInSessionOnly(u"1"_s));
    QVERIFY(**loadNow(u"1"_s) == holding("second"));
    QCOMPARE(m_keychain->count(KeychainAct::Read), 1);
}

void TestProfileVault::aKeychainThatFailsLosesNothing()
{
    QVERIFY(saveNow(u"1"_s, holding("first"), Keep::ForThisSession).value().has_value());
    m_keychain->fail(KeychainAct::Write, KeychainProblem::Locked);

    const auto saved = saveNow(u"1"_s, holding("second"), Keep::InKeychain);

    QCOMPARE(saved->error().problem, KeychainProblem::Locked);
    QVERIFY(m_vault->livesInSessionOnly(u"1"_s));
    QVERIFY(**loadNow(u"1"_s) == holding("first"));
}

void TestProfileVault::aProblemOfTheKeychainIsPassedOn_data()
{
    QTest::addColumn<KeychainProblem>("problem");
    QTest::newRow("not found") << KeychainProblem::NotFound;
    QTest::newRow("locked") << KeychainProblem::Locked;
    QTest::newRow("unavailable") << KeychainProblem::Unavailable;
    QTest::newRow("refused") << KeychainProblem::Refused;
    QTest::newRow("failed") << KeychainProblem::Failed;
}

void TestProfileVault::aProblemOfTheKeychainIsPassedOn()
{
    QFETCH(KeychainProblem, problem);
    m_keychain->failAll(problem);
    const models::KeychainError expected{problem, u"as ordered"_s};

    QCOMPARE(loadNow(u"1"_s)->error(), expected);
    QCOMPARE(saveNow(u"1"_s, holding("one"), Keep::InKeychain)->error(), expected);
    QCOMPARE(forgetNow(u"1"_s)->error(), expected);
    QCOMPARE(copyNow(u"1"_s, u"2"_s)->error(), expected);
}

void TestProfileVault::anEntryThatIsNotUnderstoodIsLeftAlone()
{
    const Secret newer = Secret::copyOf(R"({"version":2,"secret":"canary"})");
    m_keychain->put(u"profile/1"_s, newer);

    const auto loaded = loadNow(u"1"_s);

    QCOMPARE(loaded->error().problem, KeychainProblem::Failed);
    QVERIFY(!loaded->error().detail.isEmpty());
    QVERIFY(!loaded->error().detail.contains("canary"_L1));
    QVERIFY(m_keychain->entry(u"profile/1"_s) == newer);
}

void TestProfileVault::forgettingTakesBothCopies()
{
    QVERIFY(saveNow(u"1"_s, holding("old"), Keep::InKeychain).value().has_value());
    QVERIFY(saveNow(u"1"_s, holding("new"), Keep::ForThisSession).value().has_value());
    QVERIFY(saveNow(u"2"_s, holding("two"), Keep::InKeychain).value().has_value());

    QVERIFY(forgetNow(u"1"_s).value().has_value());

    QVERIFY(!m_vault->livesInSessionOnly(u"1"_s));
    QCOMPARE(loadNow(u"1"_s)->error().problem, KeychainProblem::NotFound);
    QVERIFY(**loadNow(u"2"_s) == holding("two"));
}

void TestProfileVault::aSessionsProfileIsForgottenWithoutAKeychain()
{
    m_keychain->failAll(KeychainProblem::Unavailable);
    QVERIFY(saveNow(u"1"_s, holding("one"), Keep::ForThisSession).value().has_value());

    QVERIFY(forgetNow(u"1"_s).value().has_value());
    QVERIFY(!m_vault->livesInSessionOnly(u"1"_s));
}

void TestProfileVault::aCopyLivesWhereTheFirstLives()
{
    QVERIFY(saveNow(u"1"_s, holding("one"), Keep::InKeychain).value().has_value());
    QVERIFY(saveNow(u"2"_s, holding("two"), Keep::ForThisSession).value().has_value());

    QVERIFY(copyNow(u"1"_s, u"3"_s).value().has_value());
    QVERIFY(copyNow(u"2"_s, u"4"_s).value().has_value());

    QVERIFY(!m_vault->livesInSessionOnly(u"3"_s));
    QVERIFY(**loadNow(u"3"_s) == holding("one"));
    QVERIFY(m_vault->livesInSessionOnly(u"4"_s));
    QVERIFY(**loadNow(u"4"_s) == holding("two"));
}

void TestProfileVault::aCopyOfNothingIsNotFound()
{
    QCOMPARE(copyNow(u"1"_s, u"2"_s)->error().problem, KeychainProblem::NotFound);
    QCOMPARE(m_keychain->count(KeychainAct::Write), 0);
}

void TestProfileVault::aKeychainMayTakeItsTime()
{
    QVERIFY(saveNow(u"1"_s, holding("one"), Keep::InKeychain).value().has_value());
    m_keychain->hold();
    int answers = 0;
    m_vault->load(u"1"_s, this, [&answers](const KeychainResult<ProfileSecrets> &) { ++answers; });

    QVERIFY(testing::passIntervals(1ms));
    QCOMPARE(answers, 0);
    m_keychain->release();

    QTRY_COMPARE(answers, 1);
    QVERIFY(testing::passIntervals(1ms));
    QCOMPARE(answers, 1);
}

void TestProfileVault::whatTheSessionGotMeanwhileWinsOverALateKeychain()
{
    QVERIFY(saveNow(u"1"_s, holding("old"), Keep::InKeychain).value().has_value());
    m_keychain->hold();
    const auto result = std::make_shared<std::optional<KeychainResult<ProfileSecrets>>>();
    m_vault->load(u"1"_s, this, into(result));
    QVERIFY(saveNow(u"1"_s, holding("new"), Keep::ForThisSession).value().has_value());

    m_keychain->release();

    const auto loaded = arrived(result);
    QVERIFY(loaded && *loaded);
    QVERIFY(**loaded == holding("new"));
}

void TestProfileVault::whatTheSessionGotDuringASaveStays()
{
    m_keychain->hold();
    const auto saved = std::make_shared<std::optional<KeychainResult<void>>>();
    m_vault->save(u"1"_s, holding("old"), Keep::InKeychain, this, into(saved));
    QVERIFY(saveNow(u"1"_s, holding("new"), Keep::ForThisSession).value().has_value());

    m_keychain->release();

    QVERIFY(arrived(saved).value().has_value());
    QVERIFY(m_vault->livesInSessionOnly(u"1"_s));
    QVERIFY(**loadNow(u"1"_s) == holding("new"));
}

void TestProfileVault::nobodyIsToldOnceTheContextIsGone()
{
    m_keychain->hold();
    int answers = 0;
    {
        QObject context;
        m_vault->load(u"1"_s, &context, [&answers](const KeychainResult<ProfileSecrets> &) { ++answers; });
        m_vault->save(u"1"_s, holding("one"), Keep::InKeychain, &context,
                      [&answers](const KeychainResult<void> &) { ++answers; });
        m_vault->copy(u"1"_s, u"2"_s, &context, [&answers](const KeychainResult<void> &) { ++answers; });
    }
    m_keychain->release();

    QVERIFY(testing::passIntervals(1ms));
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(TestProfileVault)
#include "tst_profilevault.moc"
