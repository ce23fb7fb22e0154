// SPDX-License-Identifier: Apache-2.0
#include "connections/SummaryReader.h"

namespace saltdesk::models {
namespace {

void readAttempt(const RowStore &store, const api::ConnectionRow &row, ConnectionSummary &summary)
{
    summary.hasAttempt = row.hasAttempt;
    summary.attemptId = api::AttemptId(store.idText(row.attemptId));
    summary.attemptCreatedAt = row.attemptCreatedAt.toDateTime();
    summary.failAt = row.failAt.toDateTime();
    summary.failErrorClass = store.texts().text(row.failErrorClass);
    summary.failMessage = store.texts().text(row.failMessage);
    summary.fetching = isFetching(row);
    summary.attemptInteractive = row.attemptInteractive;
    summary.stage = row.stage;
    summary.stageText = store.texts().text(row.stageText);
    summary.stageId = api::StageId(store.idText(row.stageId));
    summary.stageCreatedAt = row.stageCreatedAt.toDateTime();
}

} // namespace

ConnectionSummary readSummary(const RowStore &store, RowIndex index, const QString &customerLabel)
{
    const api::ConnectionRow &row = store.row(index);
    ConnectionSummary summary;
    summary.id = store.id(index);
    summary.customerId = api::CustomerId(store.idText(row.customerId));
    summary.customerLabel = customerLabel.isEmpty() ? summary.customerId.toString() : customerLabel;
    summary.providerCode = store.texts().text(row.providerCode);
    summary.providerName = store.texts().text(row.providerName);
    summary.countryCode = store.texts().text(row.countryCode);
    summary.status = row.status;
    summary.statusText = store.texts().text(row.statusText);
    summary.dailyRefresh = row.dailyRefresh;
    summary.storeCredentials = row.storeCredentials;
    summary.createdAt = row.createdAt.toDateTime();
    summary.updatedAt = row.updatedAt.toDateTime();
    summary.lastSuccessAt = row.lastSuccessAt.toDateTime();
    summary.nextRefreshPossibleAt = row.nextRefreshPossibleAt.toDateTime();
    readAttempt(store, row, summary);
    summary.consent = store.consent(index);
    summary.assessment = store.assessment(index);
    return summary;
}

} // namespace saltdesk::models
