// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/PageState.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace saltdesk::ui {

class BusyBar;
class WrappedLabel;

/// The page that stands where the table would be. A busy one shows nothing for the first 200 ms, then the words, and
/// after a second a bar and Cancel.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    void show(const PageState &state);
    [[nodiscard]] const PageState &state() const { return m_state; }

signals:
    void actionWanted(saltdesk::ui::PageAction action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showIcon();
    void reveal();
    void showButtons(bool shown);

    PageState m_state;
    QTimer m_soon;
    QTimer m_later;
    QLabel *m_icon;
    WrappedLabel *m_title;
    WrappedLabel *m_text;
    WrappedLabel *m_fine;
    BusyBar *m_busy;
    QPushButton *m_action;
    QPushButton *m_copy;
};

} // namespace saltdesk::ui
