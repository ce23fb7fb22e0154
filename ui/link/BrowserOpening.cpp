// SPDX-License-Identifier: Apache-2.0
#include "link/BrowserOpening.h"

#include "transport/PrivateAddress.h"

#include <QDesktopServices>
#include <QUrl>

namespace saltdesk::ui {

bool openInBrowser(const QUrl &address)
{
    return address.isValid() && api::isPrivateInTransit(address) && QDesktopServices::openUrl(address);
}

} // namespace saltdesk::ui
