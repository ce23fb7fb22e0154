// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileListModel.h"

namespace saltdesk::models {

ProfileListModel::ProfileListModel(ProfileStore &store, bool withSandbox, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_withSandbox(withSandbox)
    , m_shown(store.profiles())
{
    connect(&store, &ProfileStore::changed, this, [this] {
        if (m_shown != m_store.profiles()) {
            beginResetModel();
            m_shown = m_store.profiles();
            endResetModel();
        }
    });
}

int ProfileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size()) + (m_withSandbox ? 1 : 0);
}

int ProfileListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProfileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const std::optional<Profile> saved = profile(index.row());
    const EnvironmentKind kind = saved ? saved->environment : EnvironmentKind::Sandbox;
    if (role == kindRole) {
        return int(kind);
    }
    if (role == Qt::ToolTipRole && saved) {
        return saved->baseUrl.toString();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(index.column())) {
    case Name:
        return saved ? saved->name : tr("Built-in sandbox");
    case Environment:
        return environmentWord(kind);
    case Address:
        return saved ? saved->baseUrl.host() : tr("on this computer; nothing is real");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ProfileListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case Name:
        return tr("Profile");
    case Environment:
        return tr("Environment");
    case Address:
        return tr("Address");
    case ColumnCount:
        break;
    }
    return {};
}

std::optional<Profile> ProfileListModel::profile(int row) const
{
    return row >= 0 && row < m_shown.size() ? std::optional(m_shown.at(row)) : std::nullopt;
}

int ProfileListModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_shown, id, &Profile::id);
    const int last = std::max(0, rowCount() - 1);
    return found == m_shown.end() ? last : int(found - m_shown.begin());
}

} // namespace saltdesk::models
