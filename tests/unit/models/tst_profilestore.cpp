// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileExchange.h"
#include "profiles/ProfileStore.h"
#include "support/SampleProfiles.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using saltdesk::testing::sampleProfile;

class TestProfileStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFirstStartIsEmptyWithoutAWord();
    void whatIsSavedIsThereAtTheNextStart();
    void onlyItsOwnerCanReadTheFile();
    void changedComesWithEachChange();
    void whatCannotBeWrittenDoesNotHappen();
    void aDamagedFileIsKeptAsideBeforeTheFirstWrite();
    void whatCouldNotBeReadInPartIsKeptAsideToo();
    void twoProgramsLoseNothingOfEachOther();
    void aNewerFileIsNeverTouched();
    void anUnreadableFileIsNeverTouched();
    void theLastOneIsRemembered();
    void namesAreFoundAsTyped_data();
    void namesAreFoundAsTyped();
    void aNameIsMadeFree();
    void anExportHoldsNoIdOfThisComputerTwice();
    void whatCannotBeImportedIsASentence_data();
    void whatCannotBeImportedIsASentence();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"deep/er/profiles.json"_s); }
    [[nodiscard]] std::unique_ptr<ProfileStore> store() const
    {
        return std::make_unique<ProfileStore>(ProfileFile(path()));
    }
    void write(const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList besides() const
    {
        return QDir(QFileInfo(path()).path()).entryList({u"profiles.json.damaged-*"_s}, QDir::Files);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestProfileStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestProfileStore::aFirstStartIsEmptyWithoutAWord()
{
    QVERIFY(store()->profiles().isEmpty());
    QVERIFY(store()->warnings().isEmpty());
    QVERIFY(!store()->last());
    QVERIFY(!QFileInfo::exists(path()));
}

void TestProfileStore::whatIsSavedIsThereAtTheNextStart()
{
    const Profile acme = sampleProfile(u"Acme"_s);
    Profile other = sampleProfile(u"Other"_s);
    {
        const auto first = store();
        QVERIFY(first->save(acme).has_value());
        QVERIFY(first->save(other).has_value());
        other.name = u"Other one"_s;
        QVERIFY(first->save(other).has_value());
    }
    QCOMPARE(store()->profiles(), (QList<Profile>{acme, other}));
    QVERIFY(store()->remove(acme.id).has_value());
    QCOMPARE(store()->profiles(), QList<Profile>{other});
}

void TestProfileStore::onlyItsOwnerCanReadTheFile()
{
    QVERIFY(store()->save(sampleProfile(u"Acme"_s)).has_value());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(path()) & others));
}

void TestProfileStore::changedComesWithEachChange()
{
    const auto one = store();
    QSignalSpy changed(one.get(), &ProfileStore::changed);
    const Profile acme = sampleProfile(u"Acme"_s);
    QVERIFY(one->save(acme).has_value());
    QVERIFY(one->remove(acme.id).has_value());
    QCOMPARE(changed.size(), 2);
}

void TestProfileStore::whatCannotBeWrittenDoesNotHappen()
{
    // A file where the folder should be: refused to root as well.
    QFile blocker(m_folder->filePath(u"deep"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto one = store();
    QSignalSpy changed(one.get(), &ProfileStore::changed);

    const auto saved = one->save(sampleProfile(u"Acme"_s));

    QVERIFY(!saved.has_value());
    QVERIFY2(saved.error().contains(u"profiles.json"_s), qPrintable(saved.error()));
    QVERIFY(one->profiles().isEmpty());
    QVERIFY(changed.isEmpty());
}

void TestProfileStore::aDamagedFileIsKeptAsideBeforeTheFirstWrite()
{
    write("{\"half");
    const auto one = store();
    QCOMPARE(one->warnings().size(), 1);
    QVERIFY(one->profiles().isEmpty());
    QCOMPARE(bytes(), "{\"half");
    QVERIFY(one->save(sampleProfile(u"Acme"_s)).has_value());
    QCOMPARE(besides().size(), 1);
    QFile kept(QFileInfo(path()).path() + u'/' + besides().constFirst());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), "{\"half");
    QCOMPARE(store()->profiles().size(), 1);
    // Kept once, not with every write.
    QVERIFY(one->save(sampleProfile(u"Other"_s)).has_value());
    QCOMPARE(besides().size(), 1);
}

void TestProfileStore::whatCouldNotBeReadInPartIsKeptAsideToo()
{
    const QByteArray partial =
        R"({"format":"saltdesk-profiles","version":1,"profiles":[{"name":"no id"},{"id":"2","name":"good"}]})";
    write(partial);
    const auto one = store();
    QCOMPARE(one->profiles().size(), 1);
    one->setLast(u"2"_s);
    QCOMPARE(besides().size(), 1);
    QFile kept(QFileInfo(path()).path() + u'/' + besides().constFirst());
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), partial);
    QCOMPARE(store()->last().value().name, u"good"_s);
}

void TestProfileStore::twoProgramsLoseNothingOfEachOther()
{
    const Profile acme = sampleProfile(u"Acme"_s);
    const Profile other = sampleProfile(u"Other"_s);
    QVERIFY(store()->save(acme).has_value());
    const auto early = store();
    const auto late = store();
    QVERIFY(late->save(other).has_value());
    // Knows nothing of the other's yet.
    early->setLast(acme.id);
    QCOMPARE(early->profiles().size(), 2);
    QCOMPARE(store()->profiles(), (QList<Profile>{acme, other}));
    QVERIFY(late->remove(acme.id).has_value());
    QVERIFY(early->save(other).has_value());
    QCOMPARE(store()->profiles(), QList<Profile>{other});
}

void TestProfileStore::aNewerFileIsNeverTouched()
{
    const QByteArray newer = R"({"format":"saltdesk-profiles","version":99,"profiles":[{"id":"1","name":"future"}]})";
    write(newer);
    const auto one = store();
    QVERIFY(one->warnings().constFirst().contains(u"newer"_s));
    QVERIFY(!one->save(sampleProfile(u"Acme"_s)).has_value());
    one->setLast(u"1"_s);
    QCOMPARE(bytes(), newer);
    QVERIFY(besides().isEmpty());
}

void TestProfileStore::anUnreadableFileIsNeverTouched()
{
    if (::geteuid() == 0) {
        // Root reads everything but a folder.
        QVERIFY(QDir().mkpath(path()));
    } else {
        write("{}");
        QVERIFY(QFile::setPermissions(path(), {}));
    }
    const auto one = store();
    QCOMPARE(one->warnings().size(), 1);
    QVERIFY(!one->save(sampleProfile(u"Acme"_s)).has_value());
    QVERIFY(QFileInfo::exists(path()));
}

void TestProfileStore::theLastOneIsRemembered()
{
    const Profile acme = sampleProfile(u"Acme"_s);
    QVERIFY(store()->save(acme).has_value());
    store()->setLast(acme.id);
    QCOMPARE(store()->last().value().name, u"Acme"_s);
    store()->setLast({});
    QVERIFY(!store()->last());
    store()->setLast(acme.id);
    QVERIFY(store()->remove(acme.id).has_value());
    QVERIFY(!store()->last());
}

void TestProfileStore::namesAreFoundAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    QTest::newRow("exactly") << u"Acme"_s << u"Acme"_s;
    QTest::newRow("whatever the case") << u"OTHER"_s << u"Other"_s;
    QTest::newRow("exactly, where two differ by case") << u"acme"_s << u"acme"_s;
    QTest::newRow("not by chance, where two differ by case") << u"ACME"_s << QString();
    QTest::newRow("no part") << u"Oth"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestProfileStore::namesAreFoundAsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    const auto one = store();
    for (const QString &name : {u"Acme"_s, u"acme"_s, u"Other"_s}) {
        QVERIFY(one->save(sampleProfile(name)).has_value());
    }
    QCOMPARE(one->named(typed).value_or(Profile()).name, found);
}

void TestProfileStore::aNameIsMadeFree()
{
    const auto one = store();
    const Profile acme = sampleProfile(u"Acme"_s);
    QCOMPARE(one->freeName(u"Acme"_s), u"Acme"_s);
    QVERIFY(one->save(acme).has_value());
    QCOMPARE(one->freeName(u"acme"_s), u"acme 2"_s);
    QCOMPARE(one->freeName(u"Acme"_s, acme.id), u"Acme"_s);
    QVERIFY(one->save(sampleProfile(u"Acme 2"_s)).has_value());
    QCOMPARE(one->freeName(u"Acme"_s), u"Acme 3"_s);
}

void TestProfileStore::anExportHoldsNoIdOfThisComputerTwice()
{
    const auto one = store();
    QVERIFY(one->save(sampleProfile(u"Acme"_s)).has_value());
    const QString file = m_folder->filePath(u"export.json"_s);
    // Two of one name, as a colleague may send.
    QVERIFY(exportProfiles({sampleProfile(u"Acme"_s), sampleProfile(u"Acme"_s)}, file).has_value());

    const auto imported = importProfiles(file, *one);

    QVERIFY(imported.has_value());
    QStringList names;
    for (const Profile &profile : imported->profiles) {
        names << profile.name;
        QVERIFY(!one->find(profile.id));
    }
    QCOMPARE(names, (QStringList{u"Acme 2"_s, u"Acme 3"_s}));
    QCOMPARE(one->profiles().size(), 1);
}

void TestProfileStore::whatCannotBeImportedIsASentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("something else") << QByteArray("<html>") << u"no profiles"_s;
    QTest::newRow("newer") << QByteArray(R"({"format":"saltdesk-profiles","version":99,"profiles":[]})") << u"newer"_s;
    QTest::newRow("not there") << QByteArray() << u"could not be read"_s;
}

void TestProfileStore::whatCannotBeImportedIsASentence()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    if (!bytes.isEmpty()) {
        write(bytes);
    }
    const auto imported = importProfiles(path(), ProfileStore(ProfileFile(m_folder->filePath(u"none.json"_s))));
    QVERIFY(!imported.has_value());
    QVERIFY2(imported.error().contains(says), qPrintable(imported.error()));
}

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profilestore.moc"
