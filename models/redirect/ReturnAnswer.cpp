// SPDX-License-Identifier: Apache-2.0
#include "redirect/ReturnAnswer.h"

#include <QCoreApplication>
#include <QString>

namespace saltdesk::models {
namespace {

struct ReturnTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::LoopbackReturn)
};

QByteArray reasonOf(ReturnStatus status)
{
    switch (status) {
    case ReturnStatus::Welcome:
        return "OK";
    case ReturnStatus::Malformed:
        return "Bad Request";
    case ReturnStatus::NotFound:
        return "Not Found";
    case ReturnStatus::WrongMethod:
        return "Method Not Allowed";
    case ReturnStatus::WrongHost:
        return "Misdirected Request";
    case ReturnStatus::TooLarge:
        return "Request Header Fields Too Large";
    }
    return {};
}

/// No style sheet: the policy forbids it. The scheme alone makes the page dark where the browser is.
QByteArray pageOf(ReturnStatus status)
{
    const QString words = status == ReturnStatus::Welcome
                              ? ReturnTexts::tr("You can close this page and go back to your call.")
                              : ReturnTexts::tr("There is nothing here.");
    return "<!doctype html>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n"
           "<title>Saltdesk</title>\n<p>" +
           words.toHtmlEscaped().toUtf8() + "</p>\n";
}

} // namespace

QByteArray returnAnswer(ReturnStatus status)
{
    const QByteArray page = pageOf(status);
    const QByteArray allow = status == ReturnStatus::WrongMethod ? "Allow: GET\r\n" : "";
    return "HTTP/1.1 " + QByteArray::number(static_cast<int>(status)) + ' ' + reasonOf(status) +
           "\r\n"
           "Content-Type: text/html; charset=utf-8\r\n"
           "Content-Length: " +
           QByteArray::number(page.size()) + "\r\n" + allow +
           "Connection: close\r\n"
           "Cache-Control: no-store\r\n"
           "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors "
           "'none'\r\n"
           "Referrer-Policy: no-referrer\r\n"
           "X-Content-Type-Options: nosniff\r\n\r\n" +
           page;
}

} // namespace saltdesk::models
