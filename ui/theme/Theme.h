// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QApplication;

namespace saltdesk::ui {

/// How the whole program looks: the style, and the palette in light, in dark or as the desktop has it. Made once, after
/// the QApplication and before the first widget; GUI thread. In mode System it follows the desktop while it runs.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// Sets the style and the palette at once.
    explicit Theme(QApplication &application, Mode mode = Mode::System, QObject *parent = nullptr);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    void setMode(Mode mode);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void modeChanged(saltdesk::ui::Theme::Mode mode);

private:
    void applyPalette();

    QApplication &m_application;
    Mode m_mode;
    bool m_dark = false;
    bool m_applying = false;
};

} // namespace saltdesk::ui
