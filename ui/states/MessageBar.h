// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/Message.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace saltdesk::ui {

/// A message in the window, between the filter and the table: an icon, what happened, why and what to do, Copy, a
/// button that helps, and a cross. Hidden while there is nothing to say. The same message again is counted, not
/// stacked.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void tell(const Message &message);
    void clear();
    /// A banner about a lasting state has no cross.
    void setDismissable(bool dismissable);
    [[nodiscard]] const Message &message() const { return m_message; }
    [[nodiscard]] int repeats() const { return m_repeats; }

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showWords();
    void showColours();

    Message m_message;
    int m_repeats = 0;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_fine;
    QPushButton *m_action;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace saltdesk::ui
