// SPDX-License-Identifier: Apache-2.0
#include "details/RawView.h"

#include "details/RawHead.h"
#include "details/RawText.h"
#include "details/RawTree.h"
#include "privacy/CopiedText.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
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
    , m_head(new RawHead)
    , m_stack(new QStackedWidget)
    , m_tree(new RawTree)
    , m_text(new RawText)
    , m_path(new WrappedLabel)
{
    m_path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_path->setMuted(true);
    m_path->setAccessibleName(tr("Path"));
    m_path->setToolTip(tr("Ctrl+Alt+C copies the path"));
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_path);
    listen();
}

void RawView::listen()
{
    const auto key = [this](const QKeySequence &keys, QWidget *where, Qt::ShortcutContext context, auto act) {
        auto *shortcut = new QShortcut(keys, where);
        shortcut->setContext(context);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F3, this, Qt::WidgetWithChildrenShortcut, [this] { step(1); });
    key(Qt::SHIFT | Qt::Key_F3, this, Qt::WidgetWithChildrenShortcut, [this] { step(-1); });
    key(Qt::CTRL | Qt::ALT | Qt::Key_C, m_text, Qt::WidgetShortcut, &RawView::copyPath);
    connect(m_head, &RawHead::wantedChanged, this, [this] {
        search();
        showHit();
    });
    connect(m_head, &RawHead::nextWanted, this, [this] { step(1); });
    connect(m_head, &RawHead::shapeChanged, this, &RawView::changeShape);
    connect(m_head, &RawHead::copyWanted, this, [this] { copyRedacted(m_words); });
    connect(m_tree, &RawTree::chosenChanged, this, &RawView::showPath);
    connect(m_text, &RawText::cursorPositionChanged, this, &RawView::showPath);
    connect(m_text, &RawText::copyPathWanted, this, &RawView::copyPath);
}

/// In a low place every line counts.
void RawView::resizeEvent(QResizeEvent *event)
{
    constexpr int low = 260;
    m_tree->setHeaderHidden(height() < low);
    QWidget::resizeEvent(event);
}

void RawView::show(const api::RawJson &raw, const QString &note)
{
    m_head->setCopyPossible(!raw.isEmpty());
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
    m_head->setTextPossible(hasTree() && m_words.size() <= longestText);
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
    return m_head->isAsText() || !hasTree();
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
    m_found.find(m_words, m_head->wanted(), now == nullptr ? 0 : now->at);
    m_head->showHits(m_found);
}

void RawView::step(int by)
{
    m_found.step(by);
    m_head->showHits(m_found);
    showHit();
}

void RawView::showHit()
{
    const TextHits::Place *place = m_found.current();
    if (!isText()) {
        return place == nullptr ? void() : m_tree->choose(m_tree->tree().at(place->byte));
    }
    if (place != nullptr) {
        m_text->choose(static_cast<int>(place->at), static_cast<int>(m_head->wanted().size()));
    } else {
        m_text->choose(m_text->textCursor().selectionStart(), 0);
    }
}

QString RawView::pathHere() const
{
    return m_tree->tree().count() > 0 ? m_tree->tree().path(here()) : QString();
}

void RawView::showPath()
{
    const QString path = pathHere();
    m_path->setText(path.isEmpty() ? tr("Choose a line to see its path.") : path);
}

void RawView::copyPath()
{
    if (const QString path = pathHere(); !path.isEmpty()) {
        copyRedacted(path);
    }
}

} // namespace saltdesk::ui
