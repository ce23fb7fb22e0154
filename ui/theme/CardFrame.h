// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace saltdesk::ui {

/// A rounded ground with one line around it, which turns to the accent while `setActive`.
class CardFrame : public QWidget
{
    Q_OBJECT

public:
    enum class Ground {
        Panel,
        Paper ///< white in light and dark: pictures of banks are drawn for white, and a QR code needs it
    };

    explicit CardFrame(Ground ground, QWidget *parent = nullptr);

    void setActive(bool isActive);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    bool m_isActive = false;
};

} // namespace saltdesk::ui
