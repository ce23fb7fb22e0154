// SPDX-License-Identifier: Apache-2.0
#include "credentials/ChoiceEntry.h"

#include "credentials/SecretText.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace saltdesk::ui {

namespace {
/// More options than this are looked for rather than looked at.
constexpr int fewOptions = 20;
} // namespace

ChoiceEntry::ChoiceEntry(const models::FormField &field, QWidget *parent)
    : FieldEntry(field, parent)
    , m_combo(new QComboBox)
{
    for (const api::FieldOption &option : field.options) {
        m_combo->addItem(option.label());
    }
    m_combo->setMaxVisibleItems(12);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(16);
    makeEditable();
    const auto preset = std::ranges::find(field.options, true, &api::FieldOption::selected);
    m_combo->setCurrentIndex(preset == field.options.end() ? -1 : int(preset - field.options.begin()));
    connect(m_combo, &QComboBox::currentIndexChanged, this, &ChoiceEntry::changed);
    connect(m_combo, &QComboBox::editTextChanged, this, &ChoiceEntry::changed);
    place(m_combo, m_combo);
    m_combo->lineEdit()->setAccessibleName(field.label);
}

void ChoiceEntry::makeEditable()
{
    m_combo->setEditable(true);
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    // The box has the focus in its line's place and hands keys on without the filters of the line being asked.
    m_combo->installEventFilter(this);
    m_combo->lineEdit()->installEventFilter(this);
    m_combo->lineEdit()->setPlaceholderText(tr("Choose or type…"));
    m_combo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    if (m_combo->count() > fewOptions) {
        m_combo->completer()->setFilterMode(Qt::MatchContains);
        m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
}

/// Enter sends the form: Qt would spend it on taking over what was completed, which is in the field already.
bool ChoiceEntry::eventFilter(QObject *watched, QEvent *event)
{
    const bool ours = watched == m_combo || watched == m_combo->lineEdit();
    if (ours && event->type() == QEvent::KeyPress && isFilled()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_combo->setCurrentIndex(chosen());
            emit submitted();
            return true;
        }
    }
    return FieldEntry::eventFilter(watched, event);
}

int ChoiceEntry::chosen() const
{
    // Half a word is not a choice.
    const int index = m_combo->currentIndex();
    const bool shown = index >= 0 && m_combo->itemText(index) == m_combo->currentText();
    return shown ? index : m_combo->findText(m_combo->currentText(), Qt::MatchFixedString);
}

bool ChoiceEntry::isFilled() const
{
    return chosen() >= 0;
}

api::Credential ChoiceEntry::credential() const
{
    const api::FieldOption &option = field().options[static_cast<std::size_t>(chosen())];
    return {.name = field().name, .values = {secretOf(option.value)}, .multiple = false};
}

void ChoiceEntry::wipe()
{
    const QSignalBlocker quiet(m_combo);
    m_combo->setCurrentIndex(-1);
    m_combo->clearEditText();
}

void ChoiceEntry::focusControl()
{
    m_combo->setFocus(Qt::TabFocusReason);
}

} // namespace saltdesk::ui
