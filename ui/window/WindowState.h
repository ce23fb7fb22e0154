// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QMainWindow;
class QSplitter;

namespace saltdesk::ui {

class ConnectionsView;

/// Remembers, for each profile, the window's size and place, the columns with their order and sorting, the
/// splitter, and whether the activity is shown, in the application's settings; a profile that has none yet begins with
/// what was used last. Remembers nothing of a customer, and nothing at all where the application has no name.
class WindowState
{
public:
    /// `profile`: the id of a saved one; empty: whatever else, such as the sandbox.
    WindowState(QMainWindow &window, ConnectionsView &table, QSplitter &splitter, const QString &profile);

    void restore();
    void save() const;

private:
    void write(const QString &group) const;

    QMainWindow &m_window;
    ConnectionsView &m_table;
    QSplitter &m_splitter;
    QString m_profile;
};

} // namespace saltdesk::ui
