// SPDX-License-Identifier: Apache-2.0
#include "customer/FindOffers.h"

#include <algorithm>

namespace saltdesk::models {

namespace {

/// What stands around the text that was found, on one line.
QString excerpt(const QString &note, const QString &typed)
{
    const QString line = note.simplified();
    const qsizetype found = std::max<qsizetype>(0, line.indexOf(typed, 0, Qt::CaseInsensitive));
    const qsizetype begin = std::max<qsizetype>(0, found - FindOffers::noteSpan);
    const qsizetype end = std::min(line.size(), found + typed.size() + FindOffers::noteSpan);
    return (begin > 0 ? QStringLiteral("…") : QString()) + line.sliced(begin, end - begin) +
           (end < line.size() ? QStringLiteral("…") : QString());
}

} // namespace

FindOffers::Offer FindOffers::offerOf(const HistoryHit &hit, const QString &typed)
{
    if (!hit.note.isEmpty()) {
        //: A note and the customer it is about
        return {tr("Note: %1 · %2").arg(excerpt(hit.note, typed), hit.customerLabel), hit.customer.toString(),
                hit.connection};
    }
    if (hit.connection.isEmpty()) {
        return {hit.customerLabel, hit.customer.toString(), {}};
    }
    //: A bank and the customer who has a connection with it
    return {tr("%1 · %2").arg(hit.bank, hit.customerLabel), hit.customer.toString(), hit.connection};
}

bool FindOffers::isOffered(const QString &label) const
{
    return std::ranges::find(m_recent, label, &Offer::label) != m_recent.end();
}

void FindOffers::setRecent(const std::vector<RecentCustomer> &customers)
{
    beginResetModel();
    m_recent.clear();
    m_hits.clear();
    for (const RecentCustomer &customer : customers) {
        m_recent.push_back({customer.label, customer.label, {}});
    }
    endResetModel();
}

void FindOffers::setHits(const std::vector<HistoryHit> &hits, const QString &typed)
{
    std::vector<Offer> offers;
    for (const HistoryHit &hit : hits) {
        Offer offer = offerOf(hit, typed);
        if (!isOffered(offer.label)) {
            offers.push_back(std::move(offer));
        }
    }
    if (offers == m_hits) {
        return;
    }
    beginResetModel();
    m_hits = std::move(offers);
    endResetModel();
}

QModelIndex FindOffers::labelled(const QString &label) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (const QModelIndex offer = index(row); data(offer).toString() == label) {
            return offer;
        }
    }
    return {};
}

int FindOffers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_recent.size() + m_hits.size());
}

QVariant FindOffers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    const Offer &offer = row < m_recent.size() ? m_recent[row] : m_hits[row - m_recent.size()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return offer.label;
    case SearchRole:
        return offer.search;
    case ConnectionRole:
        return offer.connection.toString();
    default:
        return {};
    }
}

} // namespace saltdesk::models
