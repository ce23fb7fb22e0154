// SPDX-License-Identifier: Apache-2.0
#include "credentials/PasswordEntry.h"

#include "credentials/CleanedCode.h"
#include "credentials/SecretField.h"
#include "credentials/SecretText.h"

#include <QBoxLayout>
#include <QToolButton>

namespace saltdesk::ui {

PasswordEntry::PasswordEntry(const models::FormField &field, Pasting pasting, QWidget *parent,
                             std::chrono::milliseconds reveal)
    : FieldEntry(field, parent)
    , m_pasting(pasting)
    , m_line(new SecretField)
    , m_reveal(new QToolButton)
{
    m_hide.setSingleShot(true);
    m_hide.setInterval(reveal);
    m_reveal->setCheckable(true);
    m_reveal->setText(tr("Show"));
    m_reveal->setFocusPolicy(Qt::TabFocus);
    //: %1 is the label of a password field.
    m_reveal->setAccessibleName(tr("Show “%1” for a moment").arg(field.label));
    auto *control = new QWidget;
    auto *row = new QHBoxLayout(control);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    row->addWidget(m_reveal);
    connect(m_line, &QLineEdit::textChanged, this, &PasswordEntry::takeText);
    connect(m_line, &SecretField::concealed, this, [this] { m_reveal->setChecked(false); });
    connect(m_reveal, &QToolButton::toggled, this, &PasswordEntry::reveal);
    connect(&m_hide, &QTimer::timeout, m_reveal, [this] { m_reveal->setChecked(false); });
    place(control, m_line);
}

PasswordEntry::~PasswordEntry()
{
    PasswordEntry::wipe();
}

bool PasswordEntry::isFilled() const
{
    return !m_line->text().isEmpty();
}

api::Credential PasswordEntry::credential() const
{
    return {.name = field().name, .values = {secretOf(m_line->text())}, .multiple = false};
}

void PasswordEntry::wipe()
{
    m_reveal->setChecked(false);
    const QSignalBlocker quiet(m_line);
    wipeField(*m_line);
    m_length = 0;
}

void PasswordEntry::focusControl()
{
    m_line->setFocus(Qt::TabFocusReason);
    m_line->selectAll();
}

void PasswordEntry::takeText(const QString &text)
{
    const bool pasted = text.size() > m_length + 1;
    const QString cleaned = pasted && m_pasting == Pasting::Cleaned ? models::cleanedCode(text) : text;
    m_length = cleaned.size();
    if (cleaned != text) {
        const QSignalBlocker quiet(m_line);
        m_line->setText(cleaned);
    }
    emit changed();
}

void PasswordEntry::reveal(bool shown)
{
    m_line->setRevealed(shown);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
    shown ? m_hide.start() : m_hide.stop();
}

} // namespace saltdesk::ui
