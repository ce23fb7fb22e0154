// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace saltdesk::models {
class HolderReading;
}

namespace saltdesk::ui {

class FactsList;
class StatePage;
class WrappedLabel;

/// The tab "Holder": nothing is read or shown before somebody presses its button, and it is forgotten as soon as the
/// tab or the connection is left. Borrows the reading.
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

    models::HolderReading &m_reading;
    QStackedWidget *m_stack;
    QWidget *m_curtain;
    QPushButton *m_show;
    FactsList *m_facts;
    WrappedLabel *m_note;
    StatePage *m_page;
};

} // namespace saltdesk::ui
