// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/QuestionMarkup.h"

#include <QWidget>

class QBoxLayout;

namespace saltdesk::ui {

/// The pictures of a question, one below the other: those that came with it at once, the others as rows that ask.
class PictureList : public QWidget
{
    Q_OBJECT

public:
    explicit PictureList(QWidget *parent = nullptr);

    void show(const std::vector<models::QuestionPicture> &pictures);
    /// In place of every row of that address; an address that has none is ignored.
    void showPicture(const QUrl &url, const QByteArray &bytes);
    void showFailure(const QUrl &url, const QString &reason);
    void larger();
    void smaller();

signals:
    void pictureWanted(const QUrl &url);
    void openWanted(const QUrl &url);

private:
    void clear();
    [[nodiscard]] QWidget *placeOf(const models::QuestionPicture &picture);
    [[nodiscard]] QWidget *rowOf(const models::QuestionPicture &picture);

    QBoxLayout *m_column;
};

} // namespace saltdesk::ui
