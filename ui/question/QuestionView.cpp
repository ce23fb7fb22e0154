// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionView.h"

#include "question/LinkNotice.h"
#include "question/PictureList.h"
#include "question/QuestionBrowser.h"
#include "theme/CardFrame.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QShortcut>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString notesOn(const models::QuestionText &question)
{
    QStringList notes;
    if (question.isEmpty()) {
        notes << QuestionView::tr("The bank asks without words.");
    }
    if (question.cut) {
        notes << QuestionView::tr("The bank's text is longer than can be shown. Its end is missing.");
    }
    if (question.leftOut) {
        notes << QuestionView::tr("Parts that can't be shown safely were left out.");
    }
    return notes.join(u' ');
}

} // namespace

QuestionView::QuestionView(QWidget *parent)
    : QWidget(parent)
    , m_text(new QuestionBrowser)
    , m_card(new CardFrame(CardFrame::Ground::Panel))
    , m_notes(new WrappedLabel)
    , m_notice(new LinkNotice)
    , m_pictures(new PictureList)
{
    build();
    auto *larger = new QShortcut(this);
    larger->setKeys({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    auto *smaller = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Minus), this);
    connect(larger, &QShortcut::activated, m_pictures, &PictureList::larger);
    connect(smaller, &QShortcut::activated, m_pictures, &PictureList::smaller);

    connect(m_text, &QuestionBrowser::anchorClicked, this, &QuestionView::askBeforeOpening);
    connect(m_text, &QuestionBrowser::focusChanged, m_card, &CardFrame::setActive);
    connect(m_notice, &LinkNotice::openWanted, this, &QuestionView::openWanted);
    connect(m_notice, &LinkNotice::closed, m_text, [this] { m_text->setFocus(); });
    connect(m_pictures, &PictureList::pictureWanted, this, &QuestionView::pictureWanted);
    connect(m_pictures, &PictureList::openWanted, this, &QuestionView::openWanted);
}

void QuestionView::build()
{
    m_notes->setMuted(true);
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(1, 1, 1, 1);
    card->addWidget(m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_card);
    column->addWidget(m_notice);
    column->addWidget(m_pictures);
    column->addWidget(m_notes);
    column->addStretch();
    setFocusProxy(m_text);
}

void QuestionView::show(const models::QuestionText &question)
{
    m_notice->hide();
    m_text->show(question.html, question.plain);
    m_card->setVisible(!question.html.isEmpty());
    m_pictures->show(question.pictures);
    const QString notes = notesOn(question);
    m_notes->setText(notes);
    m_notes->setVisible(!notes.isEmpty());
}

void QuestionView::showPicture(const QUrl &url, const QByteArray &bytes)
{
    m_pictures->showPicture(url, bytes);
}

void QuestionView::showPictureFailure(const QUrl &url, const QString &reason)
{
    m_pictures->showFailure(url, reason);
}

void QuestionView::askBeforeOpening(const QUrl &url)
{
    if (url.isValid() && url.scheme() == "https"_L1) {
        m_notice->ask(url);
    }
}

} // namespace saltdesk::ui
