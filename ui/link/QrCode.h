// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QWidget>

class QPainter;

namespace saltdesk::ui {

/// A text as a QR code to be scanned from the screen: black on a white card with the quiet zone of four modules, in the
/// dark theme too, since many scanners cannot read the inverse. Each module is a whole number of device pixels wide.
/// Paints nothing while there is no text, or one that no QR code can hold. Keeps the modules, not the text, and wipes
/// them.
class QrCode : public QWidget
{
    Q_OBJECT

public:
    /// In modules, on each side.
    static constexpr int quietZone = 4;

    explicit QrCode(QWidget *parent = nullptr);
    ~QrCode() override;

    void setText(const api::Secret &text);
    /// Drawn pale: a code that is no longer good.
    void setFaded(bool faded);

    [[nodiscard]] bool isEmpty() const { return m_width == 0; }
    [[nodiscard]] bool isFaded() const { return m_faded; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void encode(const api::Secret &text);
    /// Both in the screen's pixels.
    static void paintCard(QPainter &painter, const QSize &place, qreal radius);
    void paintModules(QPainter &painter, const QSize &place, int scale) const;

    /// One byte per module, row by row; 1 is black.
    QByteArray m_modules;
    int m_width = 0;
    bool m_faded = false;
};

} // namespace saltdesk::ui
