// SPDX-License-Identifier: Apache-2.0
#include "credentials/TextEntry.h"

#include "credentials/CleanedCode.h"
#include "credentials/SecretText.h"

#include <QLineEdit>

namespace saltdesk::ui {

TextEntry::TextEntry(const models::FormField &field, Look look, Pasting pasting, QWidget *parent)
    : FieldEntry(field, parent)
    , m_pasting(pasting)
    , m_line(new QLineEdit)
{
    Qt::InputMethodHints hints = Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData;
    if (field.kind == models::EntryKind::Number) {
        hints |= Qt::ImhPreferNumbers;
    }
    m_line->setInputMethodHints(hints);
    if (look == Look::Code) {
        enlarge();
    }
    connect(m_line, &QLineEdit::textChanged, this, &TextEntry::takeText);
    place(m_line, m_line);
}

TextEntry::~TextEntry()
{
    TextEntry::wipe();
}

void TextEntry::enlarge()
{
    QFont large = m_line->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setLetterSpacing(QFont::AbsoluteSpacing, 4);
    m_line->setFont(large);
    m_line->setMinimumHeight(QFontMetrics(large).height() + 16);
}

bool TextEntry::isFilled() const
{
    return !m_line->text().isEmpty();
}

api::Credential TextEntry::credential() const
{
    return {.name = field().name, .values = {secretOf(m_line->text())}, .multiple = false};
}

void TextEntry::wipe()
{
    const QSignalBlocker quiet(m_line);
    wipeField(*m_line);
    m_length = 0;
}

void TextEntry::focusControl()
{
    m_line->setFocus(Qt::TabFocusReason);
    m_line->selectAll();
}

void TextEntry::takeText(const QString &text)
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
