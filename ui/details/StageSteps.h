// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "situation/Situation.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace saltdesk::ui {

/// One stage of an attempt as far as it was seen.
struct StageStep
{
    QString name;
    QDateTime since;
    models::Tone tone = models::Tone::Idle;

    friend bool operator==(const StageStep &, const StageStep &) = default;
};

/// The stages that were seen of one attempt. The list of connections tells only the last stage, so what is between is
/// known only while one watches; nothing is made up.
class StageSteps
{
public:
    /// Takes in a fresh sight; another attempt starts the record anew.
    void observe(const models::ConnectionSummary &connection);
    [[nodiscard]] const std::vector<StageStep> &steps() const { return m_steps; }
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    api::ConnectionId m_connection;
    api::AttemptId m_attempt;
    std::vector<StageStep> m_steps;
    bool m_running = false;
};

} // namespace saltdesk::ui
