// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace saltdesk::ui {

/// A label for sentences of unknown length and origin: plain text only, wrapped, never wider than its place.
class WrappedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    /// Drawn in the muted colour of the theme.
    void setMuted(bool muted);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColour();

    bool m_muted = false;
};

} // namespace saltdesk::ui
