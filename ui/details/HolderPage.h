// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;
class QScrollArea;

namespace saltdesk::models {
class HolderReading;
}

namespace saltdesk::ui {

class FactsList;
class StatePage;
class WrappedLabel;

/// The holder below the accounts: nothing is read or shown before somebody presses its button, and it is forgotten as
/// soon as the tab or the connection is left. Borrows the reading.
class HolderPage : public QWidget
{
    Q_OBJECT

public:
    explicit HolderPage(models::HolderReading &reading, QWidget *parent = nullptr);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void showState();
    void showInfo();
    void showWhyNot();
    void showOnly(QWidget *part);

    models::HolderReading &m_reading;
    QWidget *m_curtain;
    QPushButton *m_show;
    FactsList *m_facts;
    WrappedLabel *m_note;
    QScrollArea *m_scroll;
    StatePage *m_page;
};

} // namespace saltdesk::ui
