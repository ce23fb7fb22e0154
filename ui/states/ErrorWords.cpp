// SPDX-License-Identifier: Apache-2.0
#include "states/ErrorWords.h"

#include "states/ClassAdvice.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;

namespace {

struct ErrorTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::ErrorWords)
};

/// For the kinds that the transport found, where the server's words do not help.
QString whyOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConfigured:
        return ErrorTexts::tr("The App-id or the secret is missing, so nothing was sent.");
    case ErrorKind::ForbiddenUrl:
        return ErrorTexts::tr("The address of the API is not https, so nothing was sent.");
    case ErrorKind::ReadOnly:
        return ErrorTexts::tr("Writes are locked, so nothing was sent.");
    case ErrorKind::Network:
        return ErrorTexts::tr("The API could not be reached.");
    case ErrorKind::Tls:
        return ErrorTexts::tr("The connection to the API is not trustworthy.");
    case ErrorKind::Timeout:
        return ErrorTexts::tr("The API did not answer in time.");
    case ErrorKind::Aborted:
        return ErrorTexts::tr("The request was cancelled.");
    case ErrorKind::Redirected:
        return ErrorTexts::tr(
            "The API sent the request elsewhere. It was not followed, since the keys would have gone along.");
    case ErrorKind::Firewall:
        return ErrorTexts::tr("A firewall before the API refused the request.");
    case ErrorKind::Rejected:
        return ErrorTexts::tr("The API said no.");
    case ErrorKind::RateLimited:
        return ErrorTexts::tr("There were too many requests in a short time.");
    case ErrorKind::ServerFault:
        return ErrorTexts::tr("The API has a fault of its own.");
    case ErrorKind::Malformed:
        return ErrorTexts::tr("The answer could not be read.");
    case ErrorKind::TooLarge:
        return ErrorTexts::tr("The answer was larger than the limit.");
    case ErrorKind::PagingLoop:
        return ErrorTexts::tr("The list points back into itself.");
    }
    return {};
}

QString adviceFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConfigured:
        return ErrorTexts::tr("Set the keys and start again.");
    case ErrorKind::ForbiddenUrl:
        return ErrorTexts::tr("Start with an https address.");
    case ErrorKind::ReadOnly:
        return ErrorTexts::tr("Unlock writes with Ctrl+L and try again.");
    case ErrorKind::Network:
    case ErrorKind::Timeout:
        return ErrorTexts::tr("Check the network, then read again with F5.");
    case ErrorKind::Tls:
        return ErrorTexts::tr("Check the system's time and its certificates; do not go on without.");
    case ErrorKind::Aborted:
        return ErrorTexts::tr("Read again with F5.");
    case ErrorKind::Redirected:
    case ErrorKind::Firewall:
        return ErrorTexts::tr("Check the address of the API and that this network may use it.");
    case ErrorKind::Rejected:
        return ErrorTexts::tr("If it stays, give the request id to Salt Edge's support.");
    case ErrorKind::RateLimited:
        return ErrorTexts::tr("Wait a moment, then try again.");
    case ErrorKind::ServerFault:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::PagingLoop:
        return ErrorTexts::tr("Try again in a few minutes; if it stays, give the request id to Salt Edge's support.");
    }
    return {};
}

QString whatToDo(const api::ApiError &error)
{
    const QString advice = classAdvice(error.errorClass);
    if (!advice.isEmpty()) {
        return advice;
    }
    if (error.retryAfter) {
        return ErrorTexts::tr("Try again in %1.").arg(models::countdown(*error.retryAfter));
    }
    return adviceFor(error.kind);
}

} // namespace

ErrorWords errorWords(const api::ApiError &error)
{
    if (error.objected) {
        return {.why = error.message, .whatToDo = {}, .fine = {}};
    }
    const bool apiSpoke = !error.errorClass.isEmpty() && !error.message.isEmpty();
    QStringList fine;
    if (!error.errorClass.isEmpty()) {
        fine << error.errorClass;
    }
    if (error.httpStatus != 0) {
        fine << u"HTTP %1"_s.arg(error.httpStatus);
    }
    if (!apiSpoke && !error.message.isEmpty()) {
        fine << error.message;
    }
    if (!error.requestId.isEmpty()) {
        fine << ErrorTexts::tr("request %1").arg(error.requestId);
    }
    return {
        .why = apiSpoke ? error.message : whyOf(error.kind), .whatToDo = whatToDo(error), .fine = fine.join(u" · "_s)};
}

Message errorMessage(const QString &whatHappened, const api::ApiError &error)
{
    const ErrorWords words = errorWords(error);
    return {.tone = models::Tone::Bad,
            .title = whatHappened,
            .text = QString(words.why + u' ' + words.whatToDo).trimmed(),
            .fine = words.fine,
            .copyText = QStringList{whatHappened, words.why, words.fine}.join(u'\n')};
}

} // namespace saltdesk::ui
