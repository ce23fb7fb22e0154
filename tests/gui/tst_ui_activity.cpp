// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "activity/ActivityModel.h"
#include "activity/ActivityPanel.h"
#include "activity/ActivityTable.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ActivityModel;
using testing::OpenWindow;

namespace {

api::Exchange exchangeOf(quint64 number, std::optional<api::ErrorKind> error = {})
{
    api::Exchange exchange;
    exchange.number = number;
    exchange.startedAt = QDateTime(QDate(2026, 11, 28), QTime(10, 42, 7), Qt::UTC);
    exchange.pathTemplate = u"connections/{}"_s;
    exchange.pathArguments = {QString::number(number)};
    exchange.httpStatus = error ? 404 : 200;
    exchange.requestId = error ? u"313b4518"_s : QString();
    exchange.error = error;
    return exchange;
}

/// The panel of a window, and a way to fill it.
struct Scene
{
    Scene()
        : panel(open.window().findChild<ui::ActivityPanel *>())
        , table(panel->findChild<ui::ActivityTable *>())
    {}

    void show()
    {
        QTest::keyClick(&open.window(), Qt::Key_F12);
        QVERIFY(QTest::qWaitFor([this] { return panel->isVisible(); }));
    }
    void exchange(quint64 number, std::optional<api::ErrorKind> error = {})
    {
        emit open.workspace().client().exchanged(exchangeOf(number, error));
    }
    void choose(int row) { table->setCurrentIndex(table->model()->index(row, 0)); }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto buttons = panel->findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, text, &QPushButton::text);
        return found == buttons.end() ? nullptr : *found;
    }
    [[nodiscard]] static QString copied() { return QGuiApplication::clipboard()->text(); }

    OpenWindow open;
    ui::ActivityPanel *panel;
    ui::ActivityTable *table;
};

} // namespace

class TestActivity : public QObject
{
    Q_OBJECT

private slots:
    void f12ShowsAndHidesIt();
    void theStatusLineHasItsButton();
    void everyRequestOfTheWindowIsARow();
    void nothingAndNoErrorSayDifferentThings();
    void onlyErrorsAreShownOnRequest();
    void aRequestIsCopiedAsCurl();
    void rowsAreCopiedWithTheirTitles();
    void theWindowsRowsAreNotCopiedFromHere();
    void requestIdsAreCopiedWhereThereIsOne();
    void rowsAreSavedAsCsv();
    void aFileThatCannotBeWrittenIsTold();
    void clearingEmptiesIt();
    void whatOneLooksAtStaysInItsPlace();
    void theWindowRemembersIt();
    void aNarrowWindowHasRoomForIt();
};

void TestActivity::f12ShowsAndHidesIt()
{
    Scene scene;
    QVERIFY(!scene.panel->isVisible());
    scene.show();
    QVERIFY(scene.open.action(u"Activity"_s)->isChecked());
    QCOMPARE(scene.panel->accessibleName(), u"Activity"_s);
    QCOMPARE(scene.table->accessibleName(), u"Activity"_s);
    QTest::keyClick(&scene.open.window(), Qt::Key_F12);
    QTRY_VERIFY(!scene.panel->isVisible());
    scene.show();
    const auto buttons = scene.panel->findChildren<QToolButton *>();
    const auto close = std::ranges::find(buttons, u"Close the activity panel"_s, &QWidget::accessibleName);
    QTest::mouseClick(*close, Qt::LeftButton);
    QTRY_VERIFY(!scene.panel->isVisible());
    QVERIFY(!scene.open.action(u"Activity"_s)->isChecked());
}

void TestActivity::theStatusLineHasItsButton()
{
    Scene scene;
    const auto buttons = scene.open.window().statusBar()->findChildren<QToolButton *>();
    const auto toggle = std::ranges::find(buttons, u"Activity"_s, &QWidget::accessibleName);
    QVERIFY(toggle != buttons.end());
    QTest::mouseClick(*toggle, Qt::LeftButton);
    QTRY_VERIFY(scene.panel->isVisible());
}

void TestActivity::everyRequestOfTheWindowIsARow()
{
    Scene scene;
    QVERIFY(scene.open.find(u"helpdesk-000101"_s));
    const auto &rows = scene.open.workspace().activity();
    QTRY_COMPARE(rows.rowCount(), int(scene.open.server().requestLog().size()));
    QVERIFY(rows.rowCount() > 1);
}

void TestActivity::nothingAndNoErrorSayDifferentThings()
{
    Scene scene;
    scene.show();
    QVERIFY(scene.open.says(u"Nothing was sent yet."_s));
    scene.exchange(1);
    QVERIFY(!scene.open.says(u"Nothing was sent yet."_s));
    QVERIFY(scene.open.says(u"1\u00a0request"_s));
    QTest::mouseClick(scene.panel->findChild<QCheckBox *>(), Qt::LeftButton, {}, {8, 8});
    QVERIFY(scene.open.says(u"No request failed."_s));
}

void TestActivity::onlyErrorsAreShownOnRequest()
{
    Scene scene;
    scene.show();
    scene.exchange(1, api::ErrorKind::Rejected);
    scene.exchange(2);
    scene.panel->findChild<QCheckBox *>()->setChecked(true);
    QCOMPARE(scene.table->model()->rowCount(), 1);
    scene.exchange(3);
    scene.exchange(4, api::ErrorKind::Timeout);
    QCOMPARE(scene.table->model()->rowCount(), 2);
    scene.choose(1);
    QCOMPARE(scene.table->chosenRow(), 3);
    QVERIFY(scene.open.says(u"4\u00a0requests, 2\u00a0failed"_s));
    scene.panel->findChild<QCheckBox *>()->setChecked(false);
    QCOMPARE(scene.table->model()->rowCount(), 4);
}

void TestActivity::aRequestIsCopiedAsCurl()
{
    Scene scene;
    scene.show();
    scene.exchange(7);
    QVERIFY(!scene.button(u"Copy as cURL"_s)->isEnabled());
    scene.choose(0);
    QTest::mouseClick(scene.button(u"Copy as cURL"_s), Qt::LeftButton);
    const QString address = scene.open.workspace().client().endpoint().baseUrl.toString() + u"/connections/7";
    QVERIFY2(Scene::copied().startsWith(u"curl --request GET '" + address + u"'"), qPrintable(Scene::copied()));
    QVERIFY(Scene::copied().contains(u"'Secret: "_s));
    QVERIFY(!Scene::copied().contains(scene.open.server().secret()));
}

void TestActivity::rowsAreCopiedWithTheirTitles()
{
    Scene scene;
    scene.show();
    scene.exchange(1);
    scene.exchange(2);
    scene.choose(1);
    scene.table->setFocus();
    QTest::keyClick(scene.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = Scene::copied().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(u"Time\tMethod\tPath\t"_s));
    QVERIFY2(lines[1].startsWith(u"2026-11-28T10:42:07Z\tGET\tconnections/1\t200\t"_s), qPrintable(lines[1]));
}

void TestActivity::theWindowsRowsAreNotCopiedFromHere()
{
    Scene scene;
    QVERIFY(scene.open.find(u"helpdesk-000101"_s));
    scene.show();
    scene.table->setFocus();
    QTest::keyClick(scene.table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(Scene::copied().startsWith(u"Time\t"_s));
    QVERIFY(!Scene::copied().contains(u"helpdesk"_s));
}

void TestActivity::requestIdsAreCopiedWhereThereIsOne()
{
    Scene scene;
    scene.show();
    scene.exchange(1, api::ErrorKind::Rejected);
    scene.exchange(2);
    scene.choose(0);
    QVERIFY(!scene.button(u"Copy request id"_s)->isEnabled());
    scene.choose(1);
    QTest::mouseClick(scene.button(u"Copy request id"_s), Qt::LeftButton);
    QCOMPARE(Scene::copied(), u"313b4518"_s);
}

void TestActivity::rowsAreSavedAsCsv()
{
    const QTemporaryDir folder;
    Scene scene;
    scene.show();
    QVERIFY(!scene.button(u"Save as…"_s)->isEnabled());
    scene.exchange(1);
    scene.exchange(2, api::ErrorKind::Rejected);
    scene.panel->findChild<QCheckBox *>()->setChecked(true);
    scene.panel->save(folder.filePath(u"activity.csv"_s));
    QFile file(folder.filePath(u"activity.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith("2026-11-28T10:42:07.000Z,GET,connections/2,404"));
    QVERIFY(scene.open.says(u"Saved"_s));
}

void TestActivity::aFileThatCannotBeWrittenIsTold()
{
    Scene scene;
    scene.show();
    scene.panel->save(u"/nonexistent/activity.csv"_s);
    QVERIFY(scene.open.says(u"Not saved: "_s));
}

void TestActivity::clearingEmptiesIt()
{
    Scene scene;
    scene.show();
    scene.exchange(1, api::ErrorKind::Network);
    scene.choose(0);
    QTest::mouseClick(scene.button(u"Clear"_s), Qt::LeftButton);
    QCOMPARE(scene.table->model()->rowCount(), 0);
    QVERIFY(scene.open.says(u"0\u00a0requests"_s));
    for (const QString &text : {u"Clear"_s, u"Copy as cURL"_s, u"Save as…"_s}) {
        QVERIFY2(!scene.button(text)->isEnabled(), qPrintable(text));
    }
}

void TestActivity::whatOneLooksAtStaysInItsPlace()
{
    Scene scene;
    scene.show();
    for (quint64 number = 1; number <= ActivityModel::mostRows; ++number) {
        scene.exchange(number);
    }
    QCOMPARE(scene.table->model()->rowCount(), ActivityModel::mostRows);
    const auto topPath = [&scene] {
        return scene.table->model()->index(scene.table->rowAt(1), int(ActivityModel::Column::Path)).data().toString();
    };
    QCOMPARE(topPath(), u"connections/%1"_s.arg(ActivityModel::mostRows));
    scene.exchange(2'001);
    QCOMPARE(topPath(), u"connections/2001"_s);
    QTRY_VERIFY(scene.table->verticalScrollBar()->maximum() > scene.table->rowViewportPosition(100));
    scene.table->verticalScrollBar()->setValue(scene.table->rowViewportPosition(100));
    const QString before = topPath();
    QCOMPARE(before, u"connections/1901"_s);
    scene.exchange(2'002);
    scene.exchange(2'003);
    QTRY_COMPARE(topPath(), before);
}

void TestActivity::theWindowRemembersIt()
{
    QCoreApplication::setOrganizationName(u"saltdesk-test"_s);
    QCoreApplication::setApplicationName(u"saltdesk-activity"_s);
    QSettings stored(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-activity"_s);
    stored.clear();
    {
        Scene scene;
        scene.show();
        scene.open.window().close();
    }
    {
        Scene scene;
        QVERIFY(scene.panel->isVisible());
        QVERIFY(scene.open.action(u"Activity"_s)->isChecked());
        QTest::keyClick(&scene.open.window(), Qt::Key_F12);
        scene.open.window().close();
    }
    const Scene scene;
    QVERIFY(!scene.panel->isVisible());
    stored.sync();
    stored.clear();
    QCoreApplication::setOrganizationName({});
}

void TestActivity::aNarrowWindowHasRoomForIt()
{
    Scene scene;
    scene.show();
    scene.exchange(1);
    scene.open.window().resize(scene.open.window().minimumSize());
    QTRY_COMPARE(scene.open.window().size(), scene.open.window().minimumSize());
    const auto buttons = scene.panel->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        const QRect place(button->mapTo(scene.panel, QPoint()), button->size());
        QVERIFY2(scene.panel->rect().contains(place), qPrintable(button->text()));
    }
    QVERIFY(scene.table->viewport()->height() > 0);
}

QTEST_MAIN(TestActivity)
#include "tst_ui_activity.moc"
