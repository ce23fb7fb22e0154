// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"
#include "OpenWindow.h"
#include "connections/ConnectionColumn.h"
#include "details/FactsList.h"
#include "privacy/Personal.h"
#include "privacy/PresenterVeils.h"
#include "privacy/Veil.h"
#include "theme/ColorTokens.h"

#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::OpenWindow;

namespace {

const QString customer = u"helpdesk-000123"_s;

void present(OpenWindow &open)
{
    QTest::keyClick(&open.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
}

QRect customerCell(const OpenWindow &open, int row)
{
    const QModelIndex index = open.table()->model()->index(row, int(models::ConnectionColumn::Customer));
    return open.table()->visualRect(index);
}

/// A label as it is drawn, alone.
QImage pictureOf(QLabel &label, const QString &text)
{
    label.setText(text);
    label.resize(300, 24);
    return label.grab().toImage();
}

} // namespace

class TestPresenter : public QObject
{
    Q_OBJECT

private slots:
    void aVeilIsTheSameWhateverStandsBehindIt();
    void lineEditsKeepTheirFrame();
    void whatBecomesPersonalLaterIsVeiledToo();
    void everythingComesBack();
    void theCustomerIsVeiledInTheTable();
    void everyPlaceThatNamesHimIsMarked();
    void theTitleDoesNotNameHim();
    void theStatusLineSaysThatItIsOn();
    void tooltipsStayAway();
    void dialogsThatOpenLaterAreVeiled_data();
    void dialogsThatOpenLaterAreVeiled();
    void nobodyNamedPagesAreVeiled();
};

void TestPresenter::aVeilIsTheSameWhateverStandsBehindIt()
{
    models::PresenterMode mode;
    const ui::PresenterVeils veils(mode);
    QLabel label;
    ui::markPersonal(&label);
    const QImage plain = pictureOf(label, customer);
    QVERIFY(plain != pictureOf(label, u"helpdesk-000124"_s));
    mode.setOn(true);
    const QImage veiled = pictureOf(label, customer);
    QVERIFY(veiled != plain);
    QCOMPARE(veiled, pictureOf(label, u"helpdesk-000124"_s));
    QCOMPARE(veiled, pictureOf(label, u"somebody with a much longer name"_s));
    QVERIFY(veiled != pictureOf(label, QString()));
}

void TestPresenter::lineEditsKeepTheirFrame()
{
    models::PresenterMode mode;
    const ui::PresenterVeils veils(mode);
    QWidget host;
    host.resize(300, 30);
    QLineEdit line(customer, &host);
    ui::markPersonal(&line);
    line.resize(host.size());
    const QImage plain = host.grab().toImage();
    mode.setOn(true);
    const QImage veiled = host.grab().toImage();
    QVERIFY(veiled != plain);
    const QRect topEdge(0, 0, 300, 2);
    QCOMPARE(veiled.copy(topEdge), plain.copy(topEdge));
    line.setText(u"another customer"_s);
    QCOMPARE(host.grab().toImage(), veiled);
}

void TestPresenter::whatBecomesPersonalLaterIsVeiledToo()
{
    models::PresenterMode mode;
    const ui::PresenterVeils veils(mode);
    mode.setOn(true);
    QLabel label(customer);
    label.show();
    QVERIFY(!ui::isVeiled(&label));
    ui::markPersonal(&label);
    QVERIFY(ui::isVeiled(&label));
    ui::markPersonal(&label, false);
    QVERIFY(!ui::isVeiled(&label));
}

void TestPresenter::everythingComesBack()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    const QRect cell = customerCell(open, 0);
    const QImage before = open.table()->viewport()->grab(cell).toImage();
    present(open);
    QTRY_VERIFY(open.table()->viewport()->grab(cell).toImage() != before);
    present(open);
    QTRY_COMPARE(open.table()->viewport()->grab(cell).toImage(), before);
    const auto widgets = open.window().findChildren<QWidget *>();
    QVERIFY(std::ranges::none_of(widgets, [](const QWidget *widget) { return ui::isVeiled(widget); }));
    QVERIFY(std::ranges::none_of(widgets, [](const QWidget *widget) { return widget->graphicsEffect() != nullptr; }));
}

void TestPresenter::theCustomerIsVeiledInTheTable()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    present(open);
    // Rows 2 and 4 have the same ground and different banks, and the veil does not tell one customer from another.
    const QImage two = open.table()->viewport()->grab(customerCell(open, 2)).toImage();
    QCOMPARE(open.table()->viewport()->grab(customerCell(open, 4)).toImage(), two);
    QTRY_VERIFY(open.says(u"Presenter mode"_s));
}

/// Whatever label or field shows the customer's name is one that gets veiled.
void TestPresenter::everyPlaceThatNamesHimIsMarked()
{
    OpenWindow open;
    // Without the focus the find field tells who was found.
    open.table()->setFocus();
    QVERIFY(open.find(customer));
    QTRY_VERIFY(open.says(u"waits for an answer of customer"_s));
    present(open);
    int veiled = 0;
    const auto labels = open.window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->text().contains(customer)) {
            QVERIFY2(ui::isVeiled(label), qPrintable(label->text()));
            QVERIFY(label->graphicsEffect() != nullptr);
            ++veiled;
        }
    }
    const auto lines = open.window().findChildren<QLineEdit *>();
    for (const QLineEdit *line : lines) {
        if (line->text().contains(customer)) {
            QVERIFY2(ui::isVeiled(line), qPrintable(line->accessibleName()));
            ++veiled;
        }
    }
    // The bar of the waiting question, the fact, the status line, the find field.
    QVERIFY2(veiled >= 4, qPrintable(QString::number(veiled)));
    const auto *raw = open.window().findChild<QPlainTextEdit *>();
    QVERIFY(ui::isVeiled(raw) && raw->viewport()->graphicsEffect() != nullptr);
}

void TestPresenter::theTitleDoesNotNameHim()
{
    OpenWindow open;
    QVERIFY(open.find(customer));
    QVERIFY(open.window().windowTitle().contains(customer));
    present(open);
    QVERIFY(!open.window().windowTitle().contains(customer));
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QVERIFY(!open.window().windowTitle().contains(u"helpdesk"_s));
    present(open);
    QVERIFY(open.window().windowTitle().contains(u"helpdesk-000101"_s));
}

void TestPresenter::theStatusLineSaysThatItIsOn()
{
    OpenWindow open;
    QVERIFY(!open.says(u"Presenter mode"_s));
    present(open);
    QTRY_VERIFY(open.says(u"Presenter mode"_s));
    QVERIFY(open.action(u"Presenter mode"_s)->isChecked());
    present(open);
    QTRY_VERIFY(!open.says(u"Presenter mode"_s));
}

void TestPresenter::tooltipsStayAway()
{
    models::PresenterMode mode;
    const ui::PresenterVeils veils(mode);
    QLabel label(u"a"_s);
    label.setToolTip(customer);
    ui::markPersonal(&label);
    label.show();
    const auto ask = [&label] {
        QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
        QCoreApplication::sendEvent(&label, &event);
    };
    ask();
    QTRY_COMPARE(QToolTip::text(), customer);
    mode.setOn(true);
    QTRY_VERIFY(!QToolTip::isVisible() || QToolTip::text().isEmpty());
    ask();
    QVERIFY(QToolTip::text().isEmpty() || !QToolTip::isVisible());
}

void TestPresenter::dialogsThatOpenLaterAreVeiled_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("title");
    QTest::newRow("update") << u"Update"_s << u"Update connection"_s;
    QTest::newRow("remove") << u"Remove"_s << u"Remove connection"_s;
    QTest::newRow("reconnect") << u"Reconnect"_s << u"Reconnect"_s;
    QTest::newRow("link") << u"Connect link"_s << u"Connect link"_s;
}

void TestPresenter::dialogsThatOpenLaterAreVeiled()
{
    QFETCH(const QString, action);
    QFETCH(const QString, title);
    OpenWindow open;
    QVERIFY(open.find(customer));
    present(open);
    open.chooseRow(open.rowOf(u"Revolut"_s));
    open.action(action)->trigger();
    const testing::ConnectSteps steps(open);
    const QDialog *dialog = steps.waitFor(title);
    QVERIFY(dialog != nullptr);
    const auto names = [](const QLabel *label) { return label->isVisible() && label->text().contains(customer); };
    const auto labels = dialog->findChildren<QLabel *>();
    QTRY_VERIFY(std::ranges::any_of(labels, names));
    int named = 0;
    for (const QLabel *label : labels) {
        if (names(label)) {
            QVERIFY2(ui::isVeiled(label), qPrintable(label->text()));
            ++named;
        }
    }
    QCOMPARE(named, 1);
}

void TestPresenter::nobodyNamedPagesAreVeiled()
{
    OpenWindow open;
    present(open);
    QVERIFY(open.find(u"nobody-of-that-name"_s));
    int named = 0;
    for (const QLabel *label : open.window().findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(u"nobody-of-that-name"_s)) {
            QVERIFY2(ui::isVeiled(label), qPrintable(label->text()));
            ++named;
        }
    }
    QCOMPARE(named, 1);
}

QTEST_MAIN(TestPresenter)
#include "tst_ui_presenter.moc"
