// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace saltdesk::ui {

/// The table's place and the details beside it, or below it where the window is narrow.
class DetailsSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// Takes both over; they begin side by side.
    DetailsSplitter(QWidget *content, QWidget *details, int wholeWidth, QWidget *parent = nullptr);

    /// How wide both together may be from now on.
    void adapt(int wholeWidth);

private:
    void share(int whole, int details);
};

} // namespace saltdesk::ui
