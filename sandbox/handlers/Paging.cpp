// SPDX-License-Identifier: Apache-2.0
#include "handlers/Paging.h"

#include <QUrlQuery>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Outcome<PageRequest> Paging::read(const Call &call) const
{
    PageRequest wanted{.size = std::min(usual, m_cap)};
    if (call.query.contains(u"from_id"_s)) {
        wanted.fromId = call.query.value(u"from_id"_s);
        if (!isDigits(wanted.fromId)) {
            return refuse(u"WrongRequestFormat"_s, u"from_id parameter must be an id"_s);
        }
        if (wanted.fromId.size() > 19) {
            return refuse(u"ValueOutOfRange"_s, u"from_id is out of range"_s);
        }
    }
    if (call.query.contains(u"per_page"_s)) {
        bool isNumber = false;
        const int size = call.query.value(u"per_page"_s).toInt(&isNumber);
        if (!isNumber) {
            return refuse(u"WrongRequestFormat"_s, u"per_page parameter must be a number"_s);
        }
        if (size < usual || size > largest) {
            return refuse(u"ValueOutOfRange"_s, u"per_page must be between 100 and 1000"_s);
        }
        wanted.size = std::min(size, m_cap);
    }
    return wanted;
}

void Paging::link(Page &page, const Call &call, const QString &nextId)
{
    QUrlQuery query;
    for (auto item = call.query.begin(); item != call.query.end(); ++item) {
        if (item.key() != "from_id"_L1) {
            query.addQueryItem(item.key(), QString::fromLatin1(QUrl::toPercentEncoding(item.value())));
        }
    }
    query.addQueryItem(u"from_id"_s, nextId);
    page.nextId = nextId;
    page.nextPage = call.path + u'?' + query.query(QUrl::FullyEncoded);
}

} // namespace saltdesk::sandbox
