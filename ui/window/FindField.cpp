// SPDX-License-Identifier: Apache-2.0
#include "window/FindField.h"

#include "privacy/Personal.h"
#include "theme/SymbolicIcon.h"
#include "theme/WideRowDelegate.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

FindField::FindField(QWidget *parent)
    : WindowField(parent)
{
    m_recent.setModel(&m_labels);
    m_recent.setCaseSensitivity(Qt::CaseInsensitive);
    m_recent.setFilterMode(Qt::MatchContains);
    m_recent.popup()->setItemDelegate(new WideRowDelegate(m_recent.popup()));
    m_recent.popup()->setAccessibleName(tr("Recent customers"));
    connect(&m_recent, qOverload<const QString &>(&QCompleter::activated), this, &FindField::wanted);
    setPlaceholderText(tr("Find customer or connection  Ctrl+K"));
    setAccessibleName(tr("Find customer or connection"));
    setToolTip(tr("Customer id, identifier or connection id (Ctrl+K)"));
    setClearButtonEnabled(true);
    setMaxLength(512);
    markPersonal(this);
    addAction(SymbolicIcon::icon(u"search"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        if (const QString text = this->text().simplified(); !text.isEmpty()) {
            emit wanted(text);
        }
    });
}

void FindField::offer(const QStringList &labels)
{
    m_labels.setStringList(labels);
}

void FindField::focusInEvent(QFocusEvent *event)
{
    setCompleter(isVeiled(this) ? nullptr : &m_recent);
    WindowField::focusInEvent(event);
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && text().isEmpty() && completer() != nullptr) {
        m_recent.setCompletionPrefix({});
        return m_recent.complete();
    }
    WindowField::keyPressEvent(event);
}

void FindField::showSearched(const QString &text)
{
    if (text.isEmpty()) {
        // Nobody is searched for any more: his name goes, what is being typed stays.
        if (this->text() == m_shown) {
            clear();
        }
    } else if (!hasFocus()) {
        setText(text);
        setCursorPosition(0);
    }
    m_shown = text;
}

void FindField::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

} // namespace saltdesk::ui
