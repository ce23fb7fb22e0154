// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Situation.h"

#include <QString>

namespace saltdesk::ui {

/// One thing that is said in the window, near what it is about. All texts are plain.
struct Message
{
    models::Tone tone = models::Tone::Idle;
    /// What happened.
    QString title;
    /// Why, and what to do.
    QString text = {};
    /// The small print: class, status, request id.
    QString fine = {};
    /// What the Copy button puts on the clipboard; empty: no such button.
    QString copyText = {};
    /// The button that does something about it; empty: none.
    QString actionText = {};
    /// The title names a customer.
    bool personal = false;

    [[nodiscard]] bool isEmpty() const { return title.isEmpty(); }
    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace saltdesk::ui
