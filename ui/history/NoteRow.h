// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/HistoryRecords.h"

#include <QWidget>

class QToolButton;

namespace saltdesk::ui {

class WrappedLabel;

/// One note: its text, when it was written, and a button that removes it.
class NoteRow : public QWidget
{
    Q_OBJECT

public:
    explicit NoteRow(QWidget *parent = nullptr);

    /// `now` is the server's time.
    void show(const models::Note &note, const QDateTime &now);
    [[nodiscard]] const models::Note &note() const { return m_note; }

signals:
    void removeWanted(qint64 id);

private:
    models::Note m_note;
    WrappedLabel *m_text;
    WrappedLabel *m_written;
    QToolButton *m_remove;
};

} // namespace saltdesk::ui
