// SPDX-License-Identifier: Apache-2.0
#include "window/WindowState.h"

#include "connections/ConnectionsView.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasName()
{
    return !QCoreApplication::organizationName().isEmpty() && !QCoreApplication::applicationName().isEmpty();
}

QSettings settings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QCoreApplication::organizationName(),
                     QCoreApplication::applicationName());
}

// The number grows when a column is added or moved: an older state would then be wrong.
const QString columnsKey = u"window/columns-1"_s;
const QString geometryKey = u"window/geometry"_s;
const QString splitterKey = u"window/splitter"_s;

} // namespace

WindowState::WindowState(QMainWindow &window, ConnectionsView &table, QSplitter &splitter)
    : m_window(window)
    , m_table(table)
    , m_splitter(splitter)
{}

void WindowState::restore()
{
    if (!hasName()) {
        return;
    }
    const QSettings stored = settings();
    m_window.restoreGeometry(stored.value(geometryKey).toByteArray());
    if (const QByteArray columns = stored.value(columnsKey).toByteArray(); !columns.isEmpty()) {
        m_table.restoreColumns(columns);
    }
    if (const QList<QVariant> sizes = stored.value(splitterKey).toList(); sizes.size() == 2) {
        m_splitter.setSizes({sizes[0].toInt(), sizes[1].toInt()});
    }
}

void WindowState::save() const
{
    if (!hasName()) {
        return;
    }
    QSettings stored = settings();
    stored.setValue(geometryKey, m_window.saveGeometry());
    // Only columns that the agent arranged: else they go on sharing the width by themselves.
    if (m_table.isArranged()) {
        stored.setValue(columnsKey, m_table.saveColumns());
    }
    if (m_splitter.orientation() == Qt::Horizontal && m_splitter.sizes().value(1) > 0) {
        stored.setValue(splitterKey, QVariantList{m_splitter.sizes().value(0), m_splitter.sizes().value(1)});
    }
}

} // namespace saltdesk::ui
