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
const QString columnsKey = u"columns-1"_s;
const QString geometryKey = u"geometry"_s;
const QString panelsKey = u"panels"_s;
const QString splitterKey = u"splitter"_s;
const QString lastGroup = u"window/last"_s;

QString groupOf(const QString &profile)
{
    return profile.isEmpty() ? u"window/unsaved"_s : u"window/"_s + profile;
}

} // namespace

WindowState::WindowState(QMainWindow &window, ConnectionsView &table, QSplitter &splitter, const QString &profile)
    : m_window(window)
    , m_table(table)
    , m_splitter(splitter)
    , m_profile(profile)
{}

void WindowState::restore()
{
    if (!hasName()) {
        return;
    }
    QSettings stored = settings();
    const bool known = stored.contains(groupOf(m_profile) + u'/' + geometryKey);
    stored.beginGroup(known ? groupOf(m_profile) : lastGroup);
    m_window.restoreGeometry(stored.value(geometryKey).toByteArray());
    m_window.restoreState(stored.value(panelsKey).toByteArray());
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
    write(groupOf(m_profile));
    write(lastGroup);
}

void WindowState::write(const QString &group) const
{
    QSettings stored = settings();
    stored.beginGroup(group);
    stored.setValue(geometryKey, m_window.saveGeometry());
    // Behind the cover of a hidden window nothing tells what was shown.
    if (!m_window.centralWidget()->isHidden()) {
        stored.setValue(panelsKey, m_window.saveState());
    }
    // Only columns that the agent arranged: else they go on sharing the width by themselves.
    if (m_table.isArranged()) {
        stored.setValue(columnsKey, m_table.saveColumns());
    }
    if (m_splitter.orientation() == Qt::Horizontal && m_splitter.sizes().value(1) > 0) {
        stored.setValue(splitterKey, QVariantList{m_splitter.sizes().value(0), m_splitter.sizes().value(1)});
    }
}

} // namespace saltdesk::ui
