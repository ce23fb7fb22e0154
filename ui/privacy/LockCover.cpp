// SPDX-License-Identifier: Apache-2.0
#include "privacy/LockCover.h"

#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int coverWordsWidth = 400;
}

LockCover::LockCover(QWidget &window)
    : QWidget(&window)
    , m_window(window)
    , m_focus(window.focusWidget())
    , m_show(new QPushButton(tr("&Show again")))
{
    build();
    hideContent();
    window.installEventFilter(this);
    setGeometry(window.rect());
    show();
    raise();
    m_show->setFocus(Qt::OtherFocusReason);
}

void LockCover::reveal()
{
    hide();
    for (const QPointer<QWidget> &widget : std::as_const(m_hidden)) {
        if (widget) {
            widget->show();
        }
    }
    if (m_focus) {
        m_focus->setFocus(Qt::OtherFocusReason);
    }
    // Its button is still in the middle of the click.
    deleteLater();
}

void LockCover::build()
{
    setAutoFillBackground(true);
    setAccessibleName(tr("Saltdesk is hidden"));
    auto *sign = new QLabel;
    sign->setPixmap(SymbolicIcon::icon(u"lock"_s, SymbolicIcon::Ink::Muted).pixmap(40, 40));
    sign->setAlignment(Qt::AlignCenter);
    auto *title = new WrappedLabel;
    title->setText(tr("Saltdesk is hidden"));
    title->setFont(headingFont(font(), 1.4));
    auto *text = new WrappedLabel;
    text->setText(tr("Attempts and questions are followed on. What was typed into a bank's form has been wiped."));
    text->setMuted(true);
    title->setAlignment(Qt::AlignCenter);
    text->setAlignment(Qt::AlignCenter);
    setButtonRole(m_show, ButtonRole::Primary);
    m_show->setAutoDefault(true);
    connect(m_show, &QPushButton::clicked, this, &LockCover::showWanted);
    auto *words = new QVBoxLayout;
    words->setSpacing(12);
    words->addWidget(sign);
    words->addWidget(title);
    words->addWidget(text);
    words->addSpacing(4);
    words->addWidget(m_show, 0, Qt::AlignHCenter);
    auto *middle = new QWidget;
    middle->setLayout(words);
    middle->setFixedWidth(coverWordsWidth);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(middle);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
}

void LockCover::hideContent()
{
    const auto children = m_window.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    for (QWidget *child : children) {
        if (child != this && !child->isWindow() && !child->isHidden()) {
            m_hidden.append(child);
            child->hide();
        }
    }
}

bool LockCover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::Resize) {
        setGeometry(m_window.rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace saltdesk::ui
