// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QTableView>

namespace saltdesk::models {
class ConnectionsModel;
}

namespace saltdesk::ui {

class ConnectionsHeader;
class SelectionKeeper;

/// The table "Connections". Rows are chosen whole; the current one is what the details show. Choice and scroll position
/// are kept by id, whatever happens to the rows. Borrows the model.
class ConnectionsView : public QTableView
{
    Q_OBJECT

public:
    explicit ConnectionsView(models::ConnectionsModel &model, QWidget *parent = nullptr);
    ~ConnectionsView() override;

    /// Chooses that row and scrolls to it; a row of -1 does nothing.
    void chooseRow(int row);
    /// The connection of the current row; empty without one.
    [[nodiscard]] api::ConnectionId chosen() const;
    /// The chosen rows, or all, as tab-separated lines with the column titles first; what the columns show, and the
    /// absolute times where the cells tell relative ones.
    [[nodiscard]] QString copiedRows() const;
    [[nodiscard]] ConnectionsHeader &header() const { return *m_header; }
    [[nodiscard]] QByteArray saveColumns() const;
    /// False: not readable, nothing changed.
    bool restoreColumns(const QByteArray &state);
    /// The agent sized, moved, sorted or chose columns himself.
    [[nodiscard]] bool isArranged() const;

signals:
    /// Another connection, or none, is the chosen one.
    void chosenChanged(const saltdesk::api::ConnectionId &id);

protected:
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpColumns();
    void fitColumns();

    models::ConnectionsModel &m_model;
    ConnectionsHeader *m_header;
    SelectionKeeper *m_keeper;
    bool m_choosing = false;
    api::ConnectionId m_chosen;
    bool m_fitting = false;
    /// Until the agent sizes a column himself, the columns share the width there is.
    bool m_fits = true;
};

} // namespace saltdesk::ui
