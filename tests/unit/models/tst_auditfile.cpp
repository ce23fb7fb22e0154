// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditCodec.h"
#include "audit/AuditFile.h"
#include "audit/AuditReading.h"
#include "audit/AuditTail.h"
#include "support/Trails.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Kind = AuditFlaw::Kind;

namespace {

AuditEntry anEntry()
{
    AuditEntry entry = fullAuditEntry(0);
    entry.event = AuditEvent::Asked;
    return entry;
}

/// Where the others keep the file for longer than the patience, an append is refused and leaves nothing behind; it is
/// asked for again, as an agent would.
bool appendAmongOthers(const QString &path, int times)
{
    AuditFile file(path);
    for (int i = 0; i < times; ++i) {
        int tries = 1;
        while (!file.append(anEntry())) {
            if (++tries > 50) {
                return false;
            }
        }
    }
    return true;
}

constexpr QFile::Permissions others =
    QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

class AuditFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void entriesAreNumberedAndChained();
    void onlyTheUserCanReadIt();
    void anotherObjectGoesOnWhereThisOneStopped();
    void aSecondProcessAppendsToo();
    void aFileThatIsHeldIsAnError();
    void aFolderThatCantBeWrittenIsAnError();
    void aPlaceThatIsNoFolderIsAnError();
    void aFullDiskIsAnErrorAndLosesNothing();
    void halfALineIsKeptAndNoted();
    void aBrokenLineIsKeptAndNoted();
    void aCutOffEndStaysVisible();
    void aRewrittenEndStaysVisible();
    void anAlteredLineIsNotExplainedAway();
    void aNewerLineIsGoneOnFrom();
    void aLostHeadComesBack();
    void theTailIsFoundWhateverStandsBehindIt_data();
    void theTailIsFoundWhateverStandsBehindIt();

private:
    [[nodiscard]] QString path() const { return m_folder->path() + u"/own/audit.jsonl"_s; }
    [[nodiscard]] AuditVerdict verdict() const { return readAudit(contentsOf(path()), readAuditHead(path())).verdict; }
    void append(int times)
    {
        AuditFile file(path());
        for (int i = 0; i < times; ++i) {
            const auto written = file.append(anEntry());
            QVERIFY2(written, written ? "" : qPrintable(written.error()));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void AuditFileTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void AuditFileTest::entriesAreNumberedAndChained()
{
    AuditFile file(path());
    QCOMPARE(file.append(anEntry())->number, quint64(1));
    QCOMPARE(file.append(anEntry())->number, quint64(2));
    QCOMPARE(file.append(anEntry())->number, quint64(3));
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().entries, 3);
    QCOMPARE(readAuditHead(path())->number, quint64(3));
}

void AuditFileTest::onlyTheUserCanReadIt()
{
    append(1);
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(path()).path()) & others));
    QVERIFY(!(QFile::permissions(auditHeadPath(path())) & others));
}

void AuditFileTest::anotherObjectGoesOnWhereThisOneStopped()
{
    AuditFile first(path());
    AuditFile second(path());
    for (int i = 0; i < 20; ++i) {
        QVERIFY(first.append(anEntry()));
        QVERIFY(second.append(anEntry()));
    }
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().entries, 40);
}

void AuditFileTest::aSecondProcessAppendsToo()
{
    std::vector<std::unique_ptr<QProcess>> others;
    for (int i = 0; i < 3; ++i) {
        others.push_back(std::make_unique<QProcess>());
        others.back()->start(QCoreApplication::applicationFilePath(), {u"--append"_s, path(), u"25"_s});
    }
    QVERIFY(appendAmongOthers(path(), 25));
    for (const auto &other : others) {
        QVERIFY(other->waitForFinished(60'000));
        QCOMPARE(other->exitCode(), 0);
    }
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().entries, 100);
}

void AuditFileTest::aFileThatIsHeldIsAnError()
{
    append(1);
    QLockFile held(AuditFile::lockPath(path()));
    QVERIFY(held.tryLock());
    const auto written = AuditFile(path()).append(anEntry());
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"another program holds it"), qPrintable(written.error()));
    held.unlock();
    append(1);
    QCOMPARE(verdict().entries, 2);
}

void AuditFileTest::aFolderThatCantBeWrittenIsAnError()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0) {
        // Root writes everywhere but where nobody can.
        const auto written = AuditFile(u"/proc/self/saltdesk/audit.jsonl"_s).append(anEntry());
        QVERIFY(!written);
        QVERIFY2(written.error().contains(u"nothing was sent"), qPrintable(written.error()));
        return;
    }
#endif
    append(1);
    const QString folder = QFileInfo(path()).path();
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const auto written = AuditFile(path()).append(anEntry());
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"can't be written"), qPrintable(written.error()));
    QCOMPARE(verdict().entries, 1);
}

void AuditFileTest::aPlaceThatIsNoFolderIsAnError()
{
    overwrite(m_folder->path() + u"/own"_s, "a file");
    const auto written = AuditFile(path()).append(anEntry());
    QVERIFY(!written);
    QVERIFY2(written.error().contains(QDir::toNativeSeparators(path())), qPrintable(written.error()));
}

void AuditFileTest::aFullDiskIsAnErrorAndLosesNothing()
{
#ifdef Q_OS_UNIX
    append(2);
    // A limit to the size of files stands for a disk without room: the write stops in the middle of a line.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{rlim_t(QFileInfo(path()).size() + 100), before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    const auto full = AuditFile(path()).append(anEntry());
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!full);
    QVERIFY2(full.error().contains(u"room"), qPrintable(full.error()));
    QCOMPARE(int(verdict().flaw->kind), int(Kind::HalfLine));
    append(1);
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().explainedGaps, 1);
#endif
}

void AuditFileTest::halfALineIsKeptAndNoted()
{
    append(3);
    const QByteArray before = contentsOf(path());
    const QByteArray half = before.first(60);
    overwrite(path(), before + half);
    QCOMPARE(int(verdict().flaw->kind), int(Kind::HalfLine));
    QCOMPARE(AuditFile(path()).append(anEntry())->number, quint64(5));
    QVERIFY(contentsOf(path()).startsWith(QByteArray(before + half + '\n')));
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().explainedGaps, 1);
    QCOMPARE(verdict().entries, 5);
    // And whoever then changes what was skipped is found out.
    QByteArray altered = contentsOf(path());
    altered[before.size() + 5] = '#';
    overwrite(path(), altered);
    QCOMPARE(int(verdict().flaw->kind), int(Kind::NotJson));
}

void AuditFileTest::aBrokenLineIsKeptAndNoted()
{
    append(2);
    overwrite(path(), contentsOf(path()) + "\n\nnot json\n");
    append(2);
    QVERIFY(verdict().isIntact());
    QCOMPARE(verdict().explainedGaps, 1);
    QCOMPARE(verdict().entries, 5);
}

void AuditFileTest::aCutOffEndStaysVisible()
{
    append(5);
    const QByteArray whole = contentsOf(path());
    overwrite(path(), whole.first(whole.indexOf('\n') + 1));
    QCOMPARE(int(verdict().flaw->kind), int(Kind::CutOff));
    // Going on must not cover it up.
    append(3);
    QCOMPARE(int(verdict().flaw->kind), int(Kind::Missing));
    QCOMPARE(verdict().flaw->number, quint64(6));
}

void AuditFileTest::aRewrittenEndStaysVisible()
{
    append(2);
    const Chain other(2);
    overwrite(path(), other.file());
    QCOMPARE(int(verdict().flaw->kind), int(Kind::Altered));
    append(1);
    QVERIFY(!verdict().isIntact());
}

void AuditFileTest::anAlteredLineIsNotExplainedAway()
{
    append(2);
    QByteArray altered = contentsOf(path());
    altered.replace("4711", "4712");
    overwrite(path(), altered);
    append(2);
    QCOMPARE(int(verdict().flaw->kind), int(Kind::Altered));
    QCOMPARE(verdict().flaw->number, quint64(1));
}

void AuditFileTest::aNewerLineIsGoneOnFrom()
{
    append(1);
    QByteArray newer = encodeAuditLine(fullAuditEntry(2), readAuditHead(path())->hash);
    newer.replace("\"v\":1", "\"v\":9");
    overwrite(path(), contentsOf(path()) + newer + '\n');
    QCOMPARE(AuditFile(path()).append(anEntry())->number, quint64(3));
    QCOMPARE(int(verdict().flaw->kind), int(Kind::NewerVersion));
    QCOMPARE(verdict().flaw->number, quint64(2));
}

void AuditFileTest::aLostHeadComesBack()
{
    append(2);
    for (const QByteArray head : {"", "{", "[]", R"({"number":-1,"hash":"x"})", R"({"number":7})"}) {
        overwrite(auditHeadPath(path()), head);
        QVERIFY(!readAuditHead(path()) || head.contains("-1"));
        if (!readAuditHead(path())) {
            QCOMPARE(int(verdict().flaw->kind), int(Kind::HeadMissing));
        }
    }
    QVERIFY(QFile::remove(auditHeadPath(path())));
    append(1);
    QVERIFY(verdict().isIntact());
}

void AuditFileTest::theTailIsFoundWhateverStandsBehindIt_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("a few bytes") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("a line") << QByteArray("abc\n") << QByteArray("abc");
    QTest::newRow("empty lines") << QByteArray("\n\n") << QByteArray("\n");
    QTest::newRow("more than one look") << QByteArray(200'000, 'x') << QByteArray(200'000, 'x');
    QTest::newRow("many lines") << QByteArray("y\n").repeated(50'000) << QByteArray("y\n").repeated(50'000).chopped(1);
}

void AuditFileTest::theTailIsFoundWhateverStandsBehindIt()
{
    QFETCH(const QByteArray, behind);
    const Chain chain(200);
    QByteArray file = chain.file() + behind;
    QBuffer buffer(&file);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const AuditTail tail = readAuditTail(buffer);
    QVERIFY(tail.last == chain.head);
    QTEST(tail.damage, "damage");
    QCOMPARE(tail.endsInBreak, file.endsWith('\n'));

    QByteArray alone = behind;
    QBuffer none(&alone);
    QVERIFY(none.open(QIODevice::ReadOnly));
    QCOMPARE(readAuditTail(none).last, (AuditHead{0, auditGenesis()}));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = application.arguments(); arguments.value(1) == "--append"_L1) {
        return appendAmongOthers(arguments.value(2), arguments.value(3).toInt()) ? 0 : 1;
    }
    AuditFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_auditfile.moc"
