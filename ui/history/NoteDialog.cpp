// SPDX-License-Identifier: Apache-2.0
#include "history/NoteDialog.h"

#include "privacy/Personal.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_NoteDialog.h"

#include <QKeyEvent>
#include <QLayout>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

NoteDialog::NoteDialog(const QString &customerLabel, models::EnvironmentKind environment, Save save, QWidget *parent)
    : QDialog(parent)
    , m_save(std::move(save))
    , m_form(std::make_unique<Ui::NoteDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->badge->setKind(environment);
    m_form->heading->setFont(headingFont(font(), 1.2));
    m_form->heading->setText(tr("A note about %1").arg(customerLabel));
    markPersonal(m_form->heading);
    markPersonal(m_form->text);
    m_form->hint->setMuted(true);
    m_form->hint->setText(tr("It stays on this computer, and Ctrl+K finds it. Words that begin with # are tags. Enter "
                             "saves, Shift+Enter begins a new line."));

    QPushButton *button = m_form->buttons->addButton(tr("Save note"), QDialogButtonBox::AcceptRole);
    setButtonRole(button, ButtonRole::Primary);
    button->setObjectName(u"save"_s);
    button->setDefault(true);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &NoteDialog::accept);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->text->installEventFilter(this);
    connect(m_form->text, &QPlainTextEdit::textChanged, this, &NoteDialog::showPossible);
    showPossible();
    m_form->text->setFocus();
    resize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()));
}

NoteDialog::~NoteDialog() = default;

bool NoteDialog::eventFilter(QObject *watched, QEvent *event)
{
    // A note is a line or two, written while somebody talks.
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool isEnter = key != nullptr && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
    if (watched != m_form->text || !isEnter || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return QDialog::eventFilter(watched, event);
    }
    accept();
    return true;
}

void NoteDialog::accept()
{
    const QString text = m_form->text->toPlainText().trimmed();
    if (text.isEmpty() || m_saving) {
        return;
    }
    m_saving = true;
    showPossible();
    m_save(text).then(this, [this](const models::HistoryResult<void> &saved) {
        m_saving = false;
        if (saved) {
            return QDialog::accept();
        }
        m_form->fault->showFault(tr("The note is not saved. %1").arg(saved.error().text()));
        showPossible();
    });
}

void NoteDialog::showPossible()
{
    const bool isEmpty = m_form->text->toPlainText().trimmed().isEmpty();
    findChild<QPushButton *>(u"save"_s)->setEnabled(!isEmpty && !m_saving);
}

} // namespace saltdesk::ui
