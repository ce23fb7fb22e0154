// SPDX-License-Identifier: Apache-2.0
#include "theme/SymbolicIcon.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> read;
    QByteArray &bytes = read[name];
    if (bytes.isEmpty()) {
        QFile file(u":/saltdesk/icons/%1.svg"_s.arg(name));
        if (file.open(QIODevice::ReadOnly)) {
            bytes = file.readAll();
        }
    }
    return bytes;
}

class Engine final : public QIconEngine
{
public:
    Engine(QString name, SymbolicIcon::Ink ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = qMin(rect.width(), rect.height());
        const QPixmap drawn = SymbolicIcon::pixmap(m_name, color(mode), side, painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        // Asked for device pixels; whoever asked sets the ratio.
        return SymbolicIcon::pixmap(m_name, color(mode), qMin(size.width(), size.height()), 1.0);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new Engine(m_name, m_ink); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        if (m_ink == SymbolicIcon::Ink::Muted) {
            return QGuiApplication::palette().color(QPalette::PlaceholderText);
        }
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, QPalette::ButtonText);
    }

    QString m_name;
    SymbolicIcon::Ink m_ink;
};

} // namespace

QIcon SymbolicIcon::icon(const QString &name, Ink ink)
{
    return QIcon(new Engine(name, ink));
}

QPixmap SymbolicIcon::pixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio)
{
    const QString key =
        u"saltdesk-%1-%2-%3-%4"_s.arg(name, color.name(QColor::HexArgb)).arg(size).arg(devicePixelRatio);
    QPixmap drawn;
    if (QPixmapCache::find(key, &drawn)) {
        return drawn;
    }
    QByteArray svg = source(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    drawn = QPixmap(QSize(size, size) * devicePixelRatio);
    drawn.fill(Qt::transparent);
    drawn.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&drawn);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, drawn);
    return drawn;
}

} // namespace saltdesk::ui
