// SPDX-License-Identifier: Apache-2.0
#include "details/StageSteps.h"

namespace saltdesk::ui {

using models::Tone;
using namespace Qt::Literals::StringLiterals;

void StageSteps::observe(const models::ConnectionSummary &connection)
{
    if (connection.id != m_connection || connection.attemptId != m_attempt) {
        m_steps.clear();
        m_connection = connection.id;
        m_attempt = connection.attemptId;
    }
    m_running = connection.fetching;
    if (!connection.hasAttempt) {
        return;
    }
    if (m_steps.empty()) {
        m_steps.push_back({.name = u"start"_s, .since = connection.attemptCreatedAt, .tone = Tone::Good});
    }
    if (!connection.stageText.isEmpty() && connection.stageText != m_steps.back().name) {
        m_steps.push_back({.name = connection.stageText, .since = connection.stageCreatedAt});
    }
    const bool failed = connection.failAt.isValid() || !connection.failErrorClass.isEmpty();
    for (StageStep &step : m_steps) {
        step.tone = Tone::Good;
    }
    m_steps.back().tone = m_running ? Tone::Running : failed ? Tone::Bad : Tone::Good;
}

} // namespace saltdesk::ui
