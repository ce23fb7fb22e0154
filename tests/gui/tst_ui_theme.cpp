// SPDX-License-Identifier: Apache-2.0
#include "theme/ButtonRole.h"
#include "theme/ColorTokens.h"
#include "theme/EnvironmentBadge.h"
#include "theme/SaltdeskStyle.h"
#include "theme/SymbolicIcon.h"
#include "theme/Theme.h"
#include "theme/ToneIcon.h"
#include "theme/WrappedLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::Tone;
using ui::ColorTokens;
using ui::Theme;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// As WCAG 2 computes it.
double contrast(const QColor &a, const QColor &b)
{
    // By value: std::minmax of two temporaries would give references to them.
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

bool isBlank(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) != 0) {
                return false;
            }
        }
    }
    return true;
}

constexpr Tone tones[] = {Tone::Good, Tone::Warning, Tone::Bad, Tone::Running, Tone::Idle};

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void aPaletteLeadsBackToItsTokens();
    void theModeSetsThePalette();
    void everySignHasAPicture();
    void noTwoSituationsShareASign();
    void aSignTakesTheColourItIsGiven();
    void anIconFollowsThePalette();
    void aPrimaryButtonIsFilledWithTheAccent();
    void whatHasTheKeysIsSeen_data();
    void whatHasTheKeysIsSeen();
    void controlsAreThirtyPixelsHigh();
    void aMutedLabelFollowsTheTheme();
};

void TestTheme::everyTextCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::everyTextCanBeRead()
{
    QFETCH(const bool, dark);
    const ColorTokens &tokens = dark ? ColorTokens::dark() : ColorTokens::light();
    constexpr double readable = 4.5;
    for (const QColor &ground : {tokens.window, tokens.panel, tokens.stripe, tokens.hover}) {
        QVERIFY(contrast(tokens.text, ground) >= readable);
        QVERIFY2(contrast(tokens.muted, ground) >= readable, qPrintable(ground.name()));
    }
    QVERIFY(contrast(tokens.text, tokens.selection) >= readable);
    QVERIFY(contrast(tokens.onAccent, tokens.accent) >= readable);
    QVERIFY(contrast(tokens.onAccent, tokens.accentHover) >= readable);
    for (const Tone tone : tones) {
        QVERIFY2(contrast(tokens.tone(tone), tokens.ground(tone)) >= readable, qPrintable(QString::number(int(tone))));
        QVERIFY(contrast(tokens.text, tokens.ground(tone)) >= readable);
    }
    for (const auto kind :
         {models::EnvironmentKind::Sandbox, models::EnvironmentKind::Test, models::EnvironmentKind::Live}) {
        QVERIFY(contrast(Qt::white, tokens.environment(kind)) >= readable);
    }
}

void TestTheme::aPaletteLeadsBackToItsTokens()
{
    QCOMPARE(&ColorTokens::of(ColorTokens::light().palette()), &ColorTokens::light());
    QCOMPARE(&ColorTokens::of(ColorTokens::dark().palette()), &ColorTokens::dark());
}

void TestTheme::theModeSetsThePalette()
{
    Theme theme(*qApp, Theme::Mode::Light);
    QSignalSpy changed(&theme, &Theme::modeChanged);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ColorTokens::light().window);
    QVERIFY(!theme.isDark());
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), ColorTokens::dark().window);
    QVERIFY(theme.isDark());
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setMode(Theme::Mode::System);
    QCOMPARE(changed.count(), 2);
    QVERIFY(!theme.isDark());
}

void TestTheme::everySignHasAPicture()
{
    QStringList names{u"search"_s, u"filter"_s,  u"close"_s, u"lock"_s,  u"unlock"_s,
                      u"alert"_s,  u"offline"_s, u"key"_s,   u"inbox"_s, u"person"_s};
    for (const Tone tone : tones) {
        names << ui::toneIcon(tone);
    }
    for (int situation = 0; situation <= int(models::Situation::Disabled); ++situation) {
        names << ui::situationIcon(static_cast<models::Situation>(situation));
    }
    for (const auto kind :
         {models::EnvironmentKind::Sandbox, models::EnvironmentKind::Test, models::EnvironmentKind::Live}) {
        names << ui::EnvironmentBadge::icon(kind);
    }
    for (const QString &name : names) {
        QVERIFY2(!isBlank(ui::SymbolicIcon::pixmap(name, Qt::black, 16, 1)), qPrintable(name));
    }
    QVERIFY(isBlank(ui::SymbolicIcon::pixmap(u"there-is-none"_s, Qt::black, 16, 1)));
}

void TestTheme::noTwoSituationsShareASign()
{
    QSet<QString> signs;
    for (int situation = 0; situation <= int(models::Situation::Disabled); ++situation) {
        signs.insert(ui::situationIcon(static_cast<models::Situation>(situation)));
    }
    QCOMPARE(signs.size(), int(models::Situation::Disabled) + 1);
}

void TestTheme::aSignTakesTheColourItIsGiven()
{
    const QImage red = ui::SymbolicIcon::pixmap(u"diamond"_s, Qt::red, 16, 2).toImage();
    QCOMPARE(red.size(), QSize(32, 32));
    QCOMPARE(QColor(red.pixel(16, 16)), QColor(Qt::red));
    const QImage blue = ui::SymbolicIcon::pixmap(u"diamond"_s, Qt::blue, 16, 2).toImage();
    QCOMPARE(QColor(blue.pixel(16, 16)), QColor(Qt::blue));
}

void TestTheme::anIconFollowsThePalette()
{
    Theme theme(*qApp, Theme::Mode::Light);
    const QIcon icon = ui::SymbolicIcon::icon(u"diamond"_s);
    QCOMPARE(QColor(icon.pixmap(16).toImage().pixel(8, 8)), ColorTokens::light().text);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(QColor(icon.pixmap(16).toImage().pixel(8, 8)), ColorTokens::dark().text);
}

void TestTheme::aPrimaryButtonIsFilledWithTheAccent()
{
    const Theme theme(*qApp, Theme::Mode::Light);
    QPushButton button;
    button.resize(100, 30);
    const auto fill = [&] { return QColor(button.grab().toImage().pixel(8, 15)); };
    QCOMPARE(fill(), ColorTokens::light().panel);
    ui::setButtonRole(&button, ui::ButtonRole::Primary);
    QCOMPARE(ui::buttonRole(&button), ui::ButtonRole::Primary);
    QCOMPARE(fill(), ColorTokens::light().accent);
    button.setEnabled(false);
    QCOMPARE(fill(), ColorTokens::light().window);
}

void TestTheme::whatHasTheKeysIsSeen_data()
{
    QTest::addColumn<ui::ButtonRole>("role");
    QTest::newRow("normal") << ui::ButtonRole::Normal;
    QTest::newRow("primary") << ui::ButtonRole::Primary;
    QTest::newRow("destructive") << ui::ButtonRole::Destructive;
    QTest::newRow("quiet") << ui::ButtonRole::Quiet;
}

void TestTheme::whatHasTheKeysIsSeen()
{
    QFETCH(const ui::ButtonRole, role);
    Theme theme(*qApp, Theme::Mode::Light);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *first = new QPushButton(u"First"_s);
    auto *second = new QPushButton(u"Second"_s);
    ui::setButtonRole(second, role);
    column->addWidget(first);
    column->addWidget(second);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    const QImage before = second->grab().toImage();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(second->hasFocus());
    QVERIFY(second->grab().toImage() != before);
}

void TestTheme::controlsAreThirtyPixelsHigh()
{
    const Theme theme(*qApp, Theme::Mode::Light);
    QPushButton button(u"Refresh"_s);
    QLineEdit field;
    QVERIFY(button.sizeHint().height() >= 28 && button.sizeHint().height() <= 34);
    QVERIFY(field.sizeHint().height() >= 28 && field.sizeHint().height() <= 34);
}

void TestTheme::aMutedLabelFollowsTheTheme()
{
    Theme theme(*qApp, Theme::Mode::Light);
    ui::WrappedLabel label;
    label.setMuted(true);
    label.show();
    QCOMPARE(label.palette().color(QPalette::WindowText), ColorTokens::light().muted);
    theme.setMode(Theme::Mode::Dark);
    QTRY_COMPARE(label.palette().color(QPalette::WindowText), ColorTokens::dark().muted);
    label.setMuted(false);
    QCOMPARE(label.palette().color(QPalette::WindowText), ColorTokens::dark().text);
}

QTEST_MAIN(TestTheme)
#include "tst_ui_theme.moc"
