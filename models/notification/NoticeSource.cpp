// SPDX-License-Identifier: Apache-2.0
#include "notification/NoticeSource.h"

#include "customer/CustomerScope.h"
#include "following/AttemptPoller.h"
#include "following/PageSearch.h"
#include "question/QuestionQueue.h"

#include <string_view>
#include <utility>

namespace saltdesk::models {

using namespace std::chrono_literals;

NoticeSource::NoticeSource(const Sources &sources, const QString &account, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_reminder(account)
{
    connect(&m_sources.questions, &QuestionQueue::asked, this,
            [this](const WaitingQuestion &question) { emit raised(questionNotice(question)); });
    connect(&m_sources.questions, &QuestionQueue::withdrawn, this,
            [this](const WaitingQuestion &question) { emit withdrawn(questionNotice(question).key()); });
    connect(&m_sources.poller, &AttemptPoller::began, this, [this](AttemptFollower *follower) { listenTo(*follower); });
    connect(&m_sources.poller, &AttemptPoller::seen, this, &NoticeSource::tellEnded);
    connect(&m_sources.scope, &CustomerScope::changed, this, &NoticeSource::remind);
    m_hourly.setInterval(1h);
    connect(&m_hourly, &QTimer::timeout, this, &NoticeSource::remind);
    m_hourly.start();
}

void NoticeSource::setHeld(bool held)
{
    m_isHeld = held;
    remind();
}

bool NoticeSource::forget(const api::CustomerId &customer)
{
    emit allWithdrawn();
    return m_reminder.forget(customer);
}

void NoticeSource::listenTo(AttemptFollower &follower)
{
    const api::ConnectionId id = follower.connection();
    connect(&follower, &AttemptFollower::succeeded, this, [this, id] { m_ended.push_back({id, {}}); });
    connect(&follower, &AttemptFollower::failed, this, [this, id](const QString &errorClass) {
        m_ended.push_back({id, errorClass.isEmpty() ? tr("no reason given") : errorClass});
    });
}

/// The followers hear of the end first; the page has the bank's name, whichever customer is shown by now.
void NoticeSource::tellEnded(const api::ConnectionPage &page)
{
    for (const EndedAttempt &attempt : std::exchange(m_ended, {})) {
        const api::ConnectionRow *row = rowIn(page, attempt.connection);
        if (row == nullptr) {
            continue;
        }
        const std::string_view bank = page.texts.text(row->providerName != 0 ? row->providerName : row->providerCode);
        emit raised(attemptNotice(attempt, QString::fromUtf8(bank.data(), qsizetype(bank.size()))));
    }
}

void NoticeSource::remind()
{
    if (m_isHeld || m_sources.scope.isBusy() || !m_sources.scope.customer()) {
        return;
    }
    const QDateTime now = m_sources.clock.now();
    const std::vector<ConnectionSummary> ending = m_reminder.due(m_sources.connections, now);
    if (!ending.empty()) {
        emit raised(consentsNotice(ending, now));
    }
}

} // namespace saltdesk::models
