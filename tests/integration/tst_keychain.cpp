// SPDX-License-Identifier: Apache-2.0
#include "secrets/ProfileVault.h"
#include "secrets/SystemKeychain.h"
#include "testing/Intervals.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QTest>

#include <memory>
#include <optional>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using api::Secret;
using models::KeychainProblem;
using models::KeychainResult;
using models::SystemKeychain;

namespace {

constexpr auto secretService = "org.freedesktop.secrets"_L1;

/// A keychain's answers as values; turns the event loop until they are there.
class AskedKeychain
{
public:
    [[nodiscard]] KeychainResult<Secret> read(const QString &entry)
    {
        return await<Secret>([&](auto take) { m_keychain.read(entry, &m_context, take); });
    }
    [[nodiscard]] KeychainResult<void> write(const QString &entry, const QByteArray &value)
    {
        return await<void>([&](auto take) { m_keychain.write(entry, Secret::copyOf(value), &m_context, take); });
    }
    [[nodiscard]] KeychainResult<void> remove(const QString &entry)
    {
        return await<void>([&](auto take) { m_keychain.remove(entry, &m_context, take); });
    }

private:
    template <class T, class Ask>
    [[nodiscard]] KeychainResult<T> await(Ask ask)
    {
        const auto result = std::make_shared<std::optional<KeychainResult<T>>>();
        ask([result](const KeychainResult<T> &given) {
            // Exactly once.
            Q_ASSERT(!result->has_value());
            *result = given;
        });
        if (result->has_value() || !QTest::qWaitFor([&] { return result->has_value(); }, 30'000)) {
            qFatal("the keychain answered at once, or not at all");
        }
        return **result;
    }

    SystemKeychain m_keychain;
    QObject m_context;
};

template <class T>
std::optional<KeychainProblem> problemIn(const KeychainResult<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().problem);
}

void lockDefaultKeychain()
{
    QDBusMessage lock = QDBusMessage::createMethodCall(secretService, u"/org/freedesktop/secrets"_s,
                                                       u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)});
    const QDBusMessage reply = QDBusConnection::sessionBus().call(lock);
    QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
}

} // namespace

/// Beside a real gnome-keyring, whose keychain is open when the test starts and which can ask nobody for a password.
class TestWithKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasWrittenIsReadBack_data();
    void whatWasWrittenIsReadBack();
    void aSecondWriteReplacesTheFirst();
    void whatWasNeverWrittenIsNotFound();
    void whatWasRemovedIsNotFound();
    void removingNothingSucceeds();
    void entriesDoNotMixWithAnotherServices();
    void aProfileComesBackWhole();
    void manyAtOnceEachGetTheirOwn();
    void nobodyIsToldOnceTheContextIsGone();
    /// The last one: nobody can unlock it again.
    void aLockedKeychainIsNeitherEmptyNorAbsent();

private:
    AskedKeychain m_keychain;
};

void TestWithKeychain::initTestCase()
{
    QTRY_VERIFY_WITH_TIMEOUT(QDBusConnection::sessionBus().interface()->isServiceRegistered(secretService), 20'000);
}

void TestWithKeychain::whatWasWrittenIsReadBack_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("text") << QByteArray("s3cret");
    QTest::newRow("UTF-8") << QByteArray("пароль ✓ ü");
    QTest::newRow("binary") << QByteArray("\0\x01\xff\0\x80\n", 6);
    QTest::newRow("a trailing newline") << QByteArray("line\n");
    QTest::newRow("8 kB") << QByteArray(8192, 'k');
    QTest::newRow("8 kB of every byte") << [] {
        QByteArray bytes;
        for (int i = 0; i < 8192; ++i) {
            bytes.append(static_cast<char>(i * 7));
        }
        return bytes;
    }();
}

void TestWithKeychain::whatWasWrittenIsReadBack()
{
    QFETCH(QByteArray, value);
    QVERIFY(m_keychain.write(u"kept"_s, value).has_value());

    const auto read = m_keychain.read(u"kept"_s);

    QVERIFY(read.has_value());
    QCOMPARE(read->reveal().toByteArray(), value);
}

void TestWithKeychain::aSecondWriteReplacesTheFirst()
{
    QVERIFY(m_keychain.write(u"twice"_s, "first").has_value());
    QVERIFY(m_keychain.write(u"twice"_s, "second").has_value());

    const auto read = m_keychain.read(u"twice"_s);

    QVERIFY(read.has_value());
    QCOMPARE(read->reveal(), QByteArrayView("second"));
}

void TestWithKeychain::whatWasNeverWrittenIsNotFound()
{
    QCOMPARE(problemIn(m_keychain.read(u"never"_s)), std::optional(KeychainProblem::NotFound));
}

void TestWithKeychain::whatWasRemovedIsNotFound()
{
    QVERIFY(m_keychain.write(u"gone"_s, "soon").has_value());
    QVERIFY(m_keychain.remove(u"gone"_s).has_value());

    QCOMPARE(problemIn(m_keychain.read(u"gone"_s)), std::optional(KeychainProblem::NotFound));
}

void TestWithKeychain::removingNothingSucceeds()
{
    QVERIFY(m_keychain.remove(u"never"_s).has_value());
}

void TestWithKeychain::entriesDoNotMixWithAnotherServices()
{
    QVERIFY(m_keychain.write(u"same name"_s, "ours").has_value());
    SystemKeychain theirs(u"Somebody else"_s);
    std::optional<KeychainProblem> problem;

    theirs.read(u"same name"_s, this, [&](const KeychainResult<Secret> &found) { problem = problemIn(found); });

    QTRY_COMPARE(problem, std::optional(KeychainProblem::NotFound));
}

void TestWithKeychain::aProfileComesBackWhole()
{
    const models::ProfileSecrets secrets{Secret::copyOf("s3cret"), Secret::copyOf("-----BEGIN PRIVATE KEY-----\n"),
                                         Secret::copyOf("pass phrase"), Secret::copyOf("proxy")};
    SystemKeychain keychain;
    models::ProfileVault vault(keychain);
    std::optional<KeychainResult<models::ProfileSecrets>> loaded;

    vault.save(u"7"_s, secrets, models::ProfileVault::Keep::InKeychain, this, [&](const KeychainResult<void> &saved) {
        QVERIFY(saved.has_value());
        vault.load(u"7"_s, this, [&](const KeychainResult<models::ProfileSecrets> &found) { loaded = found; });
    });

    QTRY_VERIFY(loaded.has_value());
    QVERIFY(loaded->has_value());
    QVERIFY(**loaded == secrets);
}

void TestWithKeychain::manyAtOnceEachGetTheirOwn()
{
    SystemKeychain keychain;
    QStringList read;
    for (const QString &name : {u"x"_s, u"y"_s, u"z"_s}) {
        keychain.write(name, Secret(name.toUtf8()), this, [](const KeychainResult<void> &) {});
        keychain.read(name, this, [&read](const KeychainResult<Secret> &found) {
            read << (found ? QString::fromUtf8(found->reveal()) : u"nothing"_s);
        });
    }

    QTRY_COMPARE(read, (QStringList{u"x"_s, u"y"_s, u"z"_s}));
}

void TestWithKeychain::nobodyIsToldOnceTheContextIsGone()
{
    SystemKeychain keychain;
    int answers = 0;
    {
        QObject context;
        keychain.read(u"kept"_s, &context, [&answers](const KeychainResult<Secret> &) { ++answers; });
        keychain.read(u"never"_s, &context, [&answers](const KeychainResult<Secret> &) { ++answers; });
    }
    // Jobs run one after the other, so these two are over.
    QVERIFY(m_keychain.read(u"kept"_s).has_value());
    QVERIFY(testing::passIntervals(1ms));
    QCOMPARE(answers, 0);
}

void TestWithKeychain::aLockedKeychainIsNeitherEmptyNorAbsent()
{
    QVERIFY(m_keychain.write(u"behind the lock"_s, "value").has_value());
    lockDefaultKeychain();

    QCOMPARE(problemIn(m_keychain.read(u"behind the lock"_s)), std::optional(KeychainProblem::Locked));
    QCOMPARE(problemIn(m_keychain.read(u"never"_s)), std::optional(KeychainProblem::Locked));
    QCOMPARE(problemIn(m_keychain.write(u"behind the lock"_s, "new")), std::optional(KeychainProblem::Locked));
    QCOMPARE(problemIn(m_keychain.write(u"another"_s, "new")), std::optional(KeychainProblem::Locked));
    QCOMPARE(problemIn(m_keychain.remove(u"behind the lock"_s)), std::optional(KeychainProblem::Locked));
    QVERIFY(m_keychain.remove(u"never"_s).has_value());
}

/// On a bus where nobody is or could become the Secret Service, and without a bus: the same for who asks.
class TestWithoutKeychain : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsUnavailable();
    void theSessionsSecretsNeedNone();
};

void TestWithoutKeychain::everythingIsUnavailable()
{
    AskedKeychain keychain;

    QCOMPARE(problemIn(keychain.read(u"any"_s)), std::optional(KeychainProblem::Unavailable));
    QCOMPARE(problemIn(keychain.write(u"any"_s, "value")), std::optional(KeychainProblem::Unavailable));
    QCOMPARE(problemIn(keychain.remove(u"any"_s)), std::optional(KeychainProblem::Unavailable));
}

void TestWithoutKeychain::theSessionsSecretsNeedNone()
{
    SystemKeychain keychain;
    models::ProfileVault vault(keychain);
    bool forgotten = false;

    vault.save(u"1"_s, {}, models::ProfileVault::Keep::ForThisSession, this, [&](const KeychainResult<void> &saved) {
        QVERIFY(saved.has_value());
        vault.forget(u"1"_s, this, [&](const KeychainResult<void> &result) { forgotten = result.has_value(); });
    });

    QTRY_VERIFY(forgotten);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString surroundings = application.arguments().value(1);
    if (surroundings == "with-keychain"_L1) {
        TestWithKeychain test;
        return QTest::qExec(&test);
    }
    if (surroundings == "without-keychain"_L1 || surroundings == "without-bus"_L1) {
        TestWithoutKeychain test;
        return QTest::qExec(&test);
    }
    qCritical("usage: tst_keychain with-keychain|without-keychain|without-bus (see keychain/run)");
    return 2;
}

#include "tst_keychain.moc"
