// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class PendingRemoval;
class QuitDialog;
struct Unfinished;

/// Asks before the window closes while a removal waits or a write is on its way. The removal is held while it asks, and
/// the question goes by itself once nothing is unfinished any more, so that what ended can be seen.
class QuitQuestion : public QObject
{
    Q_OBJECT

public:
    /// Borrows all three; `window` is what closes.
    QuitQuestion(models::Workspace &workspace, PendingRemoval &removal, QWidget *window);

    /// False: it asks now, or asks already, and closes the window itself if the answer is to quit.
    [[nodiscard]] bool mayClose();

signals:
    /// It was asked, and the window stays.
    void kept();

private:
    [[nodiscard]] Unfinished unfinished() const;
    void ask(const Unfinished &unfinished);

    models::Workspace &m_workspace;
    PendingRemoval &m_removal;
    QWidget *m_window;
    QPointer<QuitDialog> m_dialog;
    bool m_isDecided = false;
};

} // namespace saltdesk::ui
