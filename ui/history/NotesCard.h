// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryRecords.h"

#include <QWidget>

class QBoxLayout;

namespace saltdesk::ui {

class NoteRow;

/// What the agent noted about the customer, newest first, and the button that adds a note.
class NotesCard : public QWidget
{
    Q_OBJECT

public:
    explicit NotesCard(QWidget *parent = nullptr);

    /// `now` is the server's time.
    void show(const std::vector<models::Note> &notes, const QDateTime &now);

signals:
    void addWanted();
    void removeWanted(qint64 id);

private:
    QBoxLayout *m_column;
    std::vector<NoteRow *> m_rows;
};

} // namespace saltdesk::ui
