// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/ConnectionHistory.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace saltdesk::ui {

class StatePage;

/// A tab with a plain table of one part of the history; where it has no rows, a page says why. Asks for its part when
/// it is first seen, and reads it again when somebody asks. Borrows the history.
class RecordsPage : public QWidget
{
    Q_OBJECT

public:
    using Part = models::ConnectionHistory::Part;

    RecordsPage(models::ConnectionHistory &history, Part part, QWidget *parent = nullptr);

    [[nodiscard]] QTableView &table() { return *m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void showPart();
    void showNote();

    models::ConnectionHistory &m_history;
    Part m_part;
    QStackedWidget *m_stack;
    QTableView *m_table;
    StatePage *m_page;
    QLabel *m_note;
};

} // namespace saltdesk::ui
