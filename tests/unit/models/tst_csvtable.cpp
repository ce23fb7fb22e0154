// SPDX-License-Identifier: Apache-2.0
#include "export/CsvTable.h"

#include "connections/ConnectionsModel.h"
#include "transport/Secret.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One column of texts, and a column of times.
class TwoColumns : public QAbstractTableModel
{
public:
    explicit TwoColumns(QStringList texts)
        : m_texts(std::move(texts))
    {}

    [[nodiscard]] int rowCount(const QModelIndex & = {}) const override { return int(m_texts.size()); }
    [[nodiscard]] int columnCount(const QModelIndex & = {}) const override { return 2; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == models::ConnectionsModel::RawRole && index.column() == 1) {
            return QDateTime(QDate(2026, 11, 28), QTime(10, 42, 7, 5), Qt::UTC);
        }
        return role == Qt::DisplayRole ? QVariant(index.column() == 1 ? u"now"_s : m_texts[index.row()]) : QVariant();
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int) const override
    {
        return section == 0 ? u"Text"_s : u"Time"_s;
    }

private:
    QStringList m_texts;
};

} // namespace

class CsvTableTest : public QObject
{
    Q_OBJECT

private slots:
    void titlesComeFirstAndTimesAreInUtc();
    void cellsKeepTheirPlace_data();
    void cellsKeepTheirPlace();
    void aSecretIsNotExported();
};

void CsvTableTest::titlesComeFirstAndTimesAreInUtc()
{
    QCOMPARE(models::csvTable(TwoColumns({u"a"_s, u"ü"_s})),
             QByteArray("Text,Time\r\na,2026-11-28T10:42:07.005Z\r\nü,2026-11-28T10:42:07.005Z\r\n"));
    QCOMPARE(models::csvTable(TwoColumns({})), QByteArray("Text,Time\r\n"));
}

void CsvTableTest::cellsKeepTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("comma") << u"a,b"_s << QByteArray(R"("a,b")");
    QTest::newRow("quotes") << u"a\"b"_s << QByteArray(R"("a""b")");
    QTest::newRow("lines") << u"a\r\nb"_s << QByteArray("\"a\r\nb\"");
    QTest::newRow("formula") << u"=LINK(\"x\",1)"_s << QByteArray("\"'=LINK(\"\"x\"\",1)\"");
    QTest::newRow("number") << u"-1"_s << QByteArray("'-1");
    QTest::newRow("at") << u"@x"_s << QByteArray("'@x");
}

void CsvTableTest::cellsKeepTheirPlace()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, cell);
    const QByteArray csv = models::csvTable(TwoColumns({text}));
    QVERIFY2(csv.contains(QByteArray("\r\n" + cell + ",2026")), csv.constData());
}

void CsvTableTest::aSecretIsNotExported()
{
    const api::Secret secret = api::Secret::copyOf("ca\"nary");
    QVERIFY(!models::csvTable(TwoColumns({u"x ca\"nary y"_s})).contains("nary"));
}

QTEST_GUILESS_MAIN(CsvTableTest)
#include "tst_csvtable.moc"
