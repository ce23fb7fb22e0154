// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

/// Notices that the first thing to be shown is there: rows and the details of the chosen one, or a page that says why
/// there are none. Borrows the workspace. Signal: ended, once, a turn of the event loop after the fact, so that the
/// layouts are done.
class FirstLoad : public QObject
{
    Q_OBJECT

public:
    explicit FirstLoad(models::Workspace &workspace, QObject *parent = nullptr);

    /// Nothing ends before the window is visible.
    void windowShown();

signals:
    void ended();

private:
    void look();
    void tell();
    [[nodiscard]] bool isReading() const;
    [[nodiscard]] bool detailsAreComing() const;

    models::Workspace &m_workspace;
    bool m_shown = false;
    bool m_told = false;
    bool m_waits = false;
};

} // namespace saltdesk::ui
