// SPDX-License-Identifier: Apache-2.0
#include "pages/BankPage.h"

#include "pages/Html.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QueryItems itemsFor(const BankVisit &visit, bool clientsOwn, bool allowed)
{
    if (clientsOwn) {
        const std::pair<QString, QString> verdict =
            allowed ? std::pair(u"code"_s, visit.code) : std::pair(u"error"_s, u"access_denied"_s);
        return {verdict, {u"state"_s, visit.state}};
    }
    QueryItems items;
    if (visit.returnConnectionId) {
        items.append({u"connection_id"_s, visit.connectionId});
    }
    if (!allowed) {
        items.append({u"error_class"_s, u"ProviderAccessNotGranted"_s});
        items.append({u"error_message"_s, u"Access was not granted."_s});
    }
    return items;
}

Reply BankPage::answer(const Request &request, const QString &token, Instant now) const
{
    BankVisit *visit = m_state.visit(token);
    Connection *connection = visit == nullptr ? nullptr : m_state.connection(visit->connectionId);
    if (connection == nullptr) {
        return htmlPage(404, u"Not found"_s, u"<p>There is no such page.</p>"_s);
    }
    const Attempt &attempt = connection->attempts.back();
    if (visit->decided || attempt.id != visit->attemptId || !attempt.waitsForVisit()) {
        return htmlPage(410, u"Too late"_s, u"<p>Nobody waits for an answer any more.</p>"_s);
    }
    if (request.method != "POST") {
        return ask(*connection);
    }
    const QString decision = formItems(request.body).value(u"decision"_s);
    return decision == "allow"_L1 || decision == "deny"_L1 ? decide(*visit, *connection, decision == "allow"_L1, now)
                                                           : ask(*connection);
}

Reply BankPage::ask(const Connection &connection) const
{
    QString scopes;
    for (const QString &scope : connection.attempts.back().fetchScopes) {
        scopes += u"<li>%1</li>"_s.arg(scope.toHtmlEscaped());
    }
    return htmlPage(200, m_banks.find(connection.providerCode)->name,
                    u"<p>May this program read the following?</p><ul>%1</ul><form method=\"post\">"
                    "<button name=\"decision\" value=\"allow\">Allow</button>"
                    "<button name=\"decision\" value=\"deny\">Deny</button></form>"_s.arg(scopes));
}

Reply BankPage::decide(BankVisit &visit, Connection &connection, bool allowed, Instant now) const
{
    const bool clientsOwn = m_banks.find(connection.providerCode)->identificationMode == "client"_L1;
    const QString returnTo = connection.attempts.back().returnTo;
    visit.decided = true;
    if (!clientsOwn && allowed) {
        m_engine.visited(connection, now);
    } else if (!clientsOwn) {
        m_engine.fail(connection, u"ProviderAccessNotGranted"_s, u"Access was not granted."_s, now);
    }
    return goBack(returnTo, itemsFor(visit, clientsOwn, allowed));
}

} // namespace saltdesk::sandbox
