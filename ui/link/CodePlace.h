// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace saltdesk::ui {

class BusyBar;
class QrCode;

/// Where the QR code of a link stands: the code, a moving line while one is awaited, the pale code with a sign on it
/// once it is no longer good, or only a sign. Its size is always the same.
class CodePlace : public QWidget
{
    Q_OBJECT

public:
    explicit CodePlace(QWidget *parent = nullptr);

    void showCode(const api::Secret &text);
    /// The line comes only after a moment, so that a quick answer shows none.
    void showWaiting();
    void showExpired();
    void showFailed();
    void showNothing();

    [[nodiscard]] const QrCode &code() const { return *m_code; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void clear();
    void showSign();

    QrCode *m_code;
    BusyBar *m_busy;
    QLabel *m_sign;
    QString m_signIcon;
    QTimer m_moment;
};

} // namespace saltdesk::ui
