// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectMessages.h"

#include "connecting/RefusalPlace.h"
#include "states/ErrorWords.h"

#include <QCoreApplication>

namespace saltdesk::ui {

namespace {

struct ConnectTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::ConnectMessages)
};

} // namespace

Message nothingSentMessage()
{
    return {.tone = models::Tone::Warning,
            .title = ConnectTexts::tr("Nothing was sent"),
            .text = ConnectTexts::tr("Another change of this connection is under way, or no return address could be "
                                     "opened on this computer. Wait a moment and try again.")};
}

Message bankUnreadMessage(const api::ApiError &error)
{
    Message message = errorMessage(ConnectTexts::tr("The bank could not be read"), error);
    message.actionText = ConnectTexts::tr("Read again");
    return message;
}

Message refusedMessage(const QString &bank, const api::ApiError &error)
{
    Message message = errorMessage(ConnectTexts::tr("%1 was not connected").arg(bank), error);
    if (models::wantsHostedPage(error)) {
        message.text = ConnectTexts::tr("Salt Edge does not take credentials from your company's account. Give the "
                                        "customer a link: he types them himself, and everything that was chosen here "
                                        "is kept.");
        message.actionText = ConnectTexts::tr("Give a link…");
    }
    return message;
}

} // namespace saltdesk::ui
