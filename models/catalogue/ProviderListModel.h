// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/Provider.h"

#include <QAbstractListModel>

#include <vector>

namespace saltdesk::models {

/// Banks to choose one from: a name per row. GUI thread.
class ProviderListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        /// QString: the provider's code.
        CodeRole = Qt::UserRole + 1,
        /// QString: what a search looks through, name and code.
        SearchRole,
        /// QString: a word on a bank that is not like the others, such as one that is switched off; else empty.
        NoteRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setBanks(const std::vector<api::Provider> &banks);
    /// Null for a row that there isn't.
    [[nodiscard]] const api::Provider *bank(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<api::Provider> m_banks;
};

/// What to know of a bank before it is chosen: that it is switched off, or where the customer signs in.
[[nodiscard]] QString bankNote(const api::Provider &bank);
/// False: Salt Edge does not connect to it at the moment.
[[nodiscard]] bool isOpen(const api::Provider &bank);

} // namespace saltdesk::models
