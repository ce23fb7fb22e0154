// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionBrowser.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QImage>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int tallestText = 240;
constexpr int textMargin = 10;
constexpr qreal listIndent = 20;

} // namespace

QuestionBrowser::QuestionBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("The bank's question"));
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(textMargin);
    document()->setIndentWidth(listIndent);
    document()->setDefaultStyleSheet(
        u"p, ul, ol { margin-top: 0; margin-bottom: 8px; } blockquote { margin-left: 16px; }"_s);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &QuestionBrowser::fitHeight);
}

void QuestionBrowser::show(const QString &html, const QString &plain)
{
    m_html = html;
    setAccessibleDescription(plain);
    layOut();
}

QVariant QuestionBrowser::loadResource(int type, const QUrl &)
{
    if (type != QTextDocument::ImageResource) {
        return {};
    }
    // Not nothing: for a picture that is nothing, Qt's painter of pictures goes and reads the file of that name itself.
    static const QImage blank = [] {
        QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        return image;
    }();
    return blank;
}

void QuestionBrowser::layOut()
{
    setHtml(m_html);
    QTextCursor last(document()->lastBlock());
    QTextBlockFormat format = last.blockFormat();
    format.setBottomMargin(0);
    last.setBlockFormat(format);
    moveCursor(QTextCursor::Start);
    fitHeight();
}

void QuestionBrowser::fitHeight()
{
    const int wanted = static_cast<int>(std::ceil(document()->size().height()));
    // No bar while all fits: one that comes and goes changes the width, and with it the height that called for it.
    setVerticalScrollBarPolicy(wanted > tallestText ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(std::min(wanted, tallestText));
}

void QuestionBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty()) {
        layOut(); // a document keeps the colour that links had when it was made
    }
}

void QuestionBrowser::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    emit focusChanged(true);
}

void QuestionBrowser::focusOutEvent(QFocusEvent *event)
{
    QTextBrowser::focusOutEvent(event);
    emit focusChanged(false);
}

} // namespace saltdesk::ui
