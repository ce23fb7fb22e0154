// SPDX-License-Identifier: Apache-2.0
#pragma once

class QUrl;

namespace saltdesk::ui {

/// Opens an address in the system's browser: https, or http of this computer. False: it is neither, or there is no
/// browser.
bool openInBrowser(const QUrl &address);

} // namespace saltdesk::ui
