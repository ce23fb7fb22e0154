// SPDX-License-Identifier: Apache-2.0
#include "pages/Html.h"

#include <QUrl>
#include <QUrlQuery>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Reply plainReply(int status, const QString &html)
{
    return Reply{
        .status = status,
        .contentType = "text/html; charset=utf-8",
        .body = html.toUtf8(),
        .headers = {{"Cache-Control", "no-store"},
                    {"Referrer-Policy", "no-referrer"},
                    {"X-Content-Type-Options", "nosniff"},
                    {"Content-Security-Policy",
                     "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"}}};
}

Reply htmlPage(int status, const QString &title, const QString &content)
{
    static const QString frame =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title>"
        "<meta name=\"viewport\" content=\"width=device-width\">"
        "<style>body{font:16px sans-serif;max-width:30em;margin:3em auto;padding:0 1em}"
        "label,input,select{display:block;margin:.4em 0}button{margin:1em 1em 0 0;padding:.5em 1.5em}</style></head>"
        "<body><p>Sandbox: a stand-in, no bank is asked.</p><h1>%1</h1>\n%2\n</body></html>\n"_s;
    return plainReply(status, frame.arg(title.toHtmlEscaped(), content));
}

Reply seeOther(const QString &url)
{
    // What is not allowed in a URL is escaped here, line ends above all: the text goes into a header.
    const QByteArray target = QUrl(url).toEncoded();
    Reply reply = plainReply(303, u"<a href=\"%1\">Go on</a>"_s.arg(QString::fromLatin1(target).toHtmlEscaped()));
    reply.headers.append({"Location", target});
    return reply;
}

Reply goBack(const QString &returnTo, const QueryItems &items)
{
    if (returnTo.isEmpty()) {
        return htmlPage(200, u"That was all"_s, u"<p>You can close this page now.</p>"_s);
    }
    QUrl url(returnTo);
    QUrlQuery query(url);
    for (const auto &[name, value] : items) {
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    url.setQuery(query);
    return seeOther(url.toString(QUrl::FullyEncoded));
}

} // namespace saltdesk::sandbox
