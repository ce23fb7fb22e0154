// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/Message.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace saltdesk::ui {

class WrappedLabel;

/// A message in a narrow column: what happened, why and what to do, the small print, Copy. Where the words are longer
/// than the place, they scroll.
class FailureNote : public QWidget
{
    Q_OBJECT

public:
    explicit FailureNote(QWidget *parent = nullptr);

    void tell(const Message &message);
    [[nodiscard]] const Message &message() const { return m_message; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showColours();

    Message m_message;
    QLabel *m_icon;
    WrappedLabel *m_title;
    WrappedLabel *m_text;
    WrappedLabel *m_fine;
    QPushButton *m_copy;
};

} // namespace saltdesk::ui
