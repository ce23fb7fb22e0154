// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

namespace saltdesk::ui {

/// The text of a question: read only, to be selected with mouse and keys, as high as its text up to a limit. Loads and
/// opens nothing, whatever it is given.
class QuestionBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    explicit QuestionBrowser(QWidget *parent = nullptr);

    /// `plain` is what a screen reader reads at once.
    void show(const QString &html, const QString &plain);
    /// Nothing, or a blank picture, for every address: the second lock, should one ever get past readQuestion().
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

signals:
    void focusChanged(bool hasFocus);

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void layOut();
    void fitHeight();

    QString m_html;
};

} // namespace saltdesk::ui
