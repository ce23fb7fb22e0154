// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

/// The last line: how many connections of whom, when they were read, what is followed, what runs, and what could not be
/// read. Follows the workspace by itself.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(models::Workspace &workspace, QWidget *parent = nullptr);

signals:
    void warningsWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showAll();
    [[nodiscard]] QString countWords() const;

    models::Workspace &m_workspace;
    QLabel *m_count;
    QLabel *m_read;
    QLabel *m_followed;
    QLabel *m_running;
    QToolButton *m_warnings;
};

} // namespace saltdesk::ui
