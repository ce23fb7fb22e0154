// SPDX-License-Identifier: Apache-2.0
#include "details/RawView.h"

#include "details/RawText.h"
#include "details/RawTree.h"
#include "privacy/CopiedText.h"
#include "theme/SymbolicIcon.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {
/// A text edit lays out a megabyte in a fifth of a second; of more the window would hang. The tree has no limit.
constexpr qsizetype longestText = 1'000'000;
} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_hits(new QLabel)
    , m_asText(new QCheckBox(tr("As text")))
    , m_copy(new QPushButton(tr("Copy all")))
    , m_stack(new QStackedWidget)
    , m_tree(new RawTree)
    , m_text(new RawText)
    , m_path(new WrappedLabel)
{
    build();
    listen();
}

void RawView::build()
{
    auto *label = new QLabel(tr("Search in the answer"), this);
    label->setBuddy(m_search);
    label->hide();
    m_search->setPlaceholderText(tr("Search  F3"));
    m_search->setAccessibleName(tr("Search in the answer"));
    m_search->setToolTip(tr("F3 and Shift+F3 go to the next place and back"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(SymbolicIcon::icon(u"search"_s, SymbolicIcon::Ink::Muted), QLineEdit::LeadingPosition);
    m_asText->setToolTip(tr("The answer as received, indented; numbers, order and escapes as they were sent. "
                            "Not for more than a megabyte, which can be copied."));
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    static_cast<WrappedLabel *>(m_path)->setMuted(true);
    m_path->setAccessibleName(tr("Path"));
    m_path->setToolTip(tr("Ctrl+Alt+C copies the path"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);

    auto *row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_hits);
    auto *below = new QHBoxLayout;
    below->addWidget(m_asText);
    below->addStretch();
    below->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    column->addWidget(m_path);
    column->addLayout(below);
}

void RawView::listen()
{
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F3, [this] { step(1); });
    key(Qt::SHIFT | Qt::Key_F3, [this] { step(-1); });
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        search();
        showHit();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { step(1); });
    connect(m_asText, &QCheckBox::toggled, this, &RawView::changeShape);
    connect(m_copy, &QPushButton::clicked, this, [this] { copyRedacted(m_words); });
    connect(m_tree, &RawTree::chosenChanged, this, &RawView::showPath);
    connect(m_text, &RawText::cursorPositionChanged, this, &RawView::showPath);
    connect(m_text, &RawText::copyPathWanted, this, &RawView::copyPath);
    auto *path = new QShortcut(Qt::CTRL | Qt::ALT | Qt::Key_C, m_text);
    path->setContext(Qt::WidgetShortcut);
    connect(path, &QShortcut::activated, this, &RawView::copyPath);
}

void RawView::show(const api::RawJson &raw, const QString &note)
{
    m_copy->setEnabled(!raw.isEmpty());
    m_text->setPlaceholderText(note);
    if (raw.bytes() != m_raw.bytes()) {
        m_raw = raw;
        m_isStale = true;
    }
    if (isVisible()) {
        fill();
    }
}

void RawView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fill();
}

void RawView::fill()
{
    if (!m_isStale) {
        return;
    }
    m_isStale = false;
    const QByteArray indented = m_raw.indented();
    m_words = QString::fromUtf8(indented);
    m_tree->setTree(models::JsonTree(indented));
    m_textIsFilled = false;
    m_asText->setEnabled(hasTree() && m_words.size() <= longestText);
    if (isText()) {
        fillText();
    }
    m_stack->setCurrentIndex(isText() ? 1 : 0);
    search();
    showPath();
}

void RawView::fillText()
{
    if (!m_textIsFilled) {
        m_text->setPlainText(m_words);
        m_textIsFilled = true;
    }
}

/// What is no object or list has no tree: a sentence that says why, or nothing.
bool RawView::isText() const
{
    return (m_asText->isChecked() && m_asText->isEnabled()) || !hasTree();
}

bool RawView::hasTree() const
{
    return m_tree->tree().count() > 0 && m_tree->tree().childCount(0) > 0;
}

/// Goes on at the same place.
void RawView::changeShape()
{
    if (!isText()) {
        m_tree->choose(partAtCursor());
    } else {
        const models::JsonTree::Part part = m_tree->chosen();
        fillText();
        if (part != 0) {
            m_text->choose(charactersBefore(m_tree->tree().begin(part)), 0);
        }
    }
    m_stack->setCurrentIndex(isText() ? 1 : 0);
    showPath();
}

int RawView::charactersBefore(qsizetype byte) const
{
    return static_cast<int>(QString::fromUtf8(QByteArrayView(m_tree->tree().json()).first(byte)).size());
}

models::JsonTree::Part RawView::partAtCursor() const
{
    qsizetype characters = std::min<qsizetype>(m_text->textCursor().selectionStart(), m_words.size());
    // In the indentation one is at what the line begins with.
    while (characters < m_words.size() && m_words.at(characters) == u' ') {
        ++characters;
    }
    return m_tree->tree().at(QStringView(m_words).first(characters).toUtf8().size());
}

models::JsonTree::Part RawView::here() const
{
    return isText() ? partAtCursor() : m_tree->chosen();
}

/// Looks on from the place that is shown, and moves nothing.
void RawView::search()
{
    const TextHits::Place *now = m_found.current();
    m_found.find(m_words, m_search->text(), now == nullptr ? 0 : now->at);
    showCount();
}

void RawView::step(int by)
{
    m_found.step(by);
    showCount();
    showHit();
}

void RawView::showCount()
{
    if (m_search->text().isEmpty()) {
        m_hits->clear();
    } else if (m_found.count() == 0) {
        m_hits->setText(tr("none"));
    } else {
        m_hits->setText(tr("%1 of %2").arg(m_found.number()).arg(m_found.count()));
    }
}

void RawView::showHit()
{
    const TextHits::Place *place = m_found.current();
    if (!isText()) {
        return place == nullptr ? void() : m_tree->choose(m_tree->tree().at(place->byte));
    }
    if (place != nullptr) {
        m_text->choose(static_cast<int>(place->at), static_cast<int>(m_search->text().size()));
    } else {
        m_text->choose(m_text->textCursor().selectionStart(), 0);
    }
}

void RawView::showPath()
{
    const QString path = m_tree->tree().count() > 0 ? m_tree->tree().path(here()) : QString();
    m_path->setText(path.isEmpty() ? tr("Choose a line to see its path.") : path);
}

void RawView::copyPath()
{
    const QString path = m_tree->tree().count() > 0 ? m_tree->tree().path(here()) : QString();
    if (!path.isEmpty()) {
        copyRedacted(path);
    }
}

} // namespace saltdesk::ui
