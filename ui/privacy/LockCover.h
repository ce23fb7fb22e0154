// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace saltdesk::ui {

/// What a main window shows while it is locked: that it is hidden, and the button to show it again. Its content is
/// hidden, not only painted over, so that a screen reader does not find it either, until reveal(). Child of the window.
class LockCover : public QWidget
{
    Q_OBJECT

public:
    explicit LockCover(QWidget &window);

    /// Shows what was hidden, with the focus where it was; the cover deletes itself.
    void reveal();

signals:
    void showWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void hideContent();

    QWidget &m_window;
    QPointer<QWidget> m_focus;
    QList<QPointer<QWidget>> m_hidden;
    QPushButton *m_show;
};

} // namespace saltdesk::ui
