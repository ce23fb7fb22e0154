// SPDX-License-Identifier: Apache-2.0
#include "connections/SinglePage.h"

namespace saltdesk::models {
namespace {

using api::Member;

class RowWriting
{
public:
    explicit RowWriting(api::TextPool &pool)
        : m_pool(pool)
    {}

    [[nodiscard]] api::TextIndex text(const QString &text) { return m_pool.intern(text.toStdString()); }
    [[nodiscard]] api::TextIndex text(const Member<QString> &member) { return text(member.value()); }
    template <class Tag>
    [[nodiscard]] api::CompactId id(const api::Id<Tag> &id)
    {
        return api::CompactId::fromText(id.toString().toStdString(), m_pool);
    }

    void writeConnection(const api::Connection &connection, api::ConnectionRow &row)
    {
        row.id = id(connection.id);
        row.customerId = id(connection.customerId.value());
        row.lastConsentId = id(connection.lastConsentId.value());
        row.lastSuccessAt = api::PackedTime::of(connection.lastSuccessAt.value());
        row.nextRefreshPossibleAt = api::PackedTime::of(connection.nextRefreshPossibleAt.value());
        row.createdAt = api::PackedTime::of(connection.createdAt.value());
        row.updatedAt = api::PackedTime::of(connection.updatedAt.value());
        row.providerCode = text(connection.providerCode);
        row.providerName = text(connection.providerName);
        row.countryCode = text(connection.countryCode);
        row.status = connection.status.known;
        row.statusText = text(connection.status.text);
        row.dailyRefresh = connection.dailyRefresh.value();
        row.storeCredentials = connection.storeCredentials.value();
    }

    void writeAttempt(const api::Attempt &attempt, api::ConnectionRow &row)
    {
        row.hasAttempt = true;
        row.attemptId = id(attempt.id);
        row.attemptCreatedAt = api::PackedTime::of(attempt.createdAt.value());
        row.failAt = api::PackedTime::of(attempt.failAt.value());
        row.failErrorClass = text(attempt.failErrorClass);
        row.failMessage = text(attempt.failMessage);
        row.attemptFinished = attempt.finished.value();
        row.attemptPartial = attempt.partial.value();
        row.attemptInteractive = attempt.interactive.value();
    }

    void writeStage(const api::Stage &stage, api::ConnectionRow &row)
    {
        row.hasStage = true;
        row.stageId = id(stage.id);
        row.stage = stage.name.known;
        row.stageText = text(stage.name.text);
        row.stageCreatedAt = api::PackedTime::of(stage.createdAt.value());
    }

private:
    api::TextPool &m_pool;
};

} // namespace

api::ConnectionPage singlePage(const api::Connection &connection)
{
    api::ConnectionPage page;
    RowWriting writing(page.texts);
    api::ConnectionRow row;
    writing.writeConnection(connection, row);
    if (connection.lastAttempt.hasValue()) {
        writing.writeAttempt(connection.lastAttempt.value(), row);
        if (connection.lastAttempt->lastStage.hasValue()) {
            writing.writeStage(connection.lastAttempt->lastStage.value(), row);
        }
    }
    page.rows.push_back(row);
    return page;
}

} // namespace saltdesk::models
