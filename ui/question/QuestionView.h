// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/QuestionMarkup.h"

#include <QWidget>

namespace saltdesk::ui {

class CardFrame;
class LinkNotice;
class PictureList;
class QuestionBrowser;
class WrappedLabel;

/// The bank's question: its text, its pictures below it, and a line that says what is missing. Shows only what it is
/// given: it loads nothing and opens nothing, it asks its owner to.
///
/// For pictureWanted the owner loads the address (models::RemotePicture) and answers with showPicture or
/// showPictureFailure; an answer about a question that is no longer shown is ignored. Ctrl++ and Ctrl+- make the
/// pictures larger and smaller wherever the focus is in the window.
class QuestionView : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionView(QWidget *parent = nullptr);

    using QWidget::show;
    /// In place of the question before.
    void show(const models::QuestionText &question);
    void showPicture(const QUrl &url, const QByteArray &bytes);
    /// `reason` is a whole sentence.
    void showPictureFailure(const QUrl &url, const QString &reason);

signals:
    /// "Load picture" was clicked.
    void pictureWanted(const QUrl &url);
    /// The agent has seen where it leads and wants it opened in the browser.
    void openWanted(const QUrl &url);

private:
    void build();
    void askBeforeOpening(const QUrl &url);

    QuestionBrowser *m_text;
    CardFrame *m_card;
    WrappedLabel *m_notes;
    LinkNotice *m_notice;
    PictureList *m_pictures;
};

} // namespace saltdesk::ui
