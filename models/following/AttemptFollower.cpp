// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptFollower.h"

#include "situation/Assessment.h"

#include <QPointer>

namespace saltdesk::models {
namespace {

QString textOf(const api::TextPool &texts, api::TextIndex index)
{
    const std::string_view text = texts.text(index);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Ids are numbers that grow; by their digits alone they can be as long as they like.
bool isOlder(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

} // namespace

AttemptFollower::AttemptFollower(api::ConnectionId connection, api::AttemptId attempt, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_attempt(std::move(attempt))
{}

void AttemptFollower::observe(const api::ConnectionRow &row, const api::TextPool &texts)
{
    if (m_over || !row.hasAttempt) {
        return;
    }
    const api::AttemptId seen(QString::fromStdString(row.attemptId.text(texts)));
    if (m_attempt.isEmpty()) {
        m_attempt = seen;
    }
    if (seen != m_attempt) {
        observeNewer(seen);
        return;
    }
    const QPointer<AttemptFollower> self(this);
    observeStage(row, texts);
    if (self && !m_over && !isFetching(row)) {
        observeEnd(row, texts);
    }
}

void AttemptFollower::observeNewer(const api::AttemptId &newer)
{
    // An answer that was under way when our attempt began still tells of the one before.
    if (m_over || isOlder(newer.toString(), m_attempt.toString())) {
        return;
    }
    end();
    emit superseded(newer);
}

void AttemptFollower::observeStage(const api::ConnectionRow &row, const api::TextPool &texts)
{
    if (!row.hasStage) {
        return;
    }
    const QString name = textOf(texts, row.stageText);
    // A stage without an id is told from others by its name.
    const api::StageId stage(row.stageId.isNone() ? name : QString::fromStdString(row.stageId.text(texts)));
    const QPointer<AttemptFollower> self(this);
    if (stage != m_stage) {
        m_stage = stage;
        m_stageName = name;
        emit stageChanged(name);
    }
    if (self && !m_over && isFetching(row) && row.stage == api::StageName::Interactive && stage != m_question) {
        m_question = stage;
        emit questionAsked(stage);
    }
}

void AttemptFollower::observeEnd(const api::ConnectionRow &row, const api::TextPool &texts)
{
    end();
    if (hasFailed(row)) {
        emit failed(textOf(texts, row.failErrorClass), textOf(texts, row.failMessage));
    } else {
        emit succeeded();
    }
}

void AttemptFollower::observeVanished()
{
    if (!m_over) {
        end();
        emit vanished();
    }
}

void AttemptFollower::end()
{
    m_over = true;
}

} // namespace saltdesk::models
