// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"

#include "credentials/ChoiceEntry.h"
#include "credentials/CredentialForm.h"
#include "credentials/FieldEntry.h"
#include "question/AnswerDialog.h"
#include "resources/CustomersApi.h"
#include "testing/Arrival.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

QPushButton *mainButton(const QDialog *dialog)
{
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->isDefault() && button->isVisible(); });
    return found == buttons.end() ? nullptr : *found;
}

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

bool ConnectSteps::makeCustomer(const QString &identifier)
{
    Arrival<api::Customer> made(api::CustomersApi(m_open.workspace().client()).create(identifier));
    return made.wait() && made.ok() && m_open.find(identifier);
}

QDialog *ConnectSteps::dialog(const QString &title) const
{
    const auto dialogs = m_open.window().findChildren<QDialog *>();
    const auto found = std::ranges::find_if(
        dialogs, [&title](const QDialog *each) { return each->isVisible() && each->windowTitle() == title; });
    return found == dialogs.end() ? nullptr : *found;
}

QDialog *ConnectSteps::waitFor(const QString &title, int milliseconds) const
{
    const bool came = QTest::qWaitFor([&] { return dialog(title) != nullptr; }, milliseconds);
    return came ? dialog(title) : nullptr;
}

bool ConnectSteps::says(const QDialog *dialog, const QString &words)
{
    const auto labels = dialog->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

bool ConnectSteps::waitUntilSaid(const QString &title, const QString &words, int milliseconds) const
{
    return QTest::qWaitFor(
        [&] {
            const QDialog *shown = dialog(title);
            return shown != nullptr && says(shown, words);
        },
        milliseconds);
}

QDialog *ConnectSteps::connecting() const
{
    QDialog *created = dialog(u"New connection"_s);
    return created != nullptr ? created : dialog(u"Reconnect"_s);
}

void ConnectSteps::press(QWidget *where, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_keys;
    QTest::keyClick(where, key, modifiers);
}

void ConnectSteps::type(QWidget *where, const QString &text)
{
    m_keys += int(text.size());
    QTest::keyClicks(where, text);
}

bool ConnectSteps::openNew()
{
    press(&m_open.window(), Qt::Key_N, Qt::ControlModifier);
    return waitFor(u"New connection"_s) != nullptr;
}

bool ConnectSteps::openReconnect()
{
    press(&m_open.window(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    return waitFor(u"Reconnect"_s) != nullptr;
}

bool ConnectSteps::chooseBank(const QString &search)
{
    QDialog *shown = dialog(u"New connection"_s);
    const auto lists = shown->findChildren<QListView *>();
    const auto banks = std::ranges::find(lists, u"Banks"_s, &QWidget::accessibleName);
    if (!QTest::qWaitFor([&] { return (*banks)->model()->rowCount() > 0; }, 20'000)) {
        return false;
    }
    type(shown->focusWidget(), search);
    if ((*banks)->model()->rowCount() == 0) {
        return false;
    }
    press(shown, Qt::Key_Return);
    return QTest::qWaitFor([&] { return says(shown, u"What does the customer agree to?"_s); }, 20'000);
}

bool ConnectSteps::agree()
{
    QDialog *shown = connecting();
    const auto boxes = shown->findChildren<QCheckBox *>();
    const auto agreed = std::ranges::find_if(
        boxes, [](const QCheckBox *box) { return plain(box->text()) == "The customer agreed to this"_L1; });
    if (!QTest::qWaitFor([&] { return (*agreed)->isVisible() && (*agreed)->isEnabled() && (*agreed)->hasFocus(); },
                         20'000)) {
        return false;
    }
    press(*agreed, Qt::Key_Space);
    press(shown, Qt::Key_Return);
    return QTest::qWaitFor([&] { return !(*agreed)->isVisible(); }, 5'000);
}

bool ConnectSteps::fillEntry(const ui::FieldEntry &entry, const QString &value)
{
    const auto &options = entry.field().options;
    if (auto *combo = entry.findChild<QComboBox *>()) {
        const auto wanted = std::ranges::find(options, value, &api::FieldOption::value);
        if (wanted == options.end()) {
            return false;
        }
        combo->setFocus(Qt::TabFocusReason);
        combo->lineEdit()->selectAll();
        // The rest is completed.
        const QString label = wanted->label();
        const auto foreign = std::ranges::find_if(label, [](QChar character) { return character.unicode() > 127; });
        type(combo->lineEdit(), label.left(foreign - label.begin()));
        return combo->currentText() == label;
    }
    if (auto *line = entry.findChild<QLineEdit *>()) {
        line->clear();
        type(line, value);
        return true;
    }
    const QStringList values = value.split(u'|');
    const auto boxes = entry.findChildren<QCheckBox *>();
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        if (values.contains(options[std::size_t(i)].value)) {
            press(boxes[i], Qt::Key_Space);
        }
    }
    return true;
}

bool ConnectSteps::fill(const Entries &entries)
{
    QDialog *shown = connecting() != nullptr ? connecting() : dialog(u"Answer the bank"_s);
    for (const auto *entry : shown->findChildren<ui::FieldEntry *>()) {
        const auto value = entries.find(entry->field().name);
        if (value == entries.end() && entry->findChild<QComboBox *>() == nullptr) {
            // What an earlier try left there; a choice may be preset.
            for (auto *line : entry->findChildren<QLineEdit *>()) {
                line->clear();
            }
        } else if (value != entries.end() && (!entry->isVisible() || !fillEntry(*entry, value->second))) {
            return false;
        }
    }
    return true;
}

bool ConnectSteps::send()
{
    QDialog *shown = connecting();
    const QPushButton *button = mainButton(shown);
    if (button == nullptr || !QTest::qWaitFor([&] { return button->isEnabled(); }, 5'000)) {
        return false;
    }
    press(shown, Qt::Key_Return);
    return true;
}

bool ConnectSteps::connectNew(const QString &bank, const Entries &login)
{
    return openNew() && chooseBank(bank) && agree() && fill(login) && send();
}

bool ConnectSteps::answer(const Entries &answer)
{
    QDialog *prompt = waitFor(u"Answer the bank"_s, 30'000);
    if (prompt == nullptr || !QTest::qWaitFor([&] { return mainButton(prompt) != nullptr; }, 5'000)) {
        return false;
    }
    for (const auto *entry : prompt->findChildren<ui::FieldEntry *>()) {
        const auto value = answer.find(entry->field().name);
        if (value == answer.end() || !fillEntry(*entry, value->second)) {
            return false;
        }
    }
    const QPushButton *button = mainButton(prompt);
    if (!QTest::qWaitFor([&] { return button->isEnabled(); }, 5'000)) {
        return false;
    }
    const auto *asking = qobject_cast<ui::AnswerDialog *>(prompt);
    const api::ConnectionId connection = asking->connection();
    const api::StageId stage = asking->stage();
    press(prompt, Qt::Key_Return);
    return QTest::qWaitFor(
        [&] {
            const models::WaitingQuestion *waiting = m_open.workspace().questions().find(connection);
            return waiting == nullptr || waiting->stage.id != stage;
        },
        20'000);
}

} // namespace saltdesk::testing
