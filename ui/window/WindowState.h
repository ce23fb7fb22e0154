// SPDX-License-Identifier: Apache-2.0
#pragma once

class QMainWindow;
class QSplitter;

namespace saltdesk::ui {

class ConnectionsView;

/// Remembers the window's size and place, the columns with their order and sorting, and the splitter, in the
/// application's settings. Remembers nothing of a customer, and nothing at all where the application has no name.
class WindowState
{
public:
    WindowState(QMainWindow &window, ConnectionsView &table, QSplitter &splitter);

    void restore();
    void save() const;

private:
    QMainWindow &m_window;
    ConnectionsView &m_table;
    QSplitter &m_splitter;
};

} // namespace saltdesk::ui
