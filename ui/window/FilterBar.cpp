// SPDX-License-Identifier: Apache-2.0
#include "window/FilterBar.h"

#include "connections/ConnectionsModel.h"
#include "privacy/Personal.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "window/FilterChip.h"
#include "window/WindowField.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace saltdesk::ui {

using models::Chip;
using namespace Qt::Literals::StringLiterals;

FilterBar::FilterBar(models::ConnectionsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_field(new WindowField)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    addChips();
    for (FilterChip *chip : m_chips) {
        row->addWidget(chip);
    }
    row->addStretch();
    auto *label = new QLabel(tr("Filter"), this);
    label->setBuddy(m_field);
    label->hide();
    m_field->setPlaceholderText(tr("Filter  Ctrl+F"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setToolTip(tr("Bank, country, customer, state, stage, error, or digits of an id (Ctrl+F)"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(256);
    markPersonal(m_field);
    m_field->setMinimumWidth(120);
    m_field->setMaximumWidth(220);
    m_field->addAction(SymbolicIcon::icon(u"filter"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    row->addWidget(m_field, 2);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::apply);
    connect(&model, &models::ConnectionsModel::countsChanged, this, &FilterBar::showCounts);
    showCounts();
}

void FilterBar::addChips()
{
    auto *group = new QButtonGroup(this);
    const auto add = [&](Chip chip, const QString &word) {
        auto *button = new FilterChip(chip, word, this);
        group->addButton(button);
        m_chips.push_back(button);
    };
    add(Chip::All, tr("All"));
    add(Chip::NeedsYou, tr("Needs you"));
    add(Chip::Failing, tr("Failing"));
    add(Chip::Fetching, tr("Fetching"));
    add(Chip::ExpiringSoon, tr("Expiring soon"));
    add(Chip::Stale, tr("Stale"));
    m_chips.front()->setChecked(true);
    connect(group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool checked) {
        if (checked) {
            apply();
        }
    });
}

Chip FilterBar::chosen() const
{
    const auto checked = std::ranges::find_if(m_chips, [](const FilterChip *chip) { return chip->isChecked(); });
    return checked == m_chips.end() ? Chip::All : (*checked)->chip();
}

void FilterBar::apply()
{
    m_model.setFilter(m_field->text(), chosen());
}

void FilterBar::clear()
{
    {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
    }
    m_chips.front()->setChecked(true);
    apply();
}

void FilterBar::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::showCounts()
{
    for (FilterChip *chip : m_chips) {
        chip->setCount(m_model.count(chip->chip()));
    }
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_field->text().isEmpty()) {
            m_field->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit rowsWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), ColorTokens::of(palette()).line);
}

} // namespace saltdesk::ui
