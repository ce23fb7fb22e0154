// SPDX-License-Identifier: Apache-2.0
#include "ObjectLink.h"

#include <QRegularExpression>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

bool ObjectLink::claimed(const QString &text)
{
    return text.startsWith(u"saltdesk:"_s, Qt::CaseInsensitive);
}

std::optional<ObjectLink> ObjectLink::parse(const QString &text)
{
    // Browsers write the scheme and host in small letters, some add a slash to the end.
    static const QRegularExpression form(u"\\Asaltdesk://(customer|connection)/([0-9]{1,20})/?\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const bool customer = match.captured(1).compare("customer"_L1, Qt::CaseInsensitive) == 0;
    return ObjectLink{customer ? Kind::Customer : Kind::Connection, match.captured(2)};
}

QString ObjectLink::text() const
{
    switch (kind) {
    case Kind::Customer:
        return u"saltdesk://customer/"_s + id;
    case Kind::Connection:
        return u"saltdesk://connection/"_s + id;
    }
    Q_UNREACHABLE();
}

} // namespace saltdesk::app
