// SPDX-License-Identifier: Apache-2.0
#include "connections/CellText.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;
using api::ConnectionRow;

struct CellWords
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::CellText)
};

const QString dash = u"–"_s;

} // namespace

QString questionWaitingText()
{
    return CellWords::tr("question waiting");
}

QString CellText::display(RowIndex index, ConnectionColumn column) const
{
    const ConnectionRow &row = m_store.row(index);
    switch (column) {
    case ConnectionColumn::State:
        return state(index);
    case ConnectionColumn::Bank:
        return orDash(bank(row));
    case ConnectionColumn::Country:
        return orDash(m_store.texts().text(row.countryCode));
    case ConnectionColumn::Customer:
        return m_customerLabel.isEmpty() ? m_store.idText(row.customerId) : m_customerLabel;
    case ConnectionColumn::LastSuccess:
        return orDash(past(row.lastSuccessAt.toDateTime()));
    case ConnectionColumn::NextRefresh:
        return nextRefresh(row);
    case ConnectionColumn::LastAttempt:
        return lastAttempt(row);
    case ConnectionColumn::Error:
        return orDash(m_store.texts().text(row.failErrorClass));
    case ConnectionColumn::ConsentEnds:
        return consentEnds(index);
    case ConnectionColumn::ConnectionId:
        return m_store.idText(row.id);
    }
    return {};
}

QString CellText::toolTip(RowIndex index, ConnectionColumn column) const
{
    const ConnectionRow &row = m_store.row(index);
    switch (column) {
    case ConnectionColumn::State:
        return CellWords::tr("Status of the API: %1").arg(orDash(m_store.texts().text(row.statusText)));
    case ConnectionColumn::Bank:
        return m_store.texts().text(row.providerCode);
    case ConnectionColumn::Customer:
        return m_store.idText(row.customerId);
    case ConnectionColumn::Error:
        return m_store.texts().text(row.failMessage);
    case ConnectionColumn::LastSuccess:
    case ConnectionColumn::NextRefresh:
    case ConnectionColumn::LastAttempt:
    case ConnectionColumn::ConsentEnds:
        return absoluteTime(time(index, column));
    case ConnectionColumn::Country:
    case ConnectionColumn::ConnectionId:
        break;
    }
    return {};
}

QString CellText::accessible(RowIndex index, ConnectionColumn column) const
{
    const QString text = display(index, column);
    if (text.isEmpty()) {
        return CellWords::tr("unknown", "read out for an empty cell");
    }
    return text == dash ? CellWords::tr("none", "read out for a cell that shows a dash") : text;
}

QVariant CellText::raw(RowIndex index, ConnectionColumn column) const
{
    const ConnectionRow &row = m_store.row(index);
    switch (column) {
    case ConnectionColumn::State:
        return m_store.texts().text(row.statusText);
    case ConnectionColumn::Bank:
        return bank(row);
    case ConnectionColumn::Country:
        return m_store.texts().text(row.countryCode);
    case ConnectionColumn::Error:
        return m_store.texts().text(row.failErrorClass);
    case ConnectionColumn::Customer:
    case ConnectionColumn::ConnectionId:
        return display(index, column);
    case ConnectionColumn::LastSuccess:
    case ConnectionColumn::NextRefresh:
    case ConnectionColumn::LastAttempt:
    case ConnectionColumn::ConsentEnds:
        return time(index, column);
    }
    return {};
}

QDateTime CellText::time(RowIndex index, ConnectionColumn column) const
{
    const ConnectionRow &row = m_store.row(index);
    switch (column) {
    case ConnectionColumn::LastSuccess:
        return row.lastSuccessAt.toDateTime();
    case ConnectionColumn::NextRefresh:
        return row.nextRefreshPossibleAt.toDateTime();
    case ConnectionColumn::LastAttempt:
        return row.attemptCreatedAt.toDateTime();
    case ConnectionColumn::ConsentEnds:
        return m_store.consent(index).endsAt.toDateTime();
    case ConnectionColumn::State:
    case ConnectionColumn::Bank:
    case ConnectionColumn::Country:
    case ConnectionColumn::Customer:
    case ConnectionColumn::Error:
    case ConnectionColumn::ConnectionId:
        break;
    }
    return {};
}

QString CellText::state(RowIndex index) const
{
    const Situation situation = m_store.situation(index);
    const QString status = m_store.texts().text(m_store.row(index).statusText);
    return situation == Situation::Unknown && !status.isEmpty() ? status : situationWord(situation);
}

QString CellText::bank(const ConnectionRow &row) const
{
    return m_store.texts().text(row.providerName ? row.providerName : row.providerCode);
}

QString CellText::past(const QDateTime &when) const
{
    // A moment that lies a little ahead is noise between two clocks.
    return when.isValid() ? relativeTime(qMin(when, m_now), m_now) : QString();
}

QString CellText::nextRefresh(const ConnectionRow &row) const
{
    if (row.status != api::ConnectionStatus::Disabled && isFetching(row)) {
        return CellWords::tr("after this", "a refresh is possible after the running one");
    }
    const QDateTime when = row.nextRefreshPossibleAt.toDateTime();
    return when.isValid() ? relativeTime(qMax(when, m_now), m_now) : dash;
}

QString CellText::lastAttempt(const ConnectionRow &row) const
{
    if (!isFetching(row)) {
        return row.hasAttempt ? orDash(past(row.attemptCreatedAt.toDateTime())) : dash;
    }
    if (row.hasStage && row.stage == api::StageName::Interactive) {
        return questionWaitingText();
    }
    return orDash(m_store.texts().text(row.stageText));
}

QString CellText::consentEnds(RowIndex index) const
{
    const ConsentState consent = m_store.consent(index);
    if (consent.kind == ConsentState::Kind::Unknown) {
        return {};
    }
    if (hasEnded(consent, api::PackedTime(m_now.toSecsSinceEpoch()))) {
        return consent.revoked ? CellWords::tr("revoked", "consent") : CellWords::tr("expired", "consent");
    }
    return consent.endsAt.isNone() ? CellWords::tr("no end", "consent")
                                   : relativeTime(consent.endsAt.toDateTime(), m_now);
}

QString CellText::orDash(const QString &text) const
{
    return text.isEmpty() ? dash : text;
}

} // namespace saltdesk::models
