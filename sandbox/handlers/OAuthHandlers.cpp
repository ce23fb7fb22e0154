// SPDX-License-Identifier: Apache-2.0
#include "handlers/OAuthHandlers.h"

#include "clock/Times.h"
#include "handlers/Lookup.h"
#include "http/DataReply.h"
#include "http/Request.h"
#include "state/ObjectJson.h"
#include "state/RandomToken.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Outcome<void> checkRedirects(const Bank &bank)
{
    if (bank.mode != "oauth"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' has no redirect to the bank."_s.arg(bank.code));
    }
    return {};
}

/// The bank's usual way, but for the sign-in: it happens on the bank's page and takes as long as the person does.
static Script visitingScript(const Bank &bank, const QStringList &fetchScopes)
{
    Script script = bank.scriptFor({}, fetchScopes);
    // The page is open from the moment in which it is named.
    script.front().duration = {};
    const auto signIn =
        std::find_if(script.begin(), script.end(), [](const Step &step) { return step.stage == "connect"_L1; });
    signIn->awaitsVisit = true;
    signIn->duration = bank.interactiveDelay;
    return script;
}

Outcome<QByteArray> OAuthHandlers::create(const Call &call) const
{
    return findUnlockedCustomer(m_state, call.data.value("customer_id"_L1).toString())
        .and_then([&](const Customer *customer) {
            return m_steps.chooseBank(call.data).and_then([&](const Bank *bank) {
                return checkRedirects(*bank)
                    .and_then([&] { return m_steps.draft(call, *bank); })
                    .map([&](const FetchDraft &draft) {
                        return started(m_steps.addConnection(customer->id, *bank, call.now), call, draft);
                    });
            });
        });
}

Outcome<QByteArray> OAuthHandlers::reconnect(const Call &call) const
{
    return m_steps.readyConnection(call.data.value("connection_id"_L1).toString())
        .and_then([&](Connection *connection) {
            return checkRedirects(m_steps.bankOf(*connection))
                .and_then([&] { return m_steps.draft(call, *connection); })
                .map([&](const FetchDraft &draft) { return started(*connection, call, draft); });
        });
}

QByteArray OAuthHandlers::started(Connection &connection, const Call &call, FetchDraft draft) const
{
    const Bank &bank = m_steps.bankOf(connection);
    draft.attempt.script = visitingScript(bank, draft.attempt.fetchScopes);
    draft.attempt.userPresent = true;
    m_steps.start(connection, call, std::move(draft));
    const BankVisit &visit =
        m_state.add(BankVisit{.token = randomToken(),
                              .connectionId = connection.id,
                              .attemptId = connection.attempts.back().id,
                              .code = randomToken(),
                              .state = randomToken(),
                              .returnConnectionId = call.data.value("return_connection_id"_L1).toBool()});
    return objectBody({{u"connection_id"_s, connection.id},
                       {u"connection_secret"_s, secretOf(connection.id)},
                       {u"attempt_id"_s, visit.attemptId},
                       {u"token"_s, visit.token},
                       {u"expires_at"_s, isoText(call.now + bank.interactiveDelay)},
                       {u"redirect_url"_s, QString(QString::fromLatin1(call.origin) + u"/bank/"_s + visit.token)}});
}

Outcome<BankVisit *> OAuthHandlers::openVisit(const Connection &connection) const
{
    const Attempt &attempt = connection.attempts.back();
    BankVisit *visit = m_state.visitOf(attempt.id);
    if (visit != nullptr && attempt.waitsForVisit()) {
        return visit;
    }
    if (visit != nullptr && attempt.failClass == "InteractiveTimeout"_L1) {
        return refuse(attempt.failClass, attempt.failMessage);
    }
    return refuse(u"ConnectionAlreadyAuthorized"_s, u"No attempt waits for an authorisation any more."_s);
}

Outcome<QByteArray> OAuthHandlers::authorize(const Call &call) const
{
    const auto found = findConnection(m_state, call.data.value("connection_id"_L1).toString());
    if (!found) {
        return tl::unexpected(found.error());
    }
    Connection &connection = **found;
    const Bank &bank = m_steps.bankOf(connection);
    if (bank.mode != "oauth"_L1 || bank.identificationMode != "client"_L1) {
        return refuse(u"WrongProviderMode"_s, u"Provider '%1' has no registration of yours."_s.arg(bank.code));
    }
    const auto said = formItems(call.data.value("query_string"_L1).toString().toUtf8());
    return openVisit(connection).and_then([&](const BankVisit *visit) -> Outcome<QByteArray> {
        const bool allowed = said.value(u"code"_s) == visit->code;
        if (!visit->decided || said.value(u"state"_s) != visit->state || allowed == said.contains(u"error"_s)) {
            return refuse(u"WrongRequestFormat"_s, u"data.query_string is not what the bank has appended"_s);
        }
        if (allowed) {
            m_engine.visited(connection, call.now);
        } else {
            m_engine.fail(connection, u"ProviderAccessNotGranted"_s, u"Access was not granted."_s, call.now);
        }
        return objectBody(connectionJson(connection, bank));
    });
}

} // namespace saltdesk::sandbox
