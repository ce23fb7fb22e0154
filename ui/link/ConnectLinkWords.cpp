// SPDX-License-Identifier: Apache-2.0
#include "link/ConnectLinkWords.h"

#include "states/ErrorWords.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using models::ConnectLink;
using models::Tone;

namespace {

struct LinkTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::ConnectLinkDialog)
};

/// The general advice is to read again, which makes no link.
QString linkAdvice(const api::ApiError &error, const QString &usual)
{
    if (error.kind == api::ErrorKind::Network || error.kind == api::ErrorKind::Timeout) {
        return LinkTexts::tr("Check the network, then ask for a new link.");
    }
    return error.kind == api::ErrorKind::Aborted ? LinkTexts::tr("Ask for a new link.") : usual;
}

struct PurposeOf
{
    QString operator()(const api::CreateConnectSessionRequest &) const
    {
        return LinkTexts::tr("New connection for customer %1");
    }
    QString operator()(const api::ReconnectConnectSessionRequest &) const
    {
        return LinkTexts::tr("Reconnect for customer %1");
    }
    QString operator()(const api::RefreshConnectSessionRequest &) const
    {
        return LinkTexts::tr("Refresh for customer %1");
    }
};

} // namespace

ExpiryWords expiryWords(ConnectLink::State state, std::chrono::seconds left)
{
    switch (state) {
    case ConnectLink::State::Idle:
        return {Tone::Idle, u"clock"_s, LinkTexts::tr("No link yet")};
    case ConnectLink::State::Asking:
        return {Tone::Idle, u"hourglass"_s, LinkTexts::tr("Asking for a link…")};
    case ConnectLink::State::Ready: {
        const bool late = left <= hurry;
        //: %1: a countdown such as 0:42
        const QString words = LinkTexts::tr("Open within %1").arg(models::countdown(left));
        return {late ? Tone::Warning : Tone::Running, late ? u"alert"_s : u"clock"_s, words};
    }
    case ConnectLink::State::Expired:
        return {Tone::Bad, u"cross"_s, LinkTexts::tr("This link has expired")};
    case ConnectLink::State::Failed:
        return {Tone::Bad, u"cross"_s, LinkTexts::tr("There is no link")};
    }
    return {};
}

QString purposeWords(const std::optional<ConnectLink::Request> &request, const QString &customerLabel)
{
    const QString words = request ? std::visit(PurposeOf(), *request) : LinkTexts::tr("For customer %1");
    return words.arg(customerLabel);
}

Message failureMessage(const api::ApiError &error)
{
    const ErrorWords words = errorWords(error);
    Message message;
    message.tone = error.outcomeUnknown ? Tone::Warning : Tone::Bad;
    message.title =
        error.outcomeUnknown ? LinkTexts::tr("The answer was lost.") : LinkTexts::tr("No link could be made.");
    const QString why =
        error.outcomeUnknown
            ? LinkTexts::tr("%1 A link may exist, but nobody has it; it runs out unused.").arg(words.why)
            : words.why;
    const QString whatToDo = error.outcomeUnknown
                                 ? LinkTexts::tr("Ask for a new link. That does no harm to the customer's data.")
                                 : linkAdvice(error, words.whatToDo);
    message.text = QStringList{why, whatToDo}.join(u"\n\n"_s);
    message.fine = words.fine;
    message.copyText = QStringList{message.title, why, words.fine}.join(u'\n');
    return message;
}

} // namespace saltdesk::ui
