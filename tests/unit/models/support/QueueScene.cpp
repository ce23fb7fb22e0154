// SPDX-License-Identifier: Apache-2.0
#include "support/QueueScene.h"

#include "testing/Intervals.h"

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using models::QuestionQueue;
using models::WaitingQuestion;

QueueScene::QueueScene()
    : poller(bench.client, {std::chrono::hours{24}, std::chrono::hours{24}})
    , providers(bench.client)
    , queue(std::make_unique<QuestionQueue>(bench.client, poller, providers))
{
    bench.network.on("GET /connections/11", asking().answer());
    bench.network.on("GET /providers/bank_code", json(R"({"data":{"id":"1","code":"bank_code"}})"));
    QObject::connect(queue.get(), &QuestionQueue::asked, queue.get(),
                     [this](const WaitingQuestion &question, QuestionQueue::Notice how) {
                         said.append(u"asked "_s + question.stage.id.toString());
                         asked.append(question);
                         notices.append(how);
                     });
    QObject::connect(queue.get(), &QuestionQueue::withdrawn, queue.get(),
                     [this](const WaitingQuestion &question, QuestionQueue::Withdrawal reason) {
                         said.append(u"withdrawn "_s + question.stage.id.toString());
                         reasons.append(reason);
                     });
    QObject::connect(queue.get(), &QuestionQueue::changed, queue.get(), [this] { said.append(u"changed"_s); });
}

models::AttemptFollower &QueueScene::follow(const QString &id, const QString &attempt)
{
    return poller.follow(api::CustomerId(u"22"_s), api::ConnectionId(id), api::AttemptId(attempt));
}

void QueueScene::see(models::AttemptFollower &follower, const RowSpec &spec)
{
    const api::ConnectionPage page = pageOf({spec});
    follower.observe(page.rows.front(), page.texts);
}

bool QueueScene::wait(qsizetype questions)
{
    return QTest::qWaitFor([this, questions] { return asked.size() >= questions; }, 10'000);
}

bool QueueScene::settle()
{
    return QTest::qWaitFor([this] { return bench.client.activeRequests() == 0; }, 10'000) &&
           passIntervals(std::chrono::milliseconds{1});
}

int QueueScene::looks(const QString &id) const
{
    return bench.network.count(u"GET /connections/"_s + id);
}

models::AttemptFollower *QueueScene::begin()
{
    models::AttemptFollower &follower = follow();
    see(follower, stageRow(u"interactive"_s, u"88"_s));
    return wait(1) ? &follower : nullptr;
}

ConnectionJson asking(const QString &stageId, const QStringList &fields, const QString &id)
{
    return {.id = id, .stage = u"interactive"_s, .stageId = stageId, .fields = fields};
}

RowSpec stageRow(const QString &stage, const QString &stageId, const QString &id)
{
    return {.id = id, .attempt = u"77"_s, .stage = stage, .stageId = stageId, .finished = stage == "finish"_L1};
}

} // namespace saltdesk::testing
