// SPDX-License-Identifier: Apache-2.0
#include "link/BrowserOpening.h"

#include <QDesktopServices>
#include <QHostAddress>
#include <QUrl>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

bool openInBrowser(const QUrl &address)
{
    const bool local = address.host() == "localhost"_L1 || QHostAddress(address.host()).isLoopback();
    const bool allowed = address.scheme() == "https"_L1 || (address.scheme() == "http"_L1 && local);
    return allowed && address.isValid() && QDesktopServices::openUrl(address);
}

} // namespace saltdesk::ui
