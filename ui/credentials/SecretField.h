// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace saltdesk::ui {

/// A line for a password: what is in it gets out by being sent and by no other way. Nothing is copied, cut or dragged
/// from it, also while it is revealed, and it keeps no undo.
class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretField(QWidget *parent = nullptr);

    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return echoMode() == Normal; }

signals:
    /// A key was pressed that Qt might copy by; the text is masked again.
    void concealed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace saltdesk::ui
