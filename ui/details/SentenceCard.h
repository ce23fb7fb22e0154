// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Diagnosis.h"

#include <QWidget>

class QPushButton;

namespace saltdesk::ui {

class WrappedLabel;

/// The one sentence: what is wrong, who must act, and the button for it. Its headline is the largest text of the
/// window. All texts are plain.
class SentenceCard : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceCard(QWidget *parent = nullptr);

    /// `possible`: whether the diagnosis' next action can be done right now; where it can't, copying comes first.
    void tell(const models::Diagnosis &diagnosis, bool possible);

signals:
    void actionWanted(saltdesk::models::NextAction action);
    void copyWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    models::Diagnosis m_diagnosis;
    WrappedLabel *m_headline;
    WrappedLabel *m_explanation;
    WrappedLabel *m_fine;
    QPushButton *m_action;
    QPushButton *m_copy;
};

} // namespace saltdesk::ui
