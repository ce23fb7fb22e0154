// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace saltdesk::ui {

/// Tells through the desktop's own notifications that something waits in the program (org.freedesktop.Notifications).
/// One notice at a time: a newer one takes the place of the last. Where the desktop has no such service nothing
/// happens. GUI thread.
class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Plain text; what may stand on a shared screen is the caller's affair.
    void show(const QString &title, const QString &text);
    void withdraw();

private:
    uint m_last = 0;
};

} // namespace saltdesk::ui
