// SPDX-License-Identifier: Apache-2.0
#include "credentials/LineEntry.h"

#include "credentials/CleanedCode.h"
#include "credentials/SecretText.h"

#include <QLineEdit>

namespace saltdesk::ui {

LineEntry::LineEntry(const models::FormField &field, QLineEdit *line, Pasting pasting, QWidget *parent)
    : FieldEntry(field, parent)
    , m_line(line)
    , m_pasting(pasting)
{
    connect(m_line, &QLineEdit::textChanged, this, &LineEntry::takeText);
}

LineEntry::~LineEntry()
{
    LineEntry::wipe();
}

bool LineEntry::isFilled() const
{
    return !m_line->text().isEmpty();
}

api::Credential LineEntry::credential() const
{
    return {.name = field().name, .values = {secretOf(m_line->text())}, .multiple = false};
}

void LineEntry::wipe()
{
    const QSignalBlocker quiet(m_line);
    wipeField(*m_line);
    m_length = 0;
}

void LineEntry::focusControl()
{
    m_line->setFocus(Qt::TabFocusReason);
    m_line->selectAll();
}

void LineEntry::takeText(const QString &text)
{
    // More than one character at once was pasted, dropped or set by an assistive tool.
    const bool pasted = text.size() > m_length + 1;
    const QString cleaned = pasted && m_pasting == Pasting::Cleaned ? models::cleanedCode(text) : text;
    m_length = cleaned.size();
    if (cleaned != text) {
        const QSignalBlocker quiet(m_line);
        m_line->setText(cleaned);
    }
    emit changed();
}

} // namespace saltdesk::ui
