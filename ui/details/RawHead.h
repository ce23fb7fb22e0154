// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace saltdesk::ui {

class TextHits;

/// What stands above a raw answer: the search with its hits, the choice between tree and text, and the copy of all. In
/// one row where the tab is wide and therefore low.
class RawHead : public QWidget
{
    Q_OBJECT

public:
    explicit RawHead(QWidget *parent = nullptr);

    [[nodiscard]] QString wanted() const;
    /// Whether the text was chosen and there can be one.
    [[nodiscard]] bool isAsText() const;
    void setTextPossible(bool possible);
    void setCopyPossible(bool possible);
    void showHits(const TextHits &hits);

signals:
    void wantedChanged();
    void nextWanted();
    void shapeChanged();
    void copyWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLineEdit *m_search;
    QLabel *m_hits;
    QCheckBox *m_asText;
    QPushButton *m_copy;
    QBoxLayout *m_parts;
};

} // namespace saltdesk::ui
