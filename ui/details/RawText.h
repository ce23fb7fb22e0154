// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace saltdesk::ui {

/// An answer as text, read-only, in letters of one width. What is copied out of it goes through the redactor.
class RawText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit RawText(QWidget *parent = nullptr);

    /// Chooses a part of the text and shows it.
    void choose(int from, int length);

signals:
    /// Of what stands at the cursor.
    void copyPathWanted();

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
};

} // namespace saltdesk::ui
