// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "audit/AuditModel.h"
#include "connections/CopiedRows.h"
#include "export/CsvTable.h"
#include "time/RelativeTime.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using Part = models::ConnectionHistory::Part;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

/// The titles of the columns that have a time in any row; each of these times is held against the rules.
QStringList provenTimes(const QAbstractItemModel &model)
{
    std::vector<int> columns(std::size_t(model.columnCount()));
    std::iota(columns.begin(), columns.end(), 0);
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QStringList copied = ui::tabSeparated(model, {row}, columns).section(u'\n', 1).split(u'\t');
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column);
            const QDateTime time = index.data(models::ConnectionsModel::RawRole).toDateTime();
            const QString title = model.headerData(column, Qt::Horizontal).toString();
            if (!time.isValid()) {
                continue;
            }
            const QStringList forms = index.data(Qt::ToolTipRole).toString().split(u'\n');
            const bool isRight = forms.size() == 2 && forms[0].endsWith(u" CET") && forms[1].endsWith(u" UTC") &&
                                 forms.join(u'\n') == models::absoluteTime(time) &&
                                 copied[column] == time.toUTC().toString(Qt::ISODate) && copied[column].endsWith(u'Z');
            if (!isRight) {
                return {title, forms.join(u" / "), copied[column]};
            }
            if (!titles.contains(title)) {
                titles << title;
            }
        }
    }
    titles.sort();
    return titles;
}

} // namespace

/// A time that is told relatively, or shortly, can be looked up in both absolute forms, and leaves the program in UTC.
class TestTimes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Where local time and UTC are not the same.
        qputenv("TZ", "CET-1");
        tzset();
    }

    void everyTimeHasBothFormsAndLeavesInUtc()
    {
        QTemporaryDir folder;
        WindowWish wish;
        wish.auditPath = folder.path() + u"/audit.jsonl"_s;
        OpenWindow open(wish);
        QVERIFY(open.find(sandbox::Server::demoCustomer()));
        QCOMPARE(provenTimes(open.model()),
                 QStringList({u"Consent ends"_s, u"Last attempt"_s, u"Last success"_s, u"Next refresh"_s}));

        models::ConnectionHistory &history = open.workspace().history();
        open.chooseRow(open.rowOf(u"Rabobank"_s));
        for (const Part part : {Part::Attempts, Part::Consents, Part::Accounts}) {
            history.want(part);
            QTRY_VERIFY(!history.isLoading(part));
        }
        QCOMPARE(provenTimes(history.attempts()), QStringList{u"Started"_s});
        QCOMPARE(provenTimes(history.consents()), QStringList({u"Ends"_s, u"Given"_s}));
        QCOMPARE(provenTimes(history.accounts()), QStringList{u"Updated"_s});
        QCOMPARE(provenTimes(open.workspace().activity()), QStringList{u"Time"_s});

        QVERIFY(open.trail()->record({.customer = u"1"_s}));
        models::AuditModel audit(*open.trail());
        QSignalSpy loaded(&audit, &models::AuditModel::loaded);
        audit.read();
        QTRY_COMPARE(loaded.size(), qsizetype(1));
        QCOMPARE(provenTimes(audit), QStringList{u"Time"_s});
    }

    void anExportToCsvIsInUtcToo()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000101"_s));
        const QByteArray csv = models::csvTable(open.workspace().activity());
        const QList<QByteArray> lines = csv.split('\n');
        QVERIFY(lines.size() > 2);
        QVERIFY2(lines[1].split(',')[0].endsWith('Z'), lines[1].constData());
    }
};

QTEST_MAIN(TestTimes)
#include "tst_ui_times.moc"
