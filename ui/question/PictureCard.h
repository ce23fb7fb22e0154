// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

class QPushButton;
class QScrollArea;

namespace saltdesk::ui {

class CardFrame;
class PictureCanvas;

/// A picture on white paper that can be made larger and smaller. At first it is as large as it is, or as fits; what no
/// longer fits is scrolled.
class PictureCard : public QWidget
{
    Q_OBJECT

public:
    PictureCard(QImage picture, const QString &name, QWidget *parent = nullptr);

    void larger();
    void smaller();
    /// Times its size at first.
    [[nodiscard]] qreal zoom() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &name);
    void setStep(int step);
    void fit();

    PictureCanvas *m_canvas;
    QScrollArea *m_area;
    CardFrame *m_paper;
    QPushButton *m_larger;
    QPushButton *m_smaller;
    int m_step = 0;
};

} // namespace saltdesk::ui
