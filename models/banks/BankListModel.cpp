// SPDX-License-Identifier: Apache-2.0
#include "banks/BankListModel.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct BankListTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::BankListModel)
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
        return BankListTexts::tr("switched off for now");
    case api::ProviderStatus::Disabled:
        return BankListTexts::tr("no longer supported");
    case api::ProviderStatus::Active:
    case api::ProviderStatus::Unknown:
        break;
    }
    switch (bank.mode.known) {
    case api::ProviderMode::OAuth:
        return BankListTexts::tr("signs in on the bank's own page");
    case api::ProviderMode::File:
        return BankListTexts::tr("reads a statement file");
    case api::ProviderMode::Web:
    case api::ProviderMode::Api:
    case api::ProviderMode::Unknown:
        break;
    }
    return {};
}

void BankListModel::setBanks(const std::vector<api::Provider> &banks)
{
    beginResetModel();
    m_banks = banks;
    endResetModel();
}

const api::Provider *BankListModel::bank(int row) const
{
    return row >= 0 && row < rowCount() ? &m_banks[static_cast<std::size_t>(row)] : nullptr;
}

int BankListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_banks.size());
}

QVariant BankListModel::data(const QModelIndex &index, int role) const
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
