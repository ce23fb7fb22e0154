// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/CardFrame.h"

#include <QUrl>

class QPushButton;

namespace saltdesk::ui {

class WrappedLabel;

/// Says where a link leads before it is opened. Hidden until it is asked; hides itself with either answer.
class LinkNotice : public CardFrame
{
    Q_OBJECT

public:
    explicit LinkNotice(QWidget *parent = nullptr);

    /// Takes the focus, to the answer that changes nothing.
    void ask(const QUrl &url);

signals:
    void openWanted(const QUrl &url);
    /// After either answer.
    void closed();

private:
    void close();

    QUrl m_url;
    WrappedLabel *m_words;
    QPushButton *m_open;
    QPushButton *m_leave;
};

} // namespace saltdesk::ui
