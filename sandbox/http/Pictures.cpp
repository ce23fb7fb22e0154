// SPDX-License-Identifier: Apache-2.0
#include "http/Pictures.h"

#include <QRegularExpression>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

std::optional<Reply> pictureReply(const Request &request, const BankCatalogue &banks)
{
    static const QRegularExpression form(u"^/pictures/([a-z0-9_]+)\\.png$"_s);
    const auto match = form.match(request.path());
    const Bank *bank = match.hasMatch() ? banks.find(match.captured(1)) : nullptr;
    if (request.method != "GET" || bank == nullptr || bank->picture.isEmpty()) {
        return std::nullopt;
    }
    return Reply{.contentType = "image/png", .body = bank->picture};
}

QByteArray withOrigin(QByteArray body, const QByteArray &origin)
{
    static const QRegularExpression form(u"^https?://[A-Za-z0-9.:\\[\\]-]+$"_s);
    // The origin comes from the request's Host header; what is no address must not get into the page.
    if (form.match(QString::fromLatin1(origin)).hasMatch()) {
        body.replace("{{sandbox}}", origin);
    }
    return body;
}

} // namespace saltdesk::sandbox
