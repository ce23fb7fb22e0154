// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/BankCatalogue.h"
#include "state/Connection.h"
#include "state/Consent.h"
#include "state/RowTemplate.h"

namespace saltdesk::sandbox {

/// Any number of connections that exist only as a rule: the n-th one is written when somebody asks for it, by filling
/// ids into text made beforehand, so that a page of 1000 rows costs about as much as copying it and 100,000 connections
/// cost no memory. One that is changed becomes a real object in `State` and is served from there.
class LoadRows
{
public:
    /// `customerIds` own equal shares, in ascending order of ids: the first customer the first share, and so on.
    LoadRows(const BankCatalogue &banks, QStringList customerIds, int count, Instant start);

    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] std::optional<int> indexOf(const QString &connectionId) const;
    [[nodiscard]] std::optional<int> indexOfConsent(const QString &consentId) const;
    /// The first and one past the last index of a customer; both equal when it has none.
    [[nodiscard]] std::pair<int, int> shareOf(const QString &customerId) const;
    /// The first index whose connection's (consent's, last account's) id is not below `id`; 0 for an empty one.
    [[nodiscard]] int firstFrom(const QString &id) const;
    [[nodiscard]] int firstConsentFrom(const QString &id) const;
    [[nodiscard]] int firstAccountFrom(const QString &id) const;
    [[nodiscard]] static QString idOf(int index);
    [[nodiscard]] static QString consentIdOf(int index);

    [[nodiscard]] Connection connection(int index) const;
    [[nodiscard]] Consent consent(int index) const;
    /// The same as JSON text, quickly.
    [[nodiscard]] QByteArray connectionText(int index) const;
    [[nodiscard]] QByteArray consentText(int index) const;

private:
    /// The ids within one row, in the order in which they are written into it.
    struct RowIds
    {
        QString connection;
        QString customer;
        QString consent;
        QString attempt;
        QString stage;
    };

    [[nodiscard]] Connection build(int variant, const RowIds &ids) const;
    [[nodiscard]] Consent buildConsent(int variant, const RowIds &ids) const;
    [[nodiscard]] RowIds idsOf(int index) const;
    [[nodiscard]] static RowIds placeholders();
    [[nodiscard]] static QList<QByteArray> fillings(const RowIds &ids);

    const BankCatalogue &m_banks;
    QStringList m_customerIds;
    int m_count;
    Instant m_start;
    QList<RowTemplate> m_connectionTexts;
    QList<RowTemplate> m_consentTexts;
};

} // namespace saltdesk::sandbox
