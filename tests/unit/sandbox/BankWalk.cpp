// SPDX-License-Identifier: Apache-2.0
#include "BankWalk.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using std::chrono::seconds;

static bool waits(const QJsonObject &attempt)
{
    return attempt.value("last_stage"_L1).toObject().value("name"_L1) == "interactive"_L1;
}

BankWalk::BankWalk(Desk &desk, const QString &bank, const QJsonObject &input)
    : m_desk(desk)
{
    QJsonObject data = desk.createData(bank);
    data.remove("credentials"_L1);
    if (input.contains("file_url"_L1)) {
        data.insert("file_url"_L1, input.value("file_url"_L1));
    } else if (!input.isEmpty()) {
        data.insert("credentials"_L1, input);
    }
    data.insert("attempt"_L1, QJsonObject{{u"return_to"_s, u"https://example.com/back"_s}});
    const Answer created = desk.postData(u"/connections"_s, data);
    m_refused = created.errorClass();
    m_path = u"/connections/"_s + created.data().value("id"_L1).toString();
    if (m_refused.isEmpty()) {
        waitForQuestionOrEnd();
    }
}

void BankWalk::waitForQuestionOrEnd()
{
    m_attempt = shown().attempt();
    for (int second = 0; second < 3600 && !m_attempt.value("finished"_L1).toBool() && !waits(m_attempt); ++second) {
        m_desk.pass(seconds(1));
        m_attempt = shown().attempt();
    }
}

void BankWalk::answer(const QList<QJsonObject> &answers)
{
    for (const QJsonObject &credentials : answers) {
        if (!m_refused.isEmpty() || !waits(m_attempt)) {
            return;
        }
        ++m_asked;
        m_desk.pass(seconds(1));
        m_refused = m_desk.putData(m_path + u"/interactive"_s, {{u"credentials"_s, credentials}}).errorClass();
        waitForQuestionOrEnd();
    }
    for (int second = 0; second < 3600 && waits(m_attempt); ++second) {
        m_desk.pass(seconds(1));
        waitForQuestionOrEnd();
        if (!waits(m_attempt)) {
            ++m_asked;
        }
    }
}

QString BankWalk::end() const
{
    if (!m_refused.isEmpty()) {
        return u"refused: "_s + m_refused;
    }
    if (!m_attempt.value("finished"_L1).toBool()) {
        return u"not finished"_s;
    }
    return m_attempt.value("fail_error_class"_L1).toString();
}

} // namespace saltdesk::sandbox
