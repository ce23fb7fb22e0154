// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "customer/FindOffers.h"
#include "window/WindowField.h"

#include <QCompleter>

namespace saltdesk::ui {

/// "Find customer or connection": an id or an identifier, as pasted from a ticket. Return searches.
class FindField : public WindowField
{
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    /// What a search was really made for, when it did not come from here.
    void showSearched(const QString &text);
    /// Offered while one types, and the recent and pinned customers on Down in an empty field. Not while presenter mode
    /// veils the field.
    void offerRecent(const std::vector<models::RecentCustomer> &customers) { m_offers.setRecent(customers); }
    /// What the local history knows of a text; shown if that is still what was typed.
    void offerHits(const std::vector<models::HistoryHit> &hits, const QString &typed);
    /// Focus, with everything selected to be typed over.
    void begin();

signals:
    /// Trimmed, never empty. Of an offer also the connection that is to be chosen; else empty.
    void wanted(const QString &text, const saltdesk::api::ConnectionId &connection);

protected:
    bool event(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(const QModelIndex &offer);
    void showOffers();

    models::FindOffers m_offers;
    /// No child: the field deletes those when they are taken off it.
    QCompleter m_completer;
    QString m_shown;
};

} // namespace saltdesk::ui
