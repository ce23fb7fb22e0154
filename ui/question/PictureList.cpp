// SPDX-License-Identifier: Apache-2.0
#include "question/PictureList.h"

#include "question/PictureCard.h"
#include "question/PictureReader.h"
#include "question/RemotePictureRow.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>

namespace saltdesk::ui {

PictureList::PictureList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
}

void PictureList::show(const std::vector<models::QuestionPicture> &pictures)
{
    clear();
    for (const models::QuestionPicture &picture : pictures) {
        m_column->addWidget(placeOf(picture));
    }
    setVisible(!pictures.empty());
}

void PictureList::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

QWidget *PictureList::placeOf(const models::QuestionPicture &picture)
{
    if (picture.source == models::QuestionPicture::Source::Remote) {
        return rowOf(picture);
    }
    QImage image = readPicture(picture.bytes);
    if (!image.isNull()) {
        return new PictureCard(std::move(image), picture.alternative);
    }
    auto *missing = new WrappedLabel;
    missing->setMuted(true);
    missing->setText(picture.alternative.isEmpty()
                         ? tr("The bank sent a picture that can't be shown.")
                         : tr("The bank sent a picture that can't be shown: “%1”.").arg(picture.alternative));
    return missing;
}

QWidget *PictureList::rowOf(const models::QuestionPicture &picture)
{
    auto *row = new RemotePictureRow(picture.url, picture.alternative);
    connect(row, &RemotePictureRow::loadWanted, this, &PictureList::pictureWanted);
    connect(row, &RemotePictureRow::openWanted, this, &PictureList::openWanted);
    return row;
}

void PictureList::showPicture(const QUrl &url, const QByteArray &bytes)
{
    const QImage image = readPicture(bytes);
    if (image.isNull()) {
        showFailure(url, tr("It isn't a picture that can be shown."));
        return;
    }
    for (int i = 0; i < m_column->count(); ++i) {
        auto *row = qobject_cast<RemotePictureRow *>(m_column->itemAt(i)->widget());
        if (row != nullptr && row->url() == url) {
            auto *card = new PictureCard(image, row->alternative());
            delete m_column->replaceWidget(row, card);
            row->hide();
            row->deleteLater();
        }
    }
}

void PictureList::showFailure(const QUrl &url, const QString &reason)
{
    for (RemotePictureRow *row : findChildren<RemotePictureRow *>()) {
        if (row->url() == url) {
            row->showFailure(reason);
        }
    }
}

void PictureList::larger()
{
    for (PictureCard *card : findChildren<PictureCard *>()) {
        card->larger();
    }
}

void PictureList::smaller()
{
    for (PictureCard *card : findChildren<PictureCard *>()) {
        card->smaller();
    }
}

} // namespace saltdesk::ui
