// SPDX-License-Identifier: Apache-2.0
#include "settings/SettingsUpgrade.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using Kind = SettingsCondition::Kind;

class TestSettingsUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFirstStartWritesTheVersion();
    void theWindowOfVersionOneServesEveryProfile();
    void aSecondStartTouchesNothing();
    void aDamagedFileIsKeptAndBegunAnew_data();
    void aDamagedFileIsKeptAndBegunAnew();
    void aNewerFileIsLeftAlone();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"saltdesk.ini"_s); }
    [[nodiscard]] static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsUpgrade::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSettingsUpgrade::aFirstStartWritesTheVersion()
{
    const SettingsCondition condition = upgradeSettings(path());
    QCOMPARE(condition.kind, Kind::Usable);
    QVERIFY(condition.text.isEmpty() && condition.backup.isEmpty());
    QCOMPARE(QSettings(path(), QSettings::IniFormat).value(u"version"_s).toInt(), settingsVersion);
}

void TestSettingsUpgrade::theWindowOfVersionOneServesEveryProfile()
{
    const QByteArray old = "[window]\ngeometry=abc\nsplitter=700, 300\n[following]\nx=1\n";
    write(old);

    const SettingsCondition condition = upgradeSettings(path());

    QCOMPARE(condition.kind, Kind::Usable);
    QCOMPARE(bytesOf(condition.backup), old);
    const QSettings now(path(), QSettings::IniFormat);
    QCOMPARE(now.value(u"window/last/geometry"_s).toString(), u"abc"_s);
    QCOMPARE(now.value(u"window/last/splitter"_s).toStringList(), (QStringList{u"700"_s, u"300"_s}));
    QVERIFY(!now.contains(u"window/geometry"_s));
    QCOMPARE(now.value(u"following/x"_s).toInt(), 1);
    QCOMPARE(now.value(u"version"_s).toInt(), settingsVersion);
}

void TestSettingsUpgrade::aSecondStartTouchesNothing()
{
    write("[window]\ngeometry=abc\n");
    QVERIFY(!upgradeSettings(path()).backup.isEmpty());
    const QByteArray upgraded = bytesOf(path());
    const SettingsCondition again = upgradeSettings(path());
    QCOMPARE(again.kind, Kind::Usable);
    QVERIFY(again.backup.isEmpty());
    QCOMPARE(bytesOf(path()), upgraded);
}

void TestSettingsUpgrade::aDamagedFileIsKeptAndBegunAnew_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("bytes") << QByteArray("\x00\x01\x02\xff", 4);
    QTest::newRow("another format") << QByteArray("<settings/>\n");
    QTest::newRow("half a file of something else") << QByteArray("[window]\ngeometry=a\n{\"profiles\": [\n");
    QTest::newRow("zeros after a crash") << QByteArray(4096, '\0');
}

void TestSettingsUpgrade::aDamagedFileIsKeptAndBegunAnew()
{
    QFETCH(const QByteArray, bytes);
    write(bytes);
    const SettingsCondition condition = upgradeSettings(path());
    QCOMPARE(condition.kind, Kind::Damaged);
    QCOMPARE(bytesOf(condition.backup), bytes);
    QVERIFY(condition.text.contains(condition.backup));
    QCOMPARE(upgradeSettings(path()).kind, Kind::Usable);
}

void TestSettingsUpgrade::aNewerFileIsLeftAlone()
{
    const QByteArray newer = "[General]\nversion=99\n[window]\ngeometry=abc\n";
    write(newer);
    const SettingsCondition condition = upgradeSettings(path());
    QCOMPARE(condition.kind, Kind::Newer);
    QVERIFY(condition.text.contains(u"newer"_s));
    QCOMPARE(bytesOf(path()), newer);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(TestSettingsUpgrade)
#include "tst_settingsupgrade.moc"
