// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>

class QAction;

namespace saltdesk::ui {

/// What the keys do, made from the actions themselves. Open it with open(); it deletes itself.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace saltdesk::ui
