// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "environment/Environment.h"

#include <QWidget>

namespace saltdesk::ui {

class WrappedLabel;

/// The top of a dialog that writes: the environment's badge, what it is about, and for whom. Texts are plain.
class DialogHeading : public QWidget
{
    Q_OBJECT

public:
    explicit DialogHeading(models::EnvironmentKind environment, QWidget *parent = nullptr);

    void setTexts(const QString &heading, const QString &subheading);

private:
    WrappedLabel *m_heading;
    WrappedLabel *m_subheading;
};

} // namespace saltdesk::ui
