// SPDX-License-Identifier: Apache-2.0
#include "catalogue/ProviderListModel.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct ProviderListTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProviderListModel)
};

QString nameOfBank(const api::Provider &bank)
{
    const QString name = bank.name.value().simplified();
    return name.isEmpty() ? bank.code : name;
}

} // namespace

bool isOpen(const api::Provider &bank)
{
    return bank.status.known != api::ProviderStatus::Inactive && bank.status.known != api::ProviderStatus::Disabled;
}

QString bankNote(const api::Provider &bank)
{
    switch (bank.status.known) {
    case api::ProviderStatus::Inactive:
        return ProviderListTexts::tr("switched off for now");
    case api::ProviderStatus::Disabled:
        return ProviderListTexts::tr("no longer supported");
    case api::ProviderStatus::Active:
    case api::ProviderStatus::Unknown:
        break;
    }
    switch (bank.mode.known) {
    case api::ProviderMode::OAuth:
        return ProviderListTexts::tr("signs in on the bank's own page");
    case api::ProviderMode::File:
        return ProviderListTexts::tr("reads a statement file");
    case api::ProviderMode::Web:
    case api::ProviderMode::Api:
    case api::ProviderMode::Unknown:
        break;
    }
    return {};
}

void ProviderListModel::setBanks(const std::vector<api::Provider> &banks)
{
    beginResetModel();
    m_banks = banks;
    endResetModel();
}

const api::Provider *ProviderListModel::bank(int row) const
{
    return row >= 0 && row < rowCount() ? &m_banks[static_cast<std::size_t>(row)] : nullptr;
}

int ProviderListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_banks.size());
}

QVariant ProviderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const api::Provider &bank = m_banks[static_cast<std::size_t>(index.row())];
    const QString note = bankNote(bank);
    switch (role) {
    case Qt::DisplayRole:
        //: A bank and a word on it, in a list.
        return note.isEmpty() ? nameOfBank(bank) : tr("%1 – %2").arg(nameOfBank(bank), note);
    case Qt::AccessibleTextRole:
        return note.isEmpty() ? nameOfBank(bank) : nameOfBank(bank) + QStringLiteral(", ") + note;
    case CodeRole:
        return bank.code;
    case SearchRole:
        return QString(nameOfBank(bank) + u' ' + bank.code);
    case NoteRole:
        return note;
    default:
        return {};
    }
}

} // namespace saltdesk::models
