// SPDX-License-Identifier: Apache-2.0
#include "details/StageSteps.h"

#include <algorithm>

namespace saltdesk::ui {

using models::Tone;
using namespace Qt::Literals::StringLiterals;

void StageSteps::observe(const models::ConnectionSummary &connection)
{
    if (connection.id != m_connection || connection.attemptId != m_attempt) {
        m_steps.clear();
        m_complete = false;
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
    m_failed = connection.failAt.isValid() || !connection.failErrorClass.isEmpty();
    colour();
}

void StageSteps::adopt(const api::Attempt &attempt)
{
    const std::vector<api::Stage> &stages = attempt.stages.value();
    if (attempt.id != m_attempt || stages.size() < m_steps.size()) {
        return;
    }
    m_steps.clear();
    m_complete = true;
    for (const api::Stage &stage : stages) {
        m_steps.push_back({.name = stage.name.text, .since = stage.createdAt.value()});
    }
    colour();
}

void StageSteps::colour()
{
    for (StageStep &step : m_steps) {
        step.tone = Tone::Good;
    }
    if (m_steps.empty()) {
        return;
    }
    m_steps.back().tone = m_running ? Tone::Running : m_failed ? Tone::Bad : Tone::Good;
    // The stage where it failed stands before the end that every attempt comes to. Among those that were only seen in
    // passing it may be missing.
    const auto failedAt = std::find_if(m_steps.rbegin(), m_steps.rend(), [](const StageStep &step) {
        return step.name != "finish"_L1 && step.name != "disconnect"_L1;
    });
    if (m_complete && m_failed && !m_running && failedAt != m_steps.rend()) {
        failedAt->tone = Tone::Bad;
    }
}

} // namespace saltdesk::ui
