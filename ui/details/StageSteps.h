// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "situation/Situation.h"
#include "types/Attempt.h"

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

/// The stages of one attempt as far as they are known. The list of connections tells only the last stage, so what is
/// between is known while one watches, or from the attempt's own route; nothing is made up.
class StageSteps
{
public:
    /// Takes in a fresh sight; another attempt starts the record anew.
    void observe(const models::ConnectionSummary &connection);
    /// The attempt read with all its stages; one that is not observed is ignored.
    void adopt(const api::Attempt &attempt);
    [[nodiscard]] const std::vector<StageStep> &steps() const { return m_steps; }
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    api::ConnectionId m_connection;
    api::AttemptId m_attempt;
    std::vector<StageStep> m_steps;
    void colour();

    bool m_running = false;
    bool m_failed = false;
    /// Every stage is known.
    bool m_complete = false;
};

} // namespace saltdesk::ui
