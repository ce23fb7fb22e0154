// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "details/FactsList.h"
#include "localhistory/PastReading.h"

#include <QWidget>

class QComboBox;

namespace saltdesk::ui {

class WrappedLabel;

/// "What changed since Monday?": the fields of the open connection that are not what they were, with their last and
/// their present value. Says from when on it was seen here at all, where that is later. Borrows the reading.
class ChangesCard : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesCard(models::PastReading &past, QWidget *parent = nullptr);

    /// `now` is the server's time.
    void show(const QDateTime &now);

private:
    models::PastReading &m_past;
    QComboBox *m_since;
    WrappedLabel *m_note;
    FactsList *m_changes;
};

} // namespace saltdesk::ui
