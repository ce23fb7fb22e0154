// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditExport.h"
#include "support/Trails.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The reason's cell as it stands in the line.
QString reasonCell(const QString &reason)
{
    const AuditEntry entry{.number = 1, .reason = reason};
    const QString line = QString::fromUtf8(auditCsv({entry})).section(u"\r\n"_s, 1);
    const qsizetype begin = line.indexOf(u",,,,sandbox,,,"_s) + 14;
    return line.sliced(begin, line.size() - begin - 5);
}

} // namespace

class AuditExportTest : public QObject
{
    Q_OBJECT

private slots:
    void csvHasAHeaderAndALinePerEntry();
    void cellsAreSafeInASpreadsheet_data();
    void cellsAreSafeInASpreadsheet();
    void jsonHasTheNamesOfTheFile();
    void theNameOfTheFileDecides();
    void aPlaceThatCantBeWrittenIsAnErrorAndKeepsWhatIsThere();
};

void AuditExportTest::csvHasAHeaderAndALinePerEntry()
{
    const QByteArray csv = auditCsv({fullAuditEntry(1), fullAuditEntry(2)});
    const QByteArrayList lines = csv.split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].startsWith("number,time,event,operation,outcome,customer,connection,"));
    QVERIFY2(lines[1].startsWith("1,2026-11-23T10:42:08.125Z,ended,refresh,ok,222,111,"), lines[1].constData());
    QVERIFY(lines[1].contains("\"Bank \"\"A\"\" · =1+1\""));
    QVERIFY(lines[1].endsWith('\r'));
    QVERIFY(lines[3].isEmpty());
    QCOMPARE(auditCsv({}).count('\n'), 1);
}

void AuditExportTest::cellsAreSafeInASpreadsheet_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"ticket 4711"_s << u"ticket 4711"_s;
    QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("plus") << u"+1"_s << u"'+1"_s;
    QTest::newRow("minus") << u"-1"_s << u"'-1"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
    QTest::newRow("within") << u"1=1"_s << u"1=1"_s;
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quotes") << u"a \"b\""_s << u"\"a \"\"b\"\"\""_s;
    QTest::newRow("formula with a comma") << u"=A1,B1"_s << u"\"'=A1,B1\""_s;
    QTest::newRow("other letters") << u"größer 支"_s << u"größer 支"_s;
}

void AuditExportTest::cellsAreSafeInASpreadsheet()
{
    QFETCH(const QString, reason);
    QTEST(reasonCell(reason), "cell");
}

void AuditExportTest::jsonHasTheNamesOfTheFile()
{
    const QJsonArray array = QJsonDocument::fromJson(auditJson({fullAuditEntry(1), fullAuditEntry(2)})).array();
    QCOMPARE(array.size(), 2);
    QCOMPARE(array[1].toObject().value(u"number"_s).toInteger(), 2);
    QCOMPARE(array[1].toObject().value(u"reason"_s).toString(), fullAuditEntry(2).reason);
    QCOMPARE(array[1].toObject().value(u"environment"_s).toString(), u"live"_s);
    QVERIFY(QJsonDocument::fromJson(auditJson({})).isArray());
}

void AuditExportTest::theNameOfTheFileDecides()
{
    const QTemporaryDir folder;
    for (const QString &name : {u"a.csv"_s, u"a.CSV"_s, u"a.json"_s, u"a"_s}) {
        const QString path = folder.filePath(name);
        QVERIFY(saveAuditExport(path, {fullAuditEntry(1)}));
        QCOMPARE(contentsOf(path).startsWith("number,"), name.endsWith(u".csv", Qt::CaseInsensitive));
    }
}

void AuditExportTest::aPlaceThatCantBeWrittenIsAnErrorAndKeepsWhatIsThere()
{
    const QTemporaryDir folder;
    const auto saved = saveAuditExport(folder.filePath(u"none/a.csv"_s), {fullAuditEntry(1)});
    QVERIFY(!saved);
    QVERIFY2(saved.error().contains(u"Choose another place"), qPrintable(saved.error()));
    QVERIFY(!saveAuditExport(folder.path(), {}));
}

QTEST_GUILESS_MAIN(AuditExportTest)
#include "tst_auditexport.moc"
