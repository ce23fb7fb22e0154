// SPDX-License-Identifier: Apache-2.0
#include "http/ErrorReply.h"

#include "text/SnakeCase.h"

#include <QHash>
#include <QJsonDocument>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

int statusOf(const QString &errorClass)
{
    static const QHash<QString, int> others{
        {u"ConnectionCannotBeRefreshed"_s, 406}, {u"DuplicatedCustomer"_s, 409},
        {u"ConnectionDuplicated"_s, 409},        {u"TooManyRequests"_s, 429},
        {u"RateLimitExceeded"_s, 429},           {u"InternalServerError"_s, 500},
    };
    if (errorClass.endsWith("NotFound"_L1) && errorClass != "ApiKeyNotFound"_L1 && errorClass != "ClientNotFound"_L1) {
        return 404;
    }
    return others.value(errorClass, 400);
}

Reply errorReply(const Refusal &refusal, const QJsonObject &echo, const QString &requestId)
{
    const QString page = u"https://docs.saltedge.com/account_information/v5/#errors-"_s + snakeCase(refusal.errorClass);
    QJsonObject envelope = refusal.beside;
    envelope.insert("error"_L1, QJsonObject{{u"class"_s, refusal.errorClass},
                                            {u"message"_s, refusal.message},
                                            {u"documentation_url"_s, page},
                                            {u"request_id"_s, requestId}});
    envelope.insert("request"_L1, echo);
    return Reply{.status = statusOf(refusal.errorClass),
                 .body = QJsonDocument(envelope).toJson(QJsonDocument::Compact)};
}

} // namespace saltdesk::sandbox
