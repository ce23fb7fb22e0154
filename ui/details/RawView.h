// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/RawJson.h"
#include "details/TextHits.h"
#include "raw/JsonTree.h"

#include <QWidget>

class QStackedWidget;

namespace saltdesk::ui {

class RawHead;
class RawText;
class RawTree;
class WrappedLabel;

/// An answer of the API as received, secrets masked before it gets here: as a tree to be folded, or as text. A search
/// that goes through either, and the path of what one is at. Nothing is laid out before somebody looks.
class RawView : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(QWidget *parent = nullptr);

    /// Empty: `note` is shown in its place.
    void show(const api::RawJson &raw, const QString &note);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void listen();
    void fill();
    void fillText();
    void changeShape();
    void search();
    void step(int by);
    void showHit();
    void showPath();
    void copyPath();
    [[nodiscard]] QString pathHere() const;
    [[nodiscard]] bool isText() const;
    [[nodiscard]] bool hasTree() const;
    [[nodiscard]] int charactersBefore(qsizetype byte) const;
    [[nodiscard]] models::JsonTree::Part partAtCursor() const;
    /// What the cursor or the chosen row is at.
    [[nodiscard]] models::JsonTree::Part here() const;

    RawHead *m_head;
    QStackedWidget *m_stack;
    RawTree *m_tree;
    RawText *m_text;
    WrappedLabel *m_path;
    api::RawJson m_raw;
    bool m_isStale = true;
    /// The answer as text; what is searched.
    QString m_words;
    bool m_textIsFilled = false;
    TextHits m_found;
};

} // namespace saltdesk::ui
