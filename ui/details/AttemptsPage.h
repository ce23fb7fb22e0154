// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/ConnectionHistory.h"
#include "types/Clock.h"

#include <QTimer>
#include <QWidget>

class QTableView;

namespace saltdesk::models {
class AttemptReading;
}

namespace saltdesk::ui {

class AttemptCard;
class RecordsPage;
class TurningSplitter;

/// The tab "Attempts": the history of the connection, and all that is told of the attempt that was chosen in it by a
/// click or Enter. Once one is shown, walking through the table shows the others; Escape closes it. An attempt that the
/// list told without its stages is read with them, a short moment after it was chosen. Borrows all three.
class AttemptsPage : public QWidget
{
    Q_OBJECT

public:
    AttemptsPage(models::ConnectionHistory &history, models::AttemptReading &reading, const api::Clock &clock,
                 QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void walkTo(const QModelIndex &index);
    void close();
    void showChosen();
    void readChosen();
    void takeList();
    [[nodiscard]] QString noteOn(const api::Attempt &attempt) const;

    models::ConnectionHistory &m_history;
    models::AttemptReading &m_reading;
    const api::Clock &m_clock;
    RecordsPage *m_list;
    QTableView &m_table;
    AttemptCard *m_card;
    TurningSplitter *m_splitter;
    QTimer m_settled;
    /// Empty: none is.
    api::AttemptId m_chosen;
};

} // namespace saltdesk::ui
