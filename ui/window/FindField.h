// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "window/WindowField.h"

#include <QCompleter>
#include <QStringListModel>

namespace saltdesk::ui {

/// "Find customer or connection": an id or an identifier, as pasted from a ticket. Return searches.
class FindField : public WindowField
{
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);
    /// What a search was really made for, when it did not come from here.
    void showSearched(const QString &text);
    /// Recent and pinned customers, in order: offered while one types, and all of them on Down in an empty field. Not
    /// while presenter mode veils the field.
    void offer(const QStringList &labels);
    /// Focus, with everything selected to be typed over.
    void begin();

signals:
    /// Trimmed, never empty.
    void wanted(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringListModel m_labels;
    /// No child: the field deletes those when they are taken off it.
    QCompleter m_recent;
    QString m_shown;
};

} // namespace saltdesk::ui
