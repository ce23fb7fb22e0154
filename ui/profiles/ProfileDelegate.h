// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/WideRowDelegate.h"

namespace saltdesk::ui {

/// A row of the list of profiles, with the environment's sign in the environment's colour.
class ProfileDelegate : public WideRowDelegate
{
    Q_OBJECT

public:
    using WideRowDelegate::WideRowDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    [[nodiscard]] int indent(const QModelIndex &index) const override;
};

} // namespace saltdesk::ui
