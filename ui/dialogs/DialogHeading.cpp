// SPDX-License-Identifier: Apache-2.0
#include "dialogs/DialogHeading.h"

#include "privacy/Personal.h"
#include "theme/EnvironmentBadge.h"
#include "theme/HeadingFont.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>

namespace saltdesk::ui {

DialogHeading::DialogHeading(models::EnvironmentKind environment, QWidget *parent)
    : QWidget(parent)
    , m_heading(new WrappedLabel)
    , m_subheading(new WrappedLabel)
{
    auto *badge = new EnvironmentBadge;
    badge->setKind(environment);
    m_heading->setFont(headingFont(font(), 1.25));
    m_subheading->setMuted(true);
    markPersonal(m_subheading);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(badge, 0, Qt::AlignLeft);
    column->addSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_subheading);
}

void DialogHeading::setTexts(const QString &heading, const QString &subheading)
{
    m_heading->setText(heading);
    m_subheading->setText(subheading);
    m_subheading->setVisible(!subheading.isEmpty());
}

} // namespace saltdesk::ui
