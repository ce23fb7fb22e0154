// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditCodec.h"
#include "audit/AuditReading.h"
#include "support/Trails.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTest>

using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Kind = AuditFlaw::Kind;

Q_DECLARE_METATYPE(saltdesk::models::AuditFlaw)

namespace {

QByteArray linesOf(const QByteArrayList &lines)
{
    return lines.join('\n') + '\n';
}

/// The same entry, written by somebody who knows how: its own hash is right.
QByteArray forged(int number, const QByteArray &previous)
{
    AuditEntry entry = fullAuditEntry(quint64(number));
    entry.outcome = u"forged"_s;
    return encodeAuditLine(entry, previous);
}

QByteArray newerLine(const QByteArray &previous)
{
    const QByteArray canonical = R"({"number":4,"prev":")" + previous + R"(","v":2})";
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(previous + canonical), QCryptographicHash::Sha256).toHex();
    return canonical.chopped(1) + ",\"hash\":\"" + hash + "\"}";
}

} // namespace

class AuditReadingTest : public QObject
{
    Q_OBJECT

private slots:
    void aWholeChainIsIntact_data();
    void aWholeChainIsIntact();
    void everyKindOfFlawIsFound_data();
    void everyKindOfFlawIsFound();
    void theFirstFlawIsTold();
    void whatIsBehindAFlawIsStillRead();
    void aHeadThatIsBehindIsNoFlaw();
    void anotherChainThatIsAsLongIsNoticed();
    void aLineWithoutItsBreakIsWhole();
    void aNotedDamageIsExplained();
    void aDamageNotedOtherwiseIsNot();
    void sentencesSayWhatAndSinceWhen_data();
    void sentencesSayWhatAndSinceWhen();
    void aHundredThousandLinesAreChecked();
};

void AuditReadingTest::aWholeChainIsIntact_data()
{
    QTest::addColumn<int>("entries");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 50;
}

void AuditReadingTest::aWholeChainIsIntact()
{
    QFETCH(const int, entries);
    const Chain chain(entries);
    const AuditReading reading = readAudit(chain.file(), entries > 0 ? std::optional(chain.head) : std::nullopt);
    QVERIFY(reading.verdict.isIntact());
    QCOMPARE(reading.verdict.entries, entries);
    QCOMPARE(int(reading.entries.size()), entries);
    for (int i = 0; i < entries; ++i) {
        QVERIFY(reading.entries[std::size_t(i)] == fullAuditEntry(quint64(i + 1)));
    }
}

void AuditReadingTest::everyKindOfFlawIsFound_data()
{
    const Chain chain(6);
    const QByteArrayList &l = chain.lines;
    const QByteArray third = decodeAuditLine(l.at(2))->hash;
    QByteArray altered = l.at(3);
    altered.replace("\"refresh\"", "\"remove\"");

    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<AuditFlaw>("flaw");
    const auto row = [](const char *name, const QByteArray &file, Kind kind, quint64 number, qint64 line) {
        QTest::newRow(name) << file << AuditFlaw{kind, number, line};
    };
    row("altered", linesOf({l[0], l[1], l[2], altered, l[4], l[5]}), Kind::Altered, 4, 4);
    row("altered with its hash", linesOf({l[0], l[1], l[2], forged(4, third), l[4], l[5]}), Kind::Altered, 5, 5);
    row("the last one altered with its hash",
        linesOf({l[0], l[1], l[2], l[3], l[4], forged(6, decodeAuditLine(l[4])->hash)}), Kind::Altered, 6, 6);
    row("one missing", linesOf({l[0], l[1], l[3], l[4], l[5]}), Kind::Missing, 4, 3);
    row("the first missing", linesOf({l[1], l[2], l[3], l[4], l[5]}), Kind::Missing, 2, 1);
    row("two changed places", linesOf({l[0], l[1], l[3], l[2], l[4], l[5]}), Kind::Reordered, 4, 3);
    row("one twice", linesOf({l[0], l[1], l[1], l[2], l[3], l[4], l[5]}), Kind::Reordered, 2, 3);
    row("half a line at the end", linesOf(l) + l[0].first(40), Kind::HalfLine, 6, 7);
    row("half a line at the end and its break", linesOf(l) + l[0].first(40) + '\n', Kind::NotJson, 6, 7);
    row("half a line within", linesOf({l[0], l[1].first(40), l[2], l[3], l[4], l[5]}), Kind::NotJson, 1, 2);
    row("an empty line", linesOf({l[0], QByteArray(), l[1], l[2], l[3], l[4], l[5]}), Kind::NotJson, 1, 2);
    row("zeros at the end", linesOf(l) + QByteArray(300, '\0'), Kind::HalfLine, 6, 7);
    row("not a trail at all", "[hello]\n", Kind::CutOff, 0, 0);
    row("newer", linesOf({l[0], l[1], l[2], newerLine(third)}), Kind::NewerVersion, 4, 4);
    row("cut off", linesOf({l[0], l[1], l[2]}), Kind::CutOff, 3, 0);
    row("cut off within a line", linesOf({l[0], l[1], l[2]}) + l[3].first(40), Kind::CutOff, 3, 0);
    row("emptied", {}, Kind::CutOff, 0, 0);
}

void AuditReadingTest::everyKindOfFlawIsFound()
{
    QFETCH(const QByteArray, file);
    QFETCH(const AuditFlaw, flaw);
    const AuditReading reading = readAudit(file, Chain(6).head);
    QVERIFY(reading.verdict.flaw);
    QCOMPARE(int(reading.verdict.flaw->kind), int(flaw.kind));
    QCOMPARE(reading.verdict.flaw->number, flaw.number);
    QCOMPARE(reading.verdict.flaw->line, flaw.line);
}

void AuditReadingTest::theFirstFlawIsTold()
{
    const Chain chain(6);
    const AuditReading reading = readAudit(linesOf({chain.lines[0], chain.lines[2], "junk", chain.lines[5]}), {});
    QCOMPARE(reading.verdict.flaw->number, quint64(3));
    QCOMPARE(int(reading.verdict.flaw->kind), int(Kind::Missing));
}

void AuditReadingTest::whatIsBehindAFlawIsStillRead()
{
    const Chain chain(6);
    const AuditReading reading =
        readAudit(linesOf({chain.lines[0], "junk", chain.lines[2], chain.lines[3]}), chain.head);
    QCOMPARE(reading.verdict.entries, 3);
    QCOMPARE(reading.entries.back().number, quint64(4));
}

void AuditReadingTest::aHeadThatIsBehindIsNoFlaw()
{
    QVERIFY(readAudit(Chain(6).file(), Chain(5).head).verdict.isIntact());
    QCOMPARE(int(readAudit(Chain(6).file(), {}).verdict.flaw->kind), int(Kind::HeadMissing));
}

void AuditReadingTest::anotherChainThatIsAsLongIsNoticed()
{
    QByteArrayList other{forged(1, auditGenesis())};
    other << forged(2, decodeAuditLine(other.last())->hash);
    QCOMPARE(int(readAudit(linesOf(other), Chain(2).head).verdict.flaw->kind), int(Kind::Altered));
}

void AuditReadingTest::aLineWithoutItsBreakIsWhole()
{
    const Chain chain(3);
    QVERIFY(readAudit(chain.file().chopped(1), chain.head).verdict.isIntact());
}

void AuditReadingTest::aNotedDamageIsExplained()
{
    Chain chain(2);
    const QByteArray damage = "{\"number\":3,\"ti\n{\"num";
    const AuditEntry resumed{
        .number = 3, .time = fullAuditEntry(3).time, .event = AuditEvent::Resumed, .note = auditDamageNote(damage)};
    const QByteArray line = encodeAuditLine(resumed, chain.head.hash);
    const AuditVerdict verdict =
        readAudit(linesOf({chain.lines[0], chain.lines[1], damage, line}), AuditHead{3, decodeAuditLine(line)->hash})
            .verdict;
    QVERIFY(verdict.isIntact());
    QCOMPARE(verdict.explainedGaps, 1);
    QCOMPARE(verdict.entries, 3);
}

void AuditReadingTest::aDamageNotedOtherwiseIsNot()
{
    Chain chain(2);
    const AuditEntry resumed{
        .number = 3, .time = fullAuditEntry(3).time, .event = AuditEvent::Resumed, .note = auditDamageNote("abc")};
    const QByteArray line = encodeAuditLine(resumed, chain.head.hash);
    const auto kindOf = [&](const QByteArray &damage) {
        const AuditVerdict verdict = readAudit(linesOf({chain.lines[0], chain.lines[1], damage, line}),
                                               AuditHead{3, decodeAuditLine(line)->hash})
                                         .verdict;
        return verdict.flaw ? std::optional(verdict.flaw->kind) : std::nullopt;
    };
    QVERIFY(!kindOf("abc"));
    QVERIFY(kindOf("abd") == Kind::NotJson);
    QVERIFY(kindOf("abc\n") == Kind::NotJson);
}

void AuditReadingTest::sentencesSayWhatAndSinceWhen_data()
{
    QTest::addColumn<AuditFlaw>("flaw");
    QTest::addColumn<QString>("words");
    QTest::newRow("altered") << AuditFlaw{Kind::Altered, 1204, 1300} << u"since entry 1,204: it was altered"_s;
    QTest::newRow("missing") << AuditFlaw{Kind::Missing, 17, 3} << u"since entry 17: entries before it are missing"_s;
    QTest::newRow("reordered") << AuditFlaw{Kind::Reordered, 17, 3} << u"since entry 17: it is not where"_s;
    QTest::newRow("half") << AuditFlaw{Kind::HalfLine, 16, 17} << u"after entry 16"_s;
    QTest::newRow("junk") << AuditFlaw{Kind::NotJson, 16, 17} << u"line 17 can't be read"_s;
    QTest::newRow("newer") << AuditFlaw{Kind::NewerVersion, 16, 17} << u"newer Saltdesk"_s;
    QTest::newRow("cut") << AuditFlaw{Kind::CutOff, 16, 0} << u"after entry 16: the entries after it are missing"_s;
    QTest::newRow("no head") << AuditFlaw{Kind::HeadMissing, 16, 0} << u"may be missing after entry 16"_s;
    QTest::newRow("unreadable") << AuditFlaw{Kind::Unreadable, 0, 0} << u"can't be read"_s;
}

void AuditReadingTest::sentencesSayWhatAndSinceWhen()
{
    QFETCH(const AuditFlaw, flaw);
    QFETCH(const QString, words);
    const AuditVerdict verdict{.entries = 5, .flaw = flaw};
    QVERIFY2(auditVerdictSentence(verdict).contains(words), qPrintable(auditVerdictSentence(verdict)));
    QVERIFY(auditVerdictAdvice(verdict, u"/tmp/audit.jsonl"_s).size() > 20);
    QVERIFY(auditVerdictAdvice({.entries = 5}, {}).isEmpty());
    QCOMPARE(auditVerdictSentence({}), u"No entries yet."_s);
    QCOMPARE(auditVerdictSentence({.entries = 1}), u"1 entry, chain intact"_s);
    QVERIFY(auditVerdictSentence({.entries = 7, .explainedGaps = 2})
                .startsWith(u"7 entries, chain intact · interrupted lines"));
}

void AuditReadingTest::aHundredThousandLinesAreChecked()
{
    const Chain chain(100'000);
    const QByteArray file = chain.file();
    QElapsedTimer timer;
    timer.start();
    const AuditReading reading = readAudit(file, chain.head);
    qInfo("100,000 lines, %lld kB: %lld ms", qlonglong(file.size() / 1024), qlonglong(timer.elapsed()));
    QVERIFY(reading.verdict.isIntact());
    QCOMPARE(reading.verdict.entries, 100'000);
    // One copy of each text, not one per line.
    QVERIFY(reading.entries.front().user.constData() == reading.entries.back().user.constData());
}

QTEST_GUILESS_MAIN(AuditReadingTest)
#include "tst_auditreading.moc"
