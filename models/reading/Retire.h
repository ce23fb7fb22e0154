// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

namespace saltdesk::models {

/// Takes an owned object out of service from within its own signal or from elsewhere: the listener hears nothing more
/// of it, and it goes once the event loop has turned.
template <class Object>
void retire(std::unique_ptr<Object> &object, QObject *listener)
{
    if (object) {
        object->disconnect(listener);
        object.release()->deleteLater();
    }
}

} // namespace saltdesk::models
