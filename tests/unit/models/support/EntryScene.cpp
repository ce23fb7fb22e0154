// SPDX-License-Identifier: Apache-2.0
#include "support/EntryScene.h"

#include "testing/Arrival.h"

#include <QMetaEnum>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionEntry;

EntryScene::EntryScene()
    : workspace(std::make_unique<models::Workspace>(
          network, endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)),
          models::Environment{models::EnvironmentKind::Sandbox, u"hint"_s, true, {}}, clock,
          models::PollingPace{std::chrono::milliseconds{1}, std::chrono::milliseconds{4}}, hastyLimits()))
    , entry(new ConnectionEntry(*workspace))
{
    network.on("GET /customers", customerListAnswer(u"22"_s, u"helpdesk-1"_s));
    network.on("GET /consents", emptyListAnswer());
    network.on("GET /connections", listAnswer({ConnectionJson{}}));
    network.on("GET /connections/11", ConnectionJson{}.answer());
    bank.code = u"bank_code"_s;
    bank.mode = {api::ProviderMode::Web, u"web"_s};
    QObject::connect(entry, &ConnectionEntry::changed, entry, [this] {
        ++changes;
        const QString state = nameOf(entry->state());
        if (states.isEmpty() || states.last() != state) {
            states.append(state);
        }
    });
}

bool EntryScene::show()
{
    workspace->scope().find(u"helpdesk-1"_s);
    return QTest::qWaitFor([this] { return !workspace->scope().isBusy(); }, 10'000);
}

void EntryScene::is(const ConnectionJson &connection)
{
    QList<ConnectionJson> all{ConnectionJson{}};
    if (connection.id == all.first().id) {
        all.clear();
    }
    all.append(connection);
    network.on("GET /connections", listAnswer(all));
    network.on("GET /connections/" + connection.id.toLatin1(), connection.answer());
}

bool EntryScene::waitFor(ConnectionEntry::State state) const
{
    return QTest::qWaitFor([this, state] { return entry && entry->state() == state; }, 10'000);
}

bool EntryScene::send(const models::ConnectionChoices &choices)
{
    return entry->send(choices, {{.name = u"login"_s, .values = {api::Secret::copyOf("anna")}}}, bank);
}

QString nameOf(ConnectionEntry::State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<ConnectionEntry::State>().valueToKey(static_cast<int>(state)));
}

models::ConnectionChoices newConnection(const QString &customer)
{
    models::ConnectionChoices choices;
    choices.customer = api::CustomerId(customer);
    choices.countryCode = u"NL"_s;
    choices.providerCode = u"bank_code"_s;
    choices.consent.scopes = {u"account_details"_s};
    return choices;
}

models::ConnectionChoices reconnection()
{
    models::ConnectionChoices choices = newConnection();
    choices.reconnects = api::ConnectionId(u"11"_s);
    return choices;
}

ConnectionJson made(const QString &stage, const QString &stageId)
{
    return {
        .id = u"13"_s, .attempt = u"79"_s, .stage = stage, .stageId = stageId, .createdAt = u"2026-11-23T10:42:07Z"_s};
}

ConnectionJson again(const QString &stage, const QString &stageId)
{
    return {.attempt = u"78"_s, .stage = stage, .stageId = stageId};
}

ConnectionJson failing(ConnectionJson connection)
{
    connection.stage = u"finish"_s;
    connection.stageId = u"9"_s;
    connection.errorClass = u"InvalidCredentials"_s;
    return connection;
}

} // namespace saltdesk::testing
