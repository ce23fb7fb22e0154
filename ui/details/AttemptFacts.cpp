// SPDX-License-Identifier: Apache-2.0
#include "details/AttemptFacts.h"

#include "codec/RawJson.h"
#include "details/StageFacts.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QLocale>

namespace saltdesk::ui {

using api::Member;
using namespace Qt::Literals::StringLiterals;

namespace {

struct AttemptTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::AttemptFacts)
};

QString words(const QString &text)
{
    return text.isEmpty() ? AttemptTexts::tr("empty") : text;
}

QString words(bool yes)
{
    return yes ? AttemptTexts::tr("yes") : AttemptTexts::tr("no");
}

QString words(const QDateTime &time)
{
    return models::absoluteTime(time).section(u'\n', 0, 0);
}

QString words(const QDate &day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString words(const QStringList &list)
{
    return list.isEmpty() ? AttemptTexts::tr("none") : list.join(u", "_s);
}

/// An object of the request; what is secret in it is masked like in an answer.
QString words(const QByteArray &json)
{
    return words(QString::fromUtf8(api::RawJson::masked(json).bytes()));
}

QString words(const api::ConsentId &id)
{
    return words(id.toString());
}

template <class T>
QString exactly(const T &)
{
    return {};
}

QString exactly(const QDateTime &time)
{
    return u'\n' + models::absoluteTime(time);
}

class Members
{
public:
    /// `member` is the API's name.
    template <class T>
    void add(const QString &name, const QString &member, const Member<T> &told)
    {
        if (told.isNull()) {
            m_facts.push_back({name, AttemptTexts::tr("not set"), member + u": null"_s});
        } else if (told.hasValue()) {
            m_facts.push_back({name, words(*told), member + exactly(*told)});
        }
    }
    std::vector<FactsList::Fact> m_facts;
};

void addHead(Members &to, const api::Attempt &a)
{
    to.m_facts.push_back({AttemptTexts::tr("Attempt"), a.id.toString(), u"id"_s});
    to.add(AttemptTexts::tr("Error class"), u"fail_error_class"_s, a.failErrorClass);
    to.add(AttemptTexts::tr("Error message"), u"fail_message"_s, a.failMessage);
}

void addEnd(Members &to, const api::Attempt &a)
{
    to.add(AttemptTexts::tr("Failed at"), u"fail_at"_s, a.failAt);
    to.add(AttemptTexts::tr("Succeeded at"), u"success_at"_s, a.successAt);
    to.add(AttemptTexts::tr("Finished"), u"finished"_s, a.finished);
    to.add(AttemptTexts::tr("Recent part finished"), u"finished_recent"_s, a.finishedRecent);
    to.add(AttemptTexts::tr("Some data is missing"), u"partial"_s, a.partial);
    to.add(AttemptTexts::tr("Created"), u"created_at"_s, a.createdAt);
    to.add(AttemptTexts::tr("Updated"), u"updated_at"_s, a.updatedAt);
}

void addBeginning(Members &to, const api::Attempt &a)
{
    to.add(AttemptTexts::tr("Interactive"), u"interactive"_s, a.interactive);
    to.add(AttemptTexts::tr("Possible without the customer"), u"automatic_fetch"_s, a.automaticFetch);
    to.add(AttemptTexts::tr("Daily refresh"), u"daily_refresh"_s, a.dailyRefresh);
    to.add(AttemptTexts::tr("Customer present"), u"user_present"_s, a.userPresent);
    to.add(AttemptTexts::tr("Customer last logged in"), u"customer_last_logged_at"_s, a.customerLastLoggedAt);
    to.add(AttemptTexts::tr("Customer's address"), u"remote_ip"_s, a.remoteIp);
    to.add(AttemptTexts::tr("Customer's browser"), u"user_agent"_s, a.userAgent);
    to.add(AttemptTexts::tr("Device"), u"device_type"_s, a.deviceType);
    to.add(AttemptTexts::tr("Language"), u"locale"_s, a.locale);
    to.add(AttemptTexts::tr("API mode"), u"api_mode"_s, a.apiMode);
    to.add(AttemptTexts::tr("API version"), u"api_version"_s, a.apiVersion);
}

void addRequest(Members &to, const api::Attempt &a)
{
    to.add(AttemptTexts::tr("Consent"), u"consent_id"_s, a.consentId);
    to.add(AttemptTexts::tr("Consent was shown"), u"show_consent_confirmation"_s, a.showConsentConfirmation);
    to.add(AttemptTexts::tr("Credentials are stored"), u"store_credentials"_s, a.storeCredentials);
    to.add(AttemptTexts::tr("What is fetched"), u"fetch_scopes"_s, a.fetchScopes);
    to.add(AttemptTexts::tr("Data from"), u"from_date"_s, a.fromDate);
    to.add(AttemptTexts::tr("Data to"), u"to_date"_s, a.toDate);
    to.add(AttemptTexts::tr("Natures of accounts"), u"include_natures"_s, a.includeNatures);
    to.add(AttemptTexts::tr("Accounts left out"), u"exclude_accounts"_s, a.excludeAccounts);
    to.add(AttemptTexts::tr("Categorization"), u"categorization"_s, a.categorization);
    to.add(AttemptTexts::tr("Unduplication"), u"unduplication_strategy"_s, a.unduplicationStrategy);
    to.add(AttemptTexts::tr("Own fields"), u"custom_fields"_s, a.customFields);
    to.add(AttemptTexts::tr("Returns to"), u"return_to"_s, a.returnTo);
}

} // namespace

std::vector<FactsList::Fact> attemptFacts(const api::Attempt &attempt, const QDateTime &now)
{
    Members members;
    addHead(members, attempt);
    std::vector<FactsList::Fact> facts = std::move(members.m_facts);
    for (FactsList::Fact &fact : stageFacts(attempt, now)) {
        facts.push_back(std::move(fact));
    }
    Members rest;
    addEnd(rest, attempt);
    addBeginning(rest, attempt);
    addRequest(rest, attempt);
    facts.insert(facts.end(), rest.m_facts.begin(), rest.m_facts.end());
    return facts;
}

} // namespace saltdesk::ui
