// SPDX-License-Identifier: Apache-2.0
#include "handlers/QueryValues.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

Outcome<bool> queryFlag(const Call &call, const QString &name)
{
    return queryChoice(call, name, {u"true"_s, u"false"_s}).map([](const QString &text) { return text == "true"_L1; });
}

Outcome<QString> queryChoice(const Call &call, const QString &name, const QStringList &allowed)
{
    const auto item = call.query.constFind(name);
    if (item == call.query.constEnd()) {
        return QString();
    }
    if (!allowed.contains(*item)) {
        return refuse(u"WrongRequestFormat"_s, name + u" parameter must be one of: "_s + allowed.join(u", "_s));
    }
    return *item;
}

Outcome<QDate> queryDate(const Call &call, const QString &name)
{
    const auto item = call.query.constFind(name);
    if (item == call.query.constEnd()) {
        return QDate();
    }
    const QDate date = QDate::fromString(*item, Qt::ISODate);
    if (!date.isValid() || item->size() != 10) {
        return refuse(u"DateFormatInvalid"_s, name + u" parameter must be a date (YYYY-MM-DD)"_s);
    }
    return date;
}

} // namespace saltdesk::sandbox
