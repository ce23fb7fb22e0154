// SPDX-License-Identifier: Apache-2.0
#include "pages/ConnectPage.h"

#include "pages/CredentialsForm.h"
#include "pages/Html.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using Purpose = ConnectSession::Purpose;

Reply ConnectPage::answer(const Request &request, const QString &token, Instant now) const
{
    ConnectSession *session = m_state.connectSession(token);
    if (session == nullptr) {
        return htmlPage(404, u"Not found"_s, u"<p>There is no such page.</p>"_s);
    }
    if (session->used || now >= session->expiresAt()) {
        return htmlPage(410, u"Too late"_s, u"<p>This page was used already, or its time is over.</p>"_s);
    }
    if (!session->openedAt) {
        session->openedAt = now;
    }
    const Bank *bank = bankOf(*session, request);
    if (bank == nullptr) {
        return chooseBank(*session);
    }
    return request.method == "POST" ? send(*session, *bank, request, now) : form(*session, *bank, {});
}

const Bank *ConnectPage::bankOf(const ConnectSession &session, const Request &request) const
{
    if (session.purpose != Purpose::Create) {
        const Connection *connection = m_state.connection(session.data.value("connection_id"_L1).toString());
        return connection == nullptr ? nullptr : m_banks.find(connection->providerCode);
    }
    if (session.data.contains("provider_code"_L1)) {
        return m_banks.find(session.data.value("provider_code"_L1).toString());
    }
    const Bank *chosen = m_banks.find(request.query().value(u"bank"_s));
    return chosen != nullptr && offers(session, *chosen) ? chosen : nullptr;
}

bool ConnectPage::offers(const ConnectSession &session, const Bank &bank) const
{
    const auto allows = [&](const QString &name, const QString &value) {
        const QJsonArray values = session.data.value(name).toArray();
        return values.isEmpty() || values.contains(value);
    };
    // A statement would have to be uploaded; this page does not go that far.
    return session.purpose == Purpose::Create && bank.status == "active"_L1 && bank.mode != "file"_L1 &&
           allows(u"allowed_countries"_s, bank.countryCode) && allows(u"provider_modes"_s, bank.mode) &&
           (bank.countryCode != "XF"_L1 || session.data.value("include_fake_providers"_L1).toBool());
}

Reply ConnectPage::chooseBank(const ConnectSession &session) const
{
    QString rows;
    for (const Bank &bank : m_banks.banks()) {
        if (offers(session, bank)) {
            rows += u"<li><a href=\"?bank=%1\">%2</a></li>"_s.arg(bank.code.toHtmlEscaped(), bank.name.toHtmlEscaped());
        }
    }
    return htmlPage(200, u"Choose your bank"_s, u"<ul>%1</ul>"_s.arg(rows));
}

Reply ConnectPage::form(const ConnectSession &session, const Bank &bank, const QString &complaint) const
{
    const QString inputs = session.purpose == Purpose::Refresh ? QString() : credentialInputs(bank);
    const QString words =
        complaint.isEmpty() ? QString() : u"<p role=\"alert\">%1</p>"_s.arg(complaint.toHtmlEscaped());
    return htmlPage(complaint.isEmpty() ? 200 : 422, bank.name,
                    words + u"<form method=\"post\">%1<button>Proceed</button></form>"_s.arg(inputs));
}

Outcome<QByteArray> ConnectPage::carryOut(const ConnectSession &session, const Bank &bank, const Call &call) const
{
    const bool redirects = bank.mode == "oauth"_L1;
    switch (session.purpose) {
    case Purpose::Create:
        return redirects ? m_oauth.create(call) : m_fetches.create(call);
    case Purpose::Reconnect:
        return redirects ? m_oauth.reconnect(call) : m_fetches.reconnect(call);
    case Purpose::Refresh:
        return m_fetches.refresh(call);
    }
    return refuse(u"InternalServerError"_s, u"The session has no purpose."_s);
}

Reply ConnectPage::send(ConnectSession &session, const Bank &bank, const Request &request, Instant now) const
{
    Call call{.id = session.data.value("connection_id"_L1).toString(),
              .data = session.data,
              .now = now,
              .origin = request.origin};
    call.data.insert("country_code"_L1, bank.countryCode);
    call.data.insert("provider_code"_L1, bank.code);
    call.data.insert("credentials"_L1, typedCredentials(formItems(request.body), bank));
    if (session.data.value("override_credentials_strategy"_L1) == "override"_L1) {
        call.data.insert("override_credentials"_L1, true);
    }
    // Banks with an API want to know where to send people back to: to this page, unless the client has said more.
    QJsonObject attempt = call.data.value("attempt"_L1).toObject();
    if (bank.mode == "api"_L1 && !attempt.contains("return_to"_L1)) {
        attempt.insert("return_to"_L1, QString::fromLatin1(request.origin + "/connect"));
        call.data.insert("attempt"_L1, attempt);
    }
    const auto done = carryOut(session, bank, call);
    if (!done) {
        return form(session, bank, done.error().message);
    }
    session.used = true;
    const QJsonObject reply = QJsonDocument::fromJson(*done).object().value("data"_L1).toObject();
    if (reply.contains("redirect_url"_L1)) {
        return seeOther(reply.value("redirect_url"_L1).toString());
    }
    const bool wantsId = session.data.value("return_connection_id"_L1).toBool();
    return goBack(session.data.value("attempt"_L1).toObject().value("return_to"_L1).toString(),
                  wantsId ? QueryItems{{u"connection_id"_s, reply.value("id"_L1).toString()}} : QueryItems());
}

} // namespace saltdesk::sandbox
