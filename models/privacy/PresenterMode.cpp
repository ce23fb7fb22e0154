// SPDX-License-Identifier: Apache-2.0
#include "privacy/PresenterMode.h"

namespace saltdesk::models {

void PresenterMode::setOn(bool on)
{
    if (m_on != on) {
        m_on = on;
        emit changed(on);
    }
}

} // namespace saltdesk::models
