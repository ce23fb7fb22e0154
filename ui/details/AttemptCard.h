// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Attempt.h"

#include <QWidget>

class QDateTime;
class QLabel;
class QScrollArea;

namespace saltdesk::ui {

class FactsList;
class WrappedLabel;

/// All that is told of one attempt, with a way to close it again.
class AttemptCard : public QWidget
{
    Q_OBJECT

public:
    explicit AttemptCard(QWidget *parent = nullptr);

    /// `note` says what is not there yet; may be empty. `now` is the server's time. Another attempt is shown from its
    /// beginning.
    void show(const api::Attempt &attempt, const QString &note, const QDateTime &now);

signals:
    void closeWanted();

private:
    QLabel *m_title;
    WrappedLabel *m_note;
    FactsList *m_facts;
    QScrollArea *m_scroll;
    api::AttemptId m_shown;
};

} // namespace saltdesk::ui
