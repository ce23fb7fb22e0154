// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionColumn.h"
#include "connections/RowStore.h"

#include <QDateTime>
#include <QString>
#include <QVariant>

namespace saltdesk::models {

/// What a cell of the table says: on the screen, in the tooltip, to a screen reader, and raw for exports. Made for a
/// moment; borrows the store.
class CellText
{
public:
    CellText(const RowStore &store, const QString &customerLabel, const QDateTime &now)
        : m_store(store)
        , m_customerLabel(customerLabel)
        , m_now(now)
    {}

    [[nodiscard]] QString display(RowIndex index, ConnectionColumn column) const;
    [[nodiscard]] QString toolTip(RowIndex index, ConnectionColumn column) const;
    /// Without dashes and signs, which are not read out.
    [[nodiscard]] QString accessible(RowIndex index, ConnectionColumn column) const;
    /// QString, or QDateTime in UTC (invalid: none).
    [[nodiscard]] QVariant raw(RowIndex index, ConnectionColumn column) const;

    /// The time behind a cell; invalid for none and for the other columns.
    [[nodiscard]] QDateTime time(RowIndex index, ConnectionColumn column) const;

private:
    [[nodiscard]] QString state(RowIndex index) const;
    [[nodiscard]] QString bank(const api::ConnectionRow &row) const;
    [[nodiscard]] QString past(const QDateTime &when) const;
    [[nodiscard]] QString nextRefresh(const api::ConnectionRow &row) const;
    [[nodiscard]] QString lastAttempt(const api::ConnectionRow &row) const;
    [[nodiscard]] QString consentEnds(RowIndex index) const;
    [[nodiscard]] QString orDash(const QString &text) const;

    const RowStore &m_store;
    const QString &m_customerLabel;
    QDateTime m_now;
};

/// "question waiting": the stage `interactive` as people say it.
[[nodiscard]] QString questionWaitingText();

} // namespace saltdesk::models
