// SPDX-License-Identifier: Apache-2.0
#include "policy/Policy.h"
#include "testing/TestCertificate.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

class TestPolicy : public QObject
{
    Q_OBJECT

private slots:
    void withoutAFileNothingIsForbidden();
    void oneThatCannotBeReachedIsNotNone();
    void inQuotesTheWordsCountToo();
    void everythingCanBeDecided();
    void commentsMayStandBehindAValue();
    void theProxyIsRead_data();
    void theProxyIsRead();
    void whatCannotBeUnderstoodLocksWrites_data();
    void whatCannotBeUnderstoodLocksWrites();

private:
    [[nodiscard]] Policy read(const QByteArray &text)
    {
        // A file of its own each time: QSettings goes by name, size and time whether to read one again.
        QFile file(m_folder.filePath(u"policy-%1.ini"_s.arg(++m_files)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("no policy could be written");
        }
        file.close();
        return Policy::read(file.fileName());
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void TestPolicy::withoutAFileNothingIsForbidden()
{
    const Policy policy = Policy::read(m_folder.filePath(u"none.ini"_s));
    QVERIFY(!policy.isReadOnly());
    QVERIFY(!policy.forbids(EnvironmentKind::Live));
    QVERIFY(!policy.proxy());
    QVERIFY(policy.certificates().isEmpty());
    QVERIFY(policy.warnings().isEmpty());
}

void TestPolicy::oneThatCannotBeReachedIsNotNone()
{
    const QString link = m_folder.filePath(u"link.ini"_s);
    QVERIFY(QFile::link(u"/nonexistent/policy.ini"_s, link));
    const Policy policy = Policy::read(link);
    QVERIFY(policy.isReadOnly());
    QCOMPARE(policy.warnings().size(), 1);
}

void TestPolicy::inQuotesTheWordsCountToo()
{
    const Policy policy = read("[profiles]\nforbid=\"live, test\"\n");
    QCOMPARE(policy.warnings(), QStringList());
    QVERIFY(policy.forbids(EnvironmentKind::Live) && policy.forbids(EnvironmentKind::Test));
}

void TestPolicy::everythingCanBeDecided()
{
    QFile pem(m_folder.filePath(u"ca.pem"_s));
    QVERIFY(pem.open(QIODevice::WriteOnly));
    pem.write(saltdesk::testing::testCertificate().certificatePem);
    pem.close();

    const Policy policy =
        read("[writes]\nread_only=true\n[network]\nproxy=none\nca_certificates=" + pem.fileName().toUtf8() +
             "\n[profiles]\nforbid=live, Sandbox\n");

    QCOMPARE(policy.warnings(), QStringList());
    QVERIFY(policy.isReadOnly());
    QVERIFY(policy.forbids(EnvironmentKind::Live));
    QVERIFY(policy.forbids(EnvironmentKind::Sandbox));
    QVERIFY(!policy.forbids(EnvironmentKind::Test));
    QCOMPARE(policy.proxy().value().mode, ProxySettings::Mode::None);
    QCOMPARE(policy.certificates().size(), 1);
}

void TestPolicy::commentsMayStandBehindAValue()
{
    const Policy policy =
        read("; the desk's policy\n[writes]\nread_only=true                  ; nothing unlocks writes\n"
             "[network]\nproxy=proxy.example.com:3128    ; or none, or system\n"
             "[profiles]\nforbid=live, sandbox            ; environments\n");
    QCOMPARE(policy.warnings(), QStringList());
    QVERIFY(policy.isReadOnly());
    QCOMPARE(policy.proxy().value().port, quint16{3128});
    QVERIFY(policy.forbids(EnvironmentKind::Live) && policy.forbids(EnvironmentKind::Sandbox));
}

void TestPolicy::theProxyIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ProxySettings>("proxy");
    QTest::newRow("system") << QByteArray("system") << ProxySettings{};
    QTest::newRow("host and port") << QByteArray("proxy.example.com:3128")
                                   << ProxySettings{.mode = ProxySettings::Mode::Manual,
                                                    .host = u"proxy.example.com"_s,
                                                    .port = 3128};
    QTest::newRow("an address") << QByteArray("10.0.0.1:8080")
                                << ProxySettings{
                                       .mode = ProxySettings::Mode::Manual, .host = u"10.0.0.1"_s, .port = 8080};
}

void TestPolicy::theProxyIsRead()
{
    QFETCH(const QByteArray, text);
    QFETCH(const ProxySettings, proxy);
    const Policy policy = read("[network]\nproxy=" + text + "\n");
    QCOMPARE(policy.warnings(), QStringList());
    QVERIFY(policy.proxy() == proxy);
    QVERIFY(!policy.isReadOnly());
}

void TestPolicy::whatCannotBeUnderstoodLocksWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("neither true nor false") << QByteArray("[writes]\nread_only=yes please\n");
    QTest::newRow("an unknown key") << QByteArray("[writes]\nreadonly=true\n");
    QTest::newRow("an unknown section") << QByteArray("[write]\nread_only=false\n");
    QTest::newRow("a proxy without a port") << QByteArray("[network]\nproxy=proxy.example.com\n");
    QTest::newRow("a proxy with a password") << QByteArray("[network]\nproxy=a:b@proxy.example.com:1\n");
    QTest::newRow("certificates that are not there") << QByteArray("[network]\nca_certificates=/nonexistent.pem\n");
    QTest::newRow("certificates that are none") << QByteArray("[network]\nca_certificates=/etc/hostname\n");
    QTest::newRow("an unknown environment") << QByteArray("[profiles]\nforbid=production\n");
    QTest::newRow("no INI file") << QByteArray("read_only\nplease\n");
    QTest::newRow("a later key says false") << QByteArray("[network]\nproxy=?\n[writes]\nread_only=false\n");
}

void TestPolicy::whatCannotBeUnderstoodLocksWrites()
{
    QFETCH(const QByteArray, text);
    const Policy policy = read(text);
    QVERIFY(policy.isReadOnly());
    QCOMPARE(policy.warnings().size(), 1);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
