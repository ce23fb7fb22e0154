// SPDX-License-Identifier: Apache-2.0
#include "proving/HopRow.h"

#include "proving/HopWords.h"
#include "theme/ColorTokens.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace saltdesk::ui {

using models::Hop;
using models::HopResult;
using models::HopState;

namespace {

constexpr int hopSignSize = 16;

/// As wide as the widest of the texts, so that the rows stand in columns and nothing moves while the test runs.
template <class Values, class Text>
int widestHopText(const QLabel &label, const Values &values, Text text)
{
    int widest = 0;
    for (const auto value : values) {
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(text(value)));
    }
    return widest;
}

constexpr std::array everyHopState{HopState::Waiting, HopState::Running,   HopState::Passed,   HopState::Warned,
                                   HopState::Failed,  HopState::NotNeeded, HopState::NotTested};

} // namespace

HopRow::HopRow(Hop hop, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_name(new QLabel(hopName(hop)))
    , m_word(new QLabel)
    , m_detail(new WrappedLabel)
{
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setFixedWidth(widestHopText(*m_name, models::proofHops, hopName));
    m_word->setFixedWidth(widestHopText(*m_word, everyHopState, hopStateWord));
    m_icon->setFixedSize(hopSignSize, m_name->fontMetrics().height());

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_name, 0, Qt::AlignTop);
    row->addWidget(m_word, 0, Qt::AlignTop);
    row->addWidget(m_detail, 1, Qt::AlignTop);
    show({.hop = hop});
}

void HopRow::show(const HopResult &result)
{
    m_state = result.state;
    const QString word = hopStateWord(result.state);
    m_word->setText(word);
    m_detail->setText(result.detail);
    m_detail->setMuted(hopTone(result.state) == models::Tone::Idle);
    setAccessibleName(tr("%1: %2").arg(hopName(result.hop), word));
    setAccessibleDescription(result.detail);
    showColours();
}

void HopRow::showColours()
{
    const QColor ink = ColorTokens::of(palette()).tone(hopTone(m_state));
    m_icon->setPixmap(SymbolicIcon::pixmap(hopIcon(m_state), ink, hopSignSize, devicePixelRatioF()));
    QPalette inked = m_word->palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text}) {
        inked.setColor(role, ink);
    }
    m_word->setPalette(inked);
}

void HopRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showColours();
    }
}

} // namespace saltdesk::ui
