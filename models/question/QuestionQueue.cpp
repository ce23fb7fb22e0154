// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionQueue.h"

#include "following/AttemptFollower.h"
#include "following/AttemptPoller.h"
#include "history/ProviderDirectory.h"
#include "resources/ConnectionsApi.h"
#include "transport/ApiClient.h"

#include <QHash>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto readAgainAfter = 3s;

/// A stage without an id is told from others by its name, as the followers do.
api::StageId idOf(const api::Stage &stage)
{
    return stage.id.isEmpty() ? api::StageId(stage.name.text) : stage.id;
}

} // namespace

class QuestionQueue::Private
{
public:
    /// What an attempt has asked so far.
    struct Asked
    {
        api::AttemptId attempt;
        int steps = 0;
        QStringList lastFields;
        api::StageId lastStage;
        bool lastAnswered = false;
        /// Answered here; the attempt takes a moment to go on, and is seen at it until then.
        api::StageId answeredStage;
        /// Of the question before the last one.
        QStringList fieldsBefore;
    };

    Private(QuestionQueue &queue, api::ApiClient &theClient, ProviderDirectory &directory)
        : q(queue)
        , client(theClient)
        , providers(directory)
    {}

    void watch(AttemptFollower *follower);
    void read(const api::ConnectionId &id, const api::StageId &stage, Notice how);
    void take(const api::ConnectionId &id, const api::StageId &stage, Notice how,
              const api::Result<api::ConnectionDocument> &result);
    [[nodiscard]] WaitingQuestion make(const api::Connection &connection, const api::Stage &stage) const;
    void add(WaitingQuestion question, Notice how);
    void release(const QString &providerCode);
    void forget(const api::ConnectionId &id);
    void noteStep(WaitingQuestion &question);
    void noteAnswer(const api::ConnectionId &id, const api::StageId &stage);
    void withdraw(const api::ConnectionId &id, Withdrawal reason);

    QuestionQueue &q;
    api::ApiClient &client;
    ProviderDirectory &providers;
    std::vector<WaitingQuestion> waiting;
    /// The stages that are being read, so that none is read twice at once.
    QHash<api::ConnectionId, api::StageId> reading;
    /// Read, but their bank is not known yet.
    struct Held
    {
        WaitingQuestion question;
        Notice how = Notice::Watched;
    };
    QHash<api::ConnectionId, Held> held;
    QHash<api::ConnectionId, Asked> history;
    QHash<api::CustomerId, QString> labels;
};

void QuestionQueue::Private::watch(AttemptFollower *follower)
{
    const api::ConnectionId id = follower->connection();
    connect(follower, &AttemptFollower::stageChanged, &q, [this, id](const QString &name) {
        // The end has a signal of its own that tells how it ended, and another question withdraws this one.
        if (name != "interactive"_L1 && name != "finish"_L1) {
            forget(id);
            withdraw(id, Withdrawal::WentOn);
        }
    });
    connect(follower, &AttemptFollower::questionAsked, &q,
            [this, id](const api::StageId &stage) { read(id, stage, Notice::Watched); });
    const auto end = [this, id](Withdrawal reason) {
        forget(id);
        history.remove(id);
        withdraw(id, reason);
    };
    connect(follower, &AttemptFollower::succeeded, &q, [end] { end(Withdrawal::WentOn); });
    connect(follower, &AttemptFollower::failed, &q, [end] { end(Withdrawal::Failed); });
    connect(follower, &AttemptFollower::superseded, &q, [end] { end(Withdrawal::Gone); });
    connect(follower, &AttemptFollower::vanished, &q, [end] { end(Withdrawal::Gone); });
}

void QuestionQueue::Private::read(const api::ConnectionId &id, const api::StageId &stage, Notice how)
{
    const WaitingQuestion *known = q.find(id);
    if (history.value(id).answeredStage == stage) {
        return;
    }
    const bool isHeld = held.contains(id) && held.value(id).question.stage.id == stage;
    if (isHeld || reading.value(id) == stage || (known != nullptr && known->stage.id == stage)) {
        return;
    }
    reading.insert(id, stage);
    api::ConnectionsApi(client).show(id).then(
        &q,
        [this, id, stage, how](const api::Result<api::ConnectionDocument> &result) { take(id, stage, how, result); });
}

void QuestionQueue::Private::take(const api::ConnectionId &id, const api::StageId &stage, Notice how,
                                  const api::Result<api::ConnectionDocument> &result)
{
    if (reading.value(id) != stage) {
        return;
    }
    if (!result && result.error().errorClass != "ConnectionNotFound"_L1) {
        QTimer::singleShot(readAgainAfter, &q, [this, id, stage, how] {
            if (reading.value(id) == stage) {
                reading.remove(id);
                read(id, stage, how);
            }
        });
        return;
    }
    reading.remove(id);
    const api::Stage *asking = result ? askingStage(result->connection) : nullptr;
    if (asking == nullptr || history.value(id).answeredStage == idOf(*asking)) {
        return;
    }
    const WaitingQuestion question = make(result->connection, *asking);
    providers.want(question.providerCode, question.countryCode);
    if (providers.isSettled(question.providerCode)) {
        add(question, how);
    } else {
        held.insert(id, {question, how});
    }
}

WaitingQuestion QuestionQueue::Private::make(const api::Connection &connection, const api::Stage &stage) const
{
    WaitingQuestion question;
    question.connection = connection.id;
    question.customer = connection.customerId.value();
    question.customerLabel = labels.value(question.customer, question.customer.toString());
    question.providerCode = connection.providerCode.value();
    question.bankName = connection.providerName.value();
    question.countryCode = connection.countryCode.value();
    question.attempt = connection.lastAttempt->id;
    question.stage = stage;
    question.stage.id = idOf(stage);
    question.askedAt = stage.createdAt.valueOr(client.serverClock().now());
    return question;
}

void QuestionQueue::Private::add(WaitingQuestion question, Notice how)
{
    withdraw(question.connection, Withdrawal::AskedAnew);
    noteStep(question);
    waiting.push_back(question);
    emit q.asked(question, how);
    emit q.changed();
}

void QuestionQueue::Private::release(const QString &providerCode)
{
    const QHash<api::ConnectionId, Held> all = held;
    for (const Held &entry : all) {
        if (entry.question.providerCode == providerCode) {
            held.remove(entry.question.connection);
            add(entry.question, entry.how);
        }
    }
}

void QuestionQueue::Private::forget(const api::ConnectionId &id)
{
    reading.remove(id);
    held.remove(id);
}

void QuestionQueue::Private::noteStep(WaitingQuestion &question)
{
    Asked &asked = history[question.connection];
    if (asked.attempt != question.attempt) {
        asked = Asked();
        asked.attempt = question.attempt;
    }
    const QStringList fields = question.stage.interactiveFieldsNames.value();
    question.repeated = asked.lastAnswered && asked.steps > 0 && fields == asked.lastFields;
    question.step = ++asked.steps;
    asked.fieldsBefore = std::exchange(asked.lastFields, fields);
    asked.lastStage = question.stage.id;
    asked.lastAnswered = false;
}

void QuestionQueue::Private::withdraw(const api::ConnectionId &id, Withdrawal reason)
{
    const auto found = std::ranges::find(waiting, id, &WaitingQuestion::connection);
    if (found == waiting.end()) {
        return;
    }
    const WaitingQuestion question = *found;
    waiting.erase(found);
    emit q.withdrawn(question, reason);
    emit q.changed();
}

void QuestionQueue::Private::noteAnswer(const api::ConnectionId &id, const api::StageId &stage)
{
    const auto known = history.find(id);
    if (known == history.end()) {
        return;
    }
    Asked &asked = known.value();
    asked.answeredStage = stage;
    asked.lastAnswered = asked.lastAnswered || asked.lastStage == stage;
    const auto found = std::ranges::find(waiting, id, &WaitingQuestion::connection);
    if (found == waiting.end()) {
        // The attempt went on before the API had replied.
        return;
    }
    if (found->stage.id == stage) {
        withdraw(id, Withdrawal::Answered);
    } else if (found->stage.interactiveFieldsNames.value() == asked.fieldsBefore) {
        // The bank was faster with its next question than the API with its reply.
        found->repeated = true;
        emit q.changed();
    }
}

QuestionQueue::QuestionQueue(api::ApiClient &client, AttemptPoller &poller, ProviderDirectory &providers,
                             QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, client, providers))
{
    connect(&poller, &AttemptPoller::began, this, [this](AttemptFollower *follower) { d->watch(follower); });
    connect(&providers, &ProviderDirectory::settled, this, [this](const QString &code) { d->release(code); });
}

QuestionQueue::~QuestionQueue() = default;

void QuestionQueue::notice(const api::ConnectionId &connection, const api::StageId &stage, Notice how)
{
    d->read(connection, stage.isEmpty() ? api::StageId(u"interactive"_s) : stage, how);
}

void QuestionQueue::learnLabel(const api::CustomerId &customer, const QString &label)
{
    d->labels.insert(customer, label);
}

void QuestionQueue::forget(const api::CustomerId &customer)
{
    d->labels.remove(customer);
    d->held.removeIf([&customer](const auto &entry) { return entry.value().question.customer == customer; });
    const std::vector<WaitingQuestion> waiting = d->waiting;
    for (const WaitingQuestion &question : waiting) {
        if (question.customer == customer) {
            d->history.remove(question.connection);
            d->withdraw(question.connection, Withdrawal::Gone);
        }
    }
}

void QuestionQueue::answered(const api::ConnectionId &connection, const api::StageId &stage)
{
    d->noteAnswer(connection, stage);
}

const std::vector<WaitingQuestion> &QuestionQueue::waiting() const
{
    return d->waiting;
}

const WaitingQuestion *QuestionQueue::find(const api::ConnectionId &connection) const
{
    const auto found = std::ranges::find(d->waiting, connection, &WaitingQuestion::connection);
    return found == d->waiting.end() ? nullptr : &*found;
}

} // namespace saltdesk::models
