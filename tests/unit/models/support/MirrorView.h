// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionsModel.h"

#include <QObject>
#include <QStringList>

namespace saltdesk::testing {

/// Believes only what a model signals, as a view does: keeps its own copy of the rows and changes it by the signals
/// alone. As long as it equals the model, every signal told the truth and none was missing.
class MirrorView : public QObject
{
    Q_OBJECT

public:
    explicit MirrorView(models::ConnectionsModel &model);

    /// Empty: the copy equals the model. Else what differs.
    [[nodiscard]] QString difference() const;

    int resets = 0;
    int insertions = 0;
    int removals = 0;
    int changes = 0;
    int layouts = 0;

    void forgetCounts() { resets = insertions = removals = changes = layouts = 0; }

private:
    [[nodiscard]] QStringList rowText(int row) const;
    void readAll();

    models::ConnectionsModel &m_model;
    QList<QStringList> m_rows;
};

} // namespace saltdesk::testing
