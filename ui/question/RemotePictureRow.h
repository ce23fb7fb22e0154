// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/CardFrame.h"

#include <QUrl>

class QPushButton;

namespace saltdesk::ui {

class WrappedLabel;

/// In the place of a picture that lies elsewhere and was not loaded: says so, and leaves it to the agent.
class RemotePictureRow : public CardFrame
{
    Q_OBJECT

public:
    RemotePictureRow(const QUrl &url, const QString &alternative, QWidget *parent = nullptr);

    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] const QString &alternative() const { return m_alternative; }
    /// It was asked for and has not come.
    void showFailure(const QString &reason);

signals:
    void loadWanted(const QUrl &url);
    void openWanted(const QUrl &url);

private:
    void build();
    void load();

    QUrl m_url;
    QString m_alternative;
    WrappedLabel *m_words;
    WrappedLabel *m_description;
    QPushButton *m_load;
    QPushButton *m_open;
};

} // namespace saltdesk::ui
