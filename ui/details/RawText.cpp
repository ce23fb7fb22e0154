// SPDX-License-Identifier: Apache-2.0
#include "details/RawText.h"

#include "privacy/Personal.h"
#include "redaction/Redactor.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QMenu>
#include <QMimeData>
#include <QTextDocumentFragment>

namespace saltdesk::ui {

RawText::RawText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    // A cursor to walk with by keys: what stands at it can be copied.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    markPersonal(this);
    setAccessibleName(tr("Answer of the API"));
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setFrameShape(StyledPanel);
}

void RawText::choose(int from, int length)
{
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(from + length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData *RawText::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    copied->setText(api::redacted(textCursor().selection().toPlainText()));
    return copied;
}

void RawText::contextMenuEvent(QContextMenuEvent *event)
{
    if (!textCursor().hasSelection() && event->reason() == QContextMenuEvent::Mouse) {
        setTextCursor(cursorForPosition(event->pos()));
    }
    QMenu *menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addAction(tr("Copy &path"), Qt::CTRL | Qt::ALT | Qt::Key_C, this, &RawText::copyPathWanted);
    menu->popup(event->globalPos());
}

} // namespace saltdesk::ui
