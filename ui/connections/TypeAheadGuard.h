// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

class QAbstractItemView;

namespace saltdesk::ui {

/// While somebody looks for a row by typing its first letters, a letter belongs to the table and not to the action that
/// has it for a key ("No" does not add a note after "N" was looked for by "bN"). Child of the table.
class TypeAheadGuard : public QObject
{
    Q_OBJECT

public:
    explicit TypeAheadGuard(QAbstractItemView &table);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QElapsedTimer m_lastLetter;
};

} // namespace saltdesk::ui
