// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectPage.h"

namespace saltdesk::ui {

QString ConnectPage::verb() const
{
    return tr("&Next");
}

} // namespace saltdesk::ui
