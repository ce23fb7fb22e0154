// SPDX-License-Identifier: Apache-2.0
#include "credentials/ChoiceEntry.h"
#include "credentials/CredentialForm.h"
#include "credentials/FieldEntry.h"
#include "credentials/FileEntry.h"
#include "credentials/PasswordEntry.h"
#include "credentials/SecretField.h"
#include "credentials/SecretText.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using namespace std::chrono_literals;
using models::EntryKind;
using models::FormField;
using models::FormFields;
using ui::CredentialForm;

namespace {

FormField field(const QString &name, EntryKind kind = EntryKind::Text, bool optional = false)
{
    return {
        .name = name, .label = name.toUpper(), .kind = kind, .optional = optional, .options = {}, .unknownNature = {}};
}

FormField choice(const QString &name, int options, int preset = -1, EntryKind kind = EntryKind::Choice)
{
    FormField made = field(name, kind);
    for (int i = 0; i < options; ++i) {
        made.options.push_back({.name = u"o%1"_s.arg(i),
                                .englishName = {},
                                .localizedName = u"Option %1"_s.arg(i),
                                .value = u"value-%1"_s.arg(i),
                                .selected = i == preset});
    }
    return made;
}

QString valueOf(const api::Credentials &credentials, const QString &name)
{
    for (const api::Credential &credential : credentials) {
        if (credential.name == name && credential.values.size() == 1) {
            return QString::fromUtf8(credential.values.front().reveal());
        }
    }
    return {};
}

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : QString();
}

} // namespace

class TestCredentialForm : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasItsControlAndItsName();
    void itIsCompleteOnceEveryNeededFieldIsFilled();
    void optionalFieldsMayStayEmptyAndAreLeftOut();
    void aPresetChoiceIsKept();
    void aChoiceIsTypedOrSetByAnAssistiveTool();
    void enterAfterACompletedChoiceSubmitsOnce();
    void aChoiceSendsItsValue();
    void aLongChoiceIsSearchedAndHalfAWordIsNone();
    void severalChoicesAreSentAsSeveral();
    void pastedCodesAreCleanedAndTypedTextIsNot();
    void aPasswordIsMaskedAndItsRevealTimesOut();
    void aPasswordGetsOutByNoOtherWay();
    void wipingOverwritesWhatTheFieldHeld();
    void anotherFormWipesTheLast();
    void aFileIsReadUpToItsCap();
    void theOnlyCodeIsLarge();
    void oddLabelsStayUsable();
    void anUnknownKindSaysSo();
    void itIsNeverAWindowOfItsOwn();
};

void TestCredentialForm::everyKindHasItsControlAndItsName()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {field(u"login"_s), field(u"number"_s, EntryKind::Number),
                         field(u"password"_s, EntryKind::Password), choice(u"branch"_s, 3), choice(u"bank"_s, 30),
                         choice(u"accounts"_s, 2, -1, EntryKind::MultiChoice), field(u"file"_s, EntryKind::File)},
              .repeated = {}});
    form.show();
    QCOMPARE(form.entries().size(), 7U);
    for (const ui::FieldEntry *entry : form.entries()) {
        for (QWidget *widget : entry->findChildren<QWidget *>()) {
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible()) {
                QVERIFY2(!accessibleName(widget).isEmpty(), qPrintable(entry->field().name));
            }
        }
    }
    const auto name = [&form](std::size_t index) { return accessibleName(form.entries()[index]->control()); };
    QCOMPARE(name(0), u"LOGIN"_s);
    QCOMPARE(name(2), u"PASSWORD"_s);
    QCOMPARE(name(3), u"BRANCH"_s);
}

void TestCredentialForm::itIsCompleteOnceEveryNeededFieldIsFilled()
{
    CredentialForm form(CredentialForm::Look::Login);
    QSignalSpy changed(&form, &CredentialForm::changed);
    form.ask({.fields = {field(u"login"_s), field(u"password"_s, EntryKind::Password)}, .repeated = {}});
    QVERIFY(!form.isComplete());
    QTest::keyClicks(form.entries()[0]->findChild<QLineEdit *>(), u"me"_s);
    QVERIFY(!form.isComplete());
    QTest::keyClicks(form.entries()[1]->findChild<QLineEdit *>(), u"pw"_s);
    QVERIFY(form.isComplete());
    QVERIFY(changed.count() >= 4);
    QCOMPARE(valueOf(form.credentials(), u"login"_s), u"me"_s);
    QCOMPARE(valueOf(form.credentials(), u"password"_s), u"pw"_s);
    form.wipe();
    QVERIFY(!form.isComplete());
}

void TestCredentialForm::optionalFieldsMayStayEmptyAndAreLeftOut()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {field(u"login"_s), field(u"word"_s, EntryKind::Text, true)}, .repeated = {}});
    QTest::keyClicks(form.entries()[0]->findChild<QLineEdit *>(), u"me"_s);
    QVERIFY(form.isComplete());
    QCOMPARE(form.credentials().size(), 1U);
}

void TestCredentialForm::aPresetChoiceIsKept()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {choice(u"preset"_s, 3, 1), choice(u"open"_s, 3)}, .repeated = {}});
    QVERIFY(form.entries()[0]->isFilled());
    QVERIFY(!form.entries()[1]->isFilled());
    QCOMPARE(form.entries()[0]->findChild<QComboBox *>()->currentText(), u"Option 1"_s);
}

void TestCredentialForm::aChoiceIsTypedOrSetByAnAssistiveTool()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {choice(u"branch"_s, 3, 0)}, .repeated = {}});
    auto *combo = form.entries()[0]->findChild<QComboBox *>();
    combo->lineEdit()->selectAll();
    QTest::keyClicks(combo->lineEdit(), u"option 2"_s);
    QCOMPARE(valueOf(form.credentials(), u"branch"_s), u"value-2"_s);
    combo->lineEdit()->setText(u"Option 0"_s);
    QCOMPARE(valueOf(form.credentials(), u"branch"_s), u"value-0"_s);
    combo->lineEdit()->setText(u"Opt"_s);
    QVERIFY(!form.isComplete());
    QCOMPARE(accessibleName(combo->lineEdit()), u"BRANCH"_s);
}

void TestCredentialForm::enterAfterACompletedChoiceSubmitsOnce()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {choice(u"branch"_s, 3)}, .repeated = {}});
    form.show();
    QSignalSpy submitted(&form, &CredentialForm::submitted);
    auto *combo = form.entries()[0]->findChild<QComboBox *>();
    QTest::keyClicks(combo->lineEdit(), u"option"_s);
    combo->lineEdit()->setText(u"opt"_s);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 0);
    combo->lineEdit()->clear();
    // As the keys come on a desk: to the box, which has the focus.
    QTest::keyClicks(combo, u"option 1"_s);
    QTest::keyClick(combo, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(combo->currentIndex(), 1);
}

void TestCredentialForm::aChoiceSendsItsValue()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {choice(u"branch"_s, 3, 0)}, .repeated = {}});
    QTest::keyClick(form.entries()[0]->findChild<QComboBox *>(), Qt::Key_Down);
    QCOMPARE(valueOf(form.credentials(), u"branch"_s), u"value-1"_s);
}

void TestCredentialForm::aLongChoiceIsSearchedAndHalfAWordIsNone()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {choice(u"branch"_s, 500)}, .repeated = {}});
    auto *combo = form.entries()[0]->findChild<QComboBox *>();
    QVERIFY(combo->isEditable());
    QTest::keyClicks(combo->lineEdit(), u"ption 49"_s);
    QVERIFY(!form.isComplete());
    QCOMPARE(combo->completer()->completionCount(), 11);
    combo->lineEdit()->setText(u"option 499"_s);
    QVERIFY(form.isComplete());
    QCOMPARE(valueOf(form.credentials(), u"branch"_s), u"value-499"_s);
    QCOMPARE(combo->count(), 500);
}

void TestCredentialForm::severalChoicesAreSentAsSeveral()
{
    CredentialForm form(CredentialForm::Look::Code);
    form.ask({.fields = {choice(u"accounts"_s, 3, -1, EntryKind::MultiChoice)}, .repeated = {}});
    QVERIFY(!form.isComplete());
    const auto boxes = form.findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), 3);
    QTest::keyClick(boxes[0], Qt::Key_Space);
    QTest::keyClick(boxes[2], Qt::Key_Space);
    const api::Credentials credentials = form.credentials();
    QVERIFY(credentials.front().multiple);
    QCOMPARE(credentials.front().values.size(), 2U);
    QCOMPARE(credentials.front().values[1].reveal(), "value-2");
}

void TestCredentialForm::pastedCodesAreCleanedAndTypedTextIsNot()
{
    CredentialForm form(CredentialForm::Look::Code);
    form.ask({.fields = {field(u"sms"_s), field(u"address"_s)}, .repeated = {}});
    auto *code = form.entries()[0]->findChild<QLineEdit *>();
    QGuiApplication::clipboard()->setText(u" 123\u00a0456\u200b\n"_s);
    code->paste();
    QCOMPARE(code->text(), u"123456"_s);
    auto *address = form.entries()[1]->findChild<QLineEdit *>();
    QTest::keyClicks(address, u"12 Main Street"_s);
    QCOMPARE(address->text(), u"12 Main Street"_s);
    QGuiApplication::clipboard()->clear();
}

void TestCredentialForm::aPasswordIsMaskedAndItsRevealTimesOut()
{
    ui::PasswordEntry entry(field(u"password"_s, EntryKind::Password), ui::LineEntry::Pasting::Kept, nullptr, 50ms);
    auto *line = entry.findChild<ui::SecretField *>();
    auto *reveal = entry.findChild<QToolButton *>();
    QTest::keyClicks(line, u"secret"_s);
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    QVERIFY(!line->displayText().contains(u"secret"_s));
    reveal->click();
    QVERIFY(line->isRevealed());
    QTRY_VERIFY(!line->isRevealed());
    QCOMPARE(line->text(), u"secret"_s);
    QVERIFY(!reveal->isChecked());
}

void TestCredentialForm::aPasswordGetsOutByNoOtherWay()
{
    ui::PasswordEntry entry(field(u"password"_s, EntryKind::Password), ui::LineEntry::Pasting::Kept);
    entry.show();
    auto *line = entry.findChild<ui::SecretField *>();
    QTest::keyClicks(line, u"secret"_s);
    for (const bool revealed : {false, true}) {
        line->setRevealed(revealed);
        QGuiApplication::clipboard()->setText(u"before"_s);
        line->selectAll();
        QTest::keySequence(line, QKeySequence::Copy);
        QTest::keySequence(line, QKeySequence::Cut);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QCOMPARE(line->text(), u"secret"_s);
        QVERIFY(!line->dragEnabled());
    }
    // Kill the line, kill its end, select all.
    for (const Qt::Key key : {Qt::Key_U, Qt::Key_K, Qt::Key_A}) {
        line->setText(u"secret"_s);
        line->setRevealed(true);
        line->setCursorPosition(0);
        QTest::keyClick(line, key, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(!line->isRevealed());
    }
    line->selectAll();
    QTest::keyClicks(line, u"x"_s);
    QTest::keySequence(line, QKeySequence::Undo);
    QCOMPARE(line->text(), u"x"_s);
}

void TestCredentialForm::wipingOverwritesWhatTheFieldHeld()
{
    QLineEdit line;
    QTest::keyClicks(&line, u"canary-password"_s);
    const QString held = line.text();
    ui::wipeField(line);
    // Shares the buffer that the field had.
    QVERIFY(!held.contains(u"canary"_s));
    QVERIFY(line.text().isEmpty());
    QVERIFY(!line.isUndoAvailable());
    QLineEdit literal;
    literal.setText(u"a text of the program itself"_s);
    ui::wipeField(literal);
    QVERIFY(literal.text().isEmpty());
}

void TestCredentialForm::anotherFormWipesTheLast()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.ask({.fields = {field(u"login"_s)}, .repeated = {}});
    QTest::keyClicks(form.entries()[0]->findChild<QLineEdit *>(), u"canary"_s);
    const QString held = form.entries()[0]->findChild<QLineEdit *>()->text();
    form.ask({.fields = {field(u"other"_s)}, .repeated = {}});
    QVERIFY(!held.contains(u"canary"_s));
    QCOMPARE(form.entries().size(), 1U);
    QCOMPARE(form.entries()[0]->field().name, u"other"_s);
}

void TestCredentialForm::aFileIsReadUpToItsCap()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    };
    ui::FileEntry entry(field(u"statement"_s, EntryKind::File));
    entry.show();
    entry.take(write(u"good.csv"_s, "a;b"));
    QVERIFY(entry.isFilled());
    QCOMPARE(entry.credential().values.front().reveal(), QByteArray("a;b").toBase64());
    entry.take(write(u"large.csv"_s, QByteArray(ui::FileEntry::largestFile + 1, 'x')));
    QVERIFY(!entry.isFilled());
    const auto labels = entry.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"larger than"_s); }));
    entry.take(folder.filePath(u"missing.csv"_s));
    QVERIFY(!entry.isFilled());
    entry.take(write(u"empty.csv"_s, ""));
    QVERIFY(!entry.isFilled());
}

void TestCredentialForm::theOnlyCodeIsLarge()
{
    CredentialForm code(CredentialForm::Look::Code);
    code.ask({.fields = {field(u"sms"_s)}, .repeated = {}});
    CredentialForm login(CredentialForm::Look::Login);
    login.ask({.fields = {field(u"login"_s)}, .repeated = {}});
    const auto size = [](const CredentialForm &form) {
        return form.entries()[0]->findChild<QLineEdit *>()->font().pointSizeF();
    };
    QVERIFY(size(code) > 1.5 * size(login));
}

void TestCredentialForm::oddLabelsStayUsable()
{
    CredentialForm form(CredentialForm::Look::Login);
    FormField longest = field(u"a"_s);
    longest.label = QString(300, u'W');
    FormField rightToLeft = field(u"b"_s);
    rightToLeft.label = u"رمز التأكيد"_s;
    FormField ampersand = field(u"c"_s);
    ampersand.label = u"Name & <b>code</b>"_s;
    form.ask({.fields = {longest, rightToLeft, ampersand}, .repeated = {u"a"_s}});
    form.resize(440, 400);
    form.show();
    for (const ui::FieldEntry *entry : form.entries()) {
        auto *line = entry->findChild<QLineEdit *>();
        QCOMPARE(accessibleName(line), entry->field().label);
        QVERIFY(line->width() <= form.width());
        const auto labels = entry->findChildren<QLabel *>();
        QVERIFY(std::ranges::all_of(labels, [](const QLabel *label) { return label->textFormat() == Qt::PlainText; }));
    }
    QVERIFY(form.width() <= 440);
}

void TestCredentialForm::anUnknownKindSaysSo()
{
    CredentialForm form(CredentialForm::Look::Login);
    FormField odd = field(u"odd"_s);
    odd.unknownNature = u"hologram"_s;
    form.ask({.fields = {odd}, .repeated = {}});
    const auto labels = form.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"hologram"_s); }));
    QVERIFY(accessibleName(form.entries()[0]->control()) == odd.label);
}

void TestCredentialForm::itIsNeverAWindowOfItsOwn()
{
    CredentialForm form(CredentialForm::Look::Login);
    form.show();
    FormField optional = field(u"o"_s, EntryKind::Text, true);
    QSignalSpy windows(qGuiApp, &QGuiApplication::focusWindowChanged);
    form.ask({.fields = {optional, field(u"p"_s, EntryKind::Password, true)}, .repeated = {}});
    for (QWindow *window : QGuiApplication::topLevelWindows()) {
        QVERIFY(window == form.windowHandle() || !window->isVisible());
    }
}

QTEST_MAIN(TestCredentialForm)
#include "tst_ui_credentialform.moc"
