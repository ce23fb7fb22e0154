// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Ids.h"

#include <QObject>

#include <vector>

namespace saltdesk::models {
class ConnectionsModel;
}

namespace saltdesk::ui {

class ConnectionsView;

/// Keeps what the agent chose, and the part of the list he looks at, by id: over resets, readings and filters. A
/// connection that a filter hides is chosen again when it comes back; meanwhile the first row that there is stands in.
/// Child of the view; made before the view gets its model, so that it hears of a change first.
class SelectionKeeper : public QObject
{
    Q_OBJECT

public:
    SelectionKeeper(ConnectionsView &view, models::ConnectionsModel &model);

    /// The view's current row changed; while the model changes that is not the agent's choice.
    void noticeCurrent(const api::ConnectionId &id);
    /// The model changes, or what was chosen is being put back: none of it is the agent's choice.
    [[nodiscard]] bool isAtWork() const { return m_changing > 0 || m_scheduled || m_restoring; }

private:
    void beforeChange();
    void afterChange();
    void restore();
    void restoreChoice(int wanted);
    void remember();

    ConnectionsView &m_view;
    models::ConnectionsModel &m_model;
    int m_changing = 0;
    bool m_scheduled = false;
    bool m_restoring = false;
    api::ConnectionId m_wanted;
    int m_wantedRow = -1;
    std::vector<api::ConnectionId> m_selected;
    api::ConnectionId m_top;
    int m_topOffset = 0;
};

} // namespace saltdesk::ui
