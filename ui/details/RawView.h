// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/RawJson.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace saltdesk::ui {

/// An answer of the API as received, secrets masked before it gets here; read-only, with a search.
class RawView : public QWidget
{
    Q_OBJECT

public:
    explicit RawView(QWidget *parent = nullptr);

    /// Empty: `note` is shown in its place.
    void show(const api::RawJson &raw, const QString &note);

private:
    void findNext(bool fromStart);

    QLineEdit *m_search;
    QLabel *m_hits;
    QPushButton *m_copy;
    QPlainTextEdit *m_text;
    QByteArray m_shown;
};

} // namespace saltdesk::ui
