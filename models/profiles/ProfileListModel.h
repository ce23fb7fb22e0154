// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileStore.h"

#include <QAbstractTableModel>

namespace saltdesk::models {

/// The profiles to choose from, in the order of their keys: the saved ones, then the built-in sandbox. GUI thread;
/// borrows the store and follows it.
class ProfileListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Name, Environment, Address, ColumnCount };
    /// The EnvironmentKind of a row, as int.
    static constexpr int kindRole = Qt::UserRole;

    /// `withSandbox`: whether the policy lets the built-in sandbox be used.
    ProfileListModel(ProfileStore &store, bool withSandbox, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Unset: the built-in sandbox, or no row.
    [[nodiscard]] std::optional<Profile> profile(int row) const;
    [[nodiscard]] bool isSandbox(int row) const { return m_withSandbox && row == int(m_shown.size()); }
    /// Of the profile with this id; else the last row.
    [[nodiscard]] int rowOf(const QString &id) const;

private:
    ProfileStore &m_store;
    bool m_withSandbox;
    QList<Profile> m_shown;
};

} // namespace saltdesk::models
