// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "link/ConnectLinkWords.h"

#include <QWidget>

class QLabel;

namespace saltdesk::ui {

/// How long a link may still be opened, as a line of one height: a sign and words on the tint of their tone. A screen
/// reader hears of it when the tone changes, not each second.
class ExpiryLine : public QWidget
{
    Q_OBJECT

public:
    explicit ExpiryLine(QWidget *parent = nullptr);

    void tell(const ExpiryWords &words);
    [[nodiscard]] const ExpiryWords &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showColours();

    ExpiryWords m_words;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace saltdesk::ui
