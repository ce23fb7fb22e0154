// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QtGlobal>

#include <optional>

namespace saltdesk::app {

/// What this computer lacks for a window, said in one line. On the stack of main() around the making of the
/// QApplication: while it lives, a display that can't be opened ends the process with a line and status 1, where Qt
/// would abort with a page of text and a core dump. What else Qt says meanwhile is passed on when it goes.
class PlatformComplaint
{
public:
    PlatformComplaint();
    ~PlatformComplaint();
    Q_DISABLE_COPY_MOVE(PlatformComplaint)

    /// Before the QApplication: there is nothing that could be a display. (Linux; elsewhere always nothing.)
    [[nodiscard]] static std::optional<QString> noDisplay();
    /// After it: no text could be shown.
    [[nodiscard]] static std::optional<QString> noFonts();

private:
    QtMessageHandler m_handlerBefore;
};

} // namespace saltdesk::app
