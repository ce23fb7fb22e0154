// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CommandLine.h"

#include <QObject>

namespace saltdesk::app {

class Session;

/// What `--print` and `--screenshot` do: once the first load of the window ended, prints the list, writes the picture,
/// and ends the event loop with the exit code. Borrows the session.
class UnattendedRun : public QObject
{
    Q_OBJECT

public:
    UnattendedRun(CommandLine line, Session &session, QObject *parent = nullptr);

private:
    void finish();
    void printList(bool listed) const;
    [[nodiscard]] bool writeScreenshot() const;

    CommandLine m_line;
    Session &m_session;
};

} // namespace saltdesk::app
