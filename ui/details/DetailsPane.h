// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Diagnosis.h"
#include "types/Ids.h"

#include <QWidget>

class QStackedWidget;
class QTabWidget;

namespace saltdesk::models {
class ConnectionsModel;
class OpenConnection;
} // namespace saltdesk::models

namespace saltdesk::api {
class Clock;
}

namespace saltdesk::ui {

class OverviewPage;
class RawView;

/// The details of the chosen connection: Overview and Raw. Follows the model and the open connection by itself.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(models::ConnectionsModel &connections, models::OpenConnection &open, const api::Clock &clock,
                QWidget *parent = nullptr);

    /// Empty: nothing is chosen.
    void show(const api::ConnectionId &id);
    /// Whether the next action of the sentence could be done now.
    void setActionPossible(models::NextAction action, bool possible);
    [[nodiscard]] QString sentenceForCustomer() const;
    void showNextTab();
    /// Times went on.
    void refreshTimes();
    [[nodiscard]] bool isTicking() const;

signals:
    void actionWanted(saltdesk::models::NextAction action);
    void copyWanted();

private:
    void build();
    void showOverview();
    void showRaw();

    models::ConnectionsModel &m_connections;
    models::OpenConnection &m_open;
    const api::Clock &m_clock;
    api::ConnectionId m_id;
    bool m_canRefresh = false;
    bool m_canRemove = false;
    QStackedWidget *m_stack;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    RawView *m_raw;
};

} // namespace saltdesk::ui
