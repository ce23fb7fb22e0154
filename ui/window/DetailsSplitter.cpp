// SPDX-License-Identifier: Apache-2.0
#include "window/DetailsSplitter.h"

#include <algorithm>

namespace saltdesk::ui {

namespace {

/// Narrower than this the details go below the table.
constexpr int narrow = 1080;

int detailsWidth(int whole)
{
    return std::clamp(whole * 27 / 100, 330, 420);
}

} // namespace

DetailsSplitter::DetailsSplitter(QWidget *content, QWidget *details, int wholeWidth, QWidget *parent)
    : QSplitter(parent)
{
    addWidget(content);
    addWidget(details);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setChildrenCollapsible(false);
    share(wholeWidth, detailsWidth(wholeWidth));
}

void DetailsSplitter::adapt(int wholeWidth)
{
    const bool below = wholeWidth < narrow;
    const Qt::Orientation wanted = below ? Qt::Vertical : Qt::Horizontal;
    if (orientation() != wanted) {
        setOrientation(wanted);
        below ? share(height(), height() * 45 / 100) : share(wholeWidth, detailsWidth(wholeWidth));
    }
}

void DetailsSplitter::share(int whole, int details)
{
    setSizes({whole - details, details});
}

} // namespace saltdesk::ui
