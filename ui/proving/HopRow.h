// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proving/ProofHop.h"

#include <QWidget>

class QLabel;

namespace saltdesk::ui {

class WrappedLabel;

/// One hop of a connection test: a sign and a word for its state, its name, and its sentence. All of it is the row's
/// accessible text as well.
class HopRow : public QWidget
{
    Q_OBJECT

public:
    explicit HopRow(models::Hop hop, QWidget *parent = nullptr);

    void show(const models::HopResult &result);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showColours();

    models::HopState m_state = models::HopState::Waiting;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_word;
    WrappedLabel *m_detail;
};

} // namespace saltdesk::ui
