// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileDelegate.h"

#include "profiles/ProfileListModel.h"
#include "theme/ColorTokens.h"
#include "theme/EnvironmentBadge.h"
#include "theme/SymbolicIcon.h"

#include <QPainter>

namespace saltdesk::ui {

namespace {

constexpr int profileSign = 14;
constexpr int profileSignRoom = profileSign + 6;

bool hasSign(const QModelIndex &index)
{
    return index.column() == models::ProfileListModel::Environment;
}

/// The environment's colours are grounds for white words; as ink they have to be read in light and dark.
QColor inkOf(models::EnvironmentKind kind, const ColorTokens &tokens)
{
    switch (kind) {
    case models::EnvironmentKind::Sandbox:
        return tokens.running;
    case models::EnvironmentKind::Test:
        return tokens.warning;
    case models::EnvironmentKind::Live:
        return tokens.bad;
    }
    return tokens.text;
}

} // namespace

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize usual = WideRowDelegate::sizeHint(option, index);
    return hasSign(index) ? usual + QSize(profileSignRoom, 0) : usual;
}

int ProfileDelegate::indent(const QModelIndex &index) const
{
    return WideRowDelegate::indent(index) + (hasSign(index) ? profileSignRoom : 0);
}

void ProfileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    WideRowDelegate::paint(painter, option, index);
    if (!hasSign(index)) {
        return;
    }
    const auto kind = models::EnvironmentKind(index.data(models::ProfileListModel::kindRole).toInt());
    const QColor colour = inkOf(kind, ColorTokens::of(option.palette));
    const QPoint place(option.rect.left() + WideRowDelegate::indent(index),
                       option.rect.center().y() - profileSign / 2 + 1);
    painter->drawPixmap(place, SymbolicIcon::pixmap(EnvironmentBadge::icon(kind), colour, profileSign,
                                                    painter->device()->devicePixelRatioF()));
}

} // namespace saltdesk::ui
