// SPDX-License-Identifier: Apache-2.0
#include "credentials/TextEntry.h"

#include "privacy/Personal.h"

#include <QLineEdit>

namespace saltdesk::ui {

namespace {

void enlarge(QLineEdit &line)
{
    QFont large = line.font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setLetterSpacing(QFont::AbsoluteSpacing, 4);
    line.setFont(large);
    line.setMinimumHeight(QFontMetrics(large).height() + 16);
}

} // namespace

TextEntry::TextEntry(const models::FormField &field, Look look, Pasting pasting, QWidget *parent)
    : TextEntry(field, new QLineEdit, look, pasting, parent)
{}

TextEntry::TextEntry(const models::FormField &field, QLineEdit *line, Look look, Pasting pasting, QWidget *parent)
    : LineEntry(field, line, pasting, parent)
{
    Qt::InputMethodHints hints = Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData;
    if (field.kind == models::EntryKind::Number) {
        hints |= Qt::ImhPreferNumbers;
    }
    line->setInputMethodHints(hints);
    markPersonal(line);
    if (look == Look::Code) {
        enlarge(*line);
    }
    place(line, line);
}

} // namespace saltdesk::ui
