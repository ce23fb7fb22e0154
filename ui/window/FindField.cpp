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
    m_completer.setModel(&m_offers);
    m_completer.setCaseSensitivity(Qt::CaseInsensitive);
    m_completer.setFilterMode(Qt::MatchContains);
    m_completer.popup()->setItemDelegate(new WideRowDelegate(m_completer.popup()));
    m_completer.popup()->setAccessibleName(tr("Found on this computer"));
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FindField::take);
    setPlaceholderText(tr("Find customer or connection  Ctrl+K"));
    setAccessibleName(tr("Find customer or connection"));
    setToolTip(tr("Customer id, identifier or connection id; of what was seen here also bank or note (Ctrl+K)"));
    setClearButtonEnabled(true);
    setMaxLength(512);
    markPersonal(this);
    addAction(SymbolicIcon::icon(u"search"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    connect(this, &QLineEdit::returnPressed, this, [this] {
        // By keys an offer is taken as its own label: the completer has put it into the field.
        if (const QModelIndex offer = m_offers.labelled(this->text()); offer.isValid()) {
            take(offer);
        } else if (const QString text = this->text().simplified(); !text.isEmpty()) {
            emit wanted(text, {});
        }
    });
}

void FindField::offerHits(const std::vector<models::HistoryHit> &hits, const QString &typed)
{
    if (text() != typed || !hasFocus() || isVeiled(this)) {
        return;
    }
    m_offers.setHits(hits, typed);
    if (completer() != nullptr && !hits.empty()) {
        m_completer.setCompletionPrefix(typed);
        m_completer.complete();
    }
}

void FindField::take(const QModelIndex &offer)
{
    const QString search = offer.data(models::FindOffers::SearchRole).toString();
    const api::ConnectionId connection(offer.data(models::FindOffers::ConnectionRole).toString());
    // Not the offer's words, which may be a note's.
    setText(search);
    emit wanted(search, connection);
}

bool FindField::event(QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange) {
        showOffers();
    }
    return WindowField::event(event);
}

/// Nothing of it while presenter mode veils the field.
void FindField::showOffers()
{
    if (isVeiled(this)) {
        m_completer.popup()->hide();
        setCompleter(nullptr);
    } else if (hasFocus()) {
        setCompleter(&m_completer);
    }
}

void FindField::focusInEvent(QFocusEvent *event)
{
    WindowField::focusInEvent(event);
    showOffers();
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && text().isEmpty() && completer() != nullptr) {
        m_completer.setCompletionPrefix({});
        return m_completer.complete();
    }
    WindowField::keyPressEvent(event);
}

void FindField::showSearched(const QString &text)
{
    if (text.isEmpty()) {
        // Nobody is searched for any more: his name goes, what is being typed stays.
        if (this->text() == m_shown) {
            // Not clear(), which could be undone.
            setText({});
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
