// SPDX-License-Identifier: Apache-2.0
#include "connections/ConnectionDelegate.h"
#include "connections/ConnectionsModel.h"
#include "connections/TextCache.h"
#include "theme/ColorTokens.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ConnectionColumn;
using models::ConnectionsModel;
using ui::ColorTokens;
using ui::ConnectionDelegate;

namespace {

QImage painted(const QStandardItemModel &model, int row, int column, QStyle::State state)
{
    QImage image(160, ConnectionDelegate::rowHeight, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    option.state = state;
    option.viewItemPosition = QStyleOptionViewItem::Beginning;
    ConnectionDelegate().paint(&painter, option, model.index(row, column));
    painter.end();
    return image;
}

int pixels(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += QColor(image.pixel(x, y)) == color ? 1 : 0;
        }
    }
    return found;
}

QStandardItemModel *rows(QObject *parent)
{
    auto *model = new QStandardItemModel(2, models::connectionColumnCount, parent);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < models::connectionColumnCount; ++column) {
            auto *item = new QStandardItem(u"cell %1"_s.arg(column));
            item->setData(int(models::Tone::Bad), ConnectionsModel::ToneRole);
            item->setData(int(models::Situation::NeedsCustomer), ConnectionsModel::SituationRole);
            model->setItem(row, column, item);
        }
    }
    return model;
}

} // namespace

class TestDelegate : public QObject
{
    Q_OBJECT

private slots:
    void aPillHasGroundAndSign_data();
    void aPillHasGroundAndSign();
    void everyPixelIsPainted();
    void aChosenRowIsMarkedByMoreThanColour();
    void timesAreRight();
    void textsAreShapedOnce();
    void aLongTextIsElided();
    void aTextOfSeveralLinesStaysInItsRow();
    void markupIsShownAsItIs();
};

void TestDelegate::aPillHasGroundAndSign_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDelegate::aPillHasGroundAndSign()
{
    QFETCH(const bool, dark);
    const ui::Theme theme(*qApp, dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light);
    const ColorTokens &tokens = dark ? ColorTokens::dark() : ColorTokens::light();
    const QImage image = painted(*rows(this), 0, int(ConnectionColumn::State), QStyle::State_Enabled);
    QVERIFY(pixels(image, tokens.badGround) > 100);
    QVERIFY(pixels(image, tokens.bad) > 5);
    QCOMPARE(QColor(image.pixel(155, 4)), tokens.panel);
}

void TestDelegate::everyPixelIsPainted()
{
    const ui::Theme theme(*qApp, ui::Theme::Mode::Light);
    auto *model = rows(this);
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < models::connectionColumnCount; ++column) {
            QCOMPARE(pixels(painted(*model, row, column, QStyle::State_Enabled), Qt::magenta), 0);
        }
    }
}

void TestDelegate::aChosenRowIsMarkedByMoreThanColour()
{
    const ui::Theme theme(*qApp, ui::Theme::Mode::Light);
    const QStyle::State chosen = QStyle::State_Enabled | QStyle::State_Selected | QStyle::State_Active;
    const QImage image = painted(*rows(this), 0, int(ConnectionColumn::Bank), chosen);
    QCOMPARE(QColor(image.pixel(150, 3)), ColorTokens::light().selection);
    QCOMPARE(QColor(image.pixel(1, 3)), ColorTokens::light().accent);
}

void TestDelegate::timesAreRight()
{
    QVERIFY(ConnectionDelegate::alignment(int(ConnectionColumn::LastSuccess)).testFlag(Qt::AlignRight));
    QVERIFY(ConnectionDelegate::alignment(int(ConnectionColumn::Bank)).testFlag(Qt::AlignLeft));
    const ui::Theme theme(*qApp, ui::Theme::Mode::Light);
    auto *model = rows(this);
    const auto ink = [](const QImage &image, int from, int to) {
        const QImage part = image.copy(from, 0, to - from, image.height() - 1);
        return part.width() * part.height() - pixels(part, ColorTokens::light().panel);
    };
    const QImage time = painted(*model, 0, int(ConnectionColumn::LastSuccess), QStyle::State_Enabled);
    QVERIFY(ink(time, 80, 160) > 0);
    QCOMPARE(ink(time, 0, 80), 0);
    const QImage customer = painted(*model, 0, int(ConnectionColumn::Customer), QStyle::State_Enabled);
    QVERIFY(ink(customer, 0, 80) > 0);
    QCOMPARE(ink(customer, 80, 160), 0);
}

void TestDelegate::textsAreShapedOnce()
{
    ui::TextCache cache;
    cache.setFont(QApplication::font());
    const QStaticText *first = &cache.text(u"Fakebank"_s, 100, false);
    QCOMPARE(&cache.text(u"Fakebank"_s, 100, false), first);
    QVERIFY(cache.font(true).bold());
    QVERIFY(!cache.font(false).bold());
}

void TestDelegate::aLongTextIsElided()
{
    ui::TextCache cache;
    cache.setFont(QApplication::font());
    const QStaticText shaped = cache.text(u"a very long name of a bank"_s, 60, true);
    QVERIFY(shaped.text().endsWith(u'…'));
    QVERIFY(shaped.size().width() <= 60);
    QCOMPARE(cache.text(u"a very long name of a bank"_s, 600, true).text(), u"a very long name of a bank"_s);
}

void TestDelegate::aTextOfSeveralLinesStaysInItsRow()
{
    ui::TextCache cache;
    cache.setFont(QApplication::font());
    QCOMPARE(cache.text(u"one\ntwo"_s, 600, false).text(), u"one two"_s);
}

void TestDelegate::markupIsShownAsItIs()
{
    ui::TextCache cache;
    cache.setFont(QApplication::font());
    const QStaticText shaped = cache.text(u"<b>x</b>"_s, 600, false);
    QCOMPARE(shaped.textFormat(), Qt::PlainText);
    QCOMPARE(shaped.text(), u"<b>x</b>"_s);
}

QTEST_MAIN(TestDelegate)
#include "tst_ui_delegate.moc"
