// SPDX-License-Identifier: Apache-2.0
#include "credentials/MultiChoiceEntry.h"

#include "credentials/ChoiceEntry.h"
#include "credentials/SecretText.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QScrollArea>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t visibleBoxes = 6;
constexpr int boxHeight = 28;
} // namespace

MultiChoiceEntry::MultiChoiceEntry(const models::FormField &field, QWidget *parent)
    : FieldEntry(field, parent)
{
    for (const api::FieldOption &option : field.options) {
        auto *box = new QCheckBox(option.label().replace(u'&', u"&&"_s));
        box->setAccessibleName(option.label());
        box->setChecked(option.selected);
        box->setMinimumHeight(boxHeight);
        connect(box, &QCheckBox::toggled, this, &MultiChoiceEntry::changed);
        m_boxes.push_back(box);
    }
    placeGroup(makeList());
}

QWidget *MultiChoiceEntry::makeList()
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QCheckBox *box : m_boxes) {
        column->addWidget(box);
    }
    if (m_boxes.size() <= visibleBoxes) {
        return list;
    }
    auto *scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedHeight(int(visibleBoxes) * boxHeight + boxHeight / 2);
    return scroll;
}

bool MultiChoiceEntry::isFilled() const
{
    return std::ranges::any_of(m_boxes, &QCheckBox::isChecked);
}

api::Credential MultiChoiceEntry::credential() const
{
    api::Credential credential{.name = field().name, .values = {}, .multiple = true};
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i]->isChecked()) {
            credential.values.push_back(secretOf(field().options[i].value));
        }
    }
    return credential;
}

void MultiChoiceEntry::wipe()
{
    for (QCheckBox *box : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(false);
    }
}

void MultiChoiceEntry::focusControl()
{
    if (!m_boxes.empty()) {
        m_boxes.front()->setFocus(Qt::TabFocusReason);
    }
}

} // namespace saltdesk::ui
