// SPDX-License-Identifier: Apache-2.0
#include "support/RowSpec.h"

#include <QMap>

namespace saltdesk::testing {
namespace {

using namespace Qt::Literals::StringLiterals;

api::PackedTime at(const std::optional<std::chrono::seconds> &fromStart, int sign)
{
    return fromStart ? api::PackedTime(startOfTime().toSecsSinceEpoch() + sign * fromStart->count())
                     : api::PackedTime();
}

api::ConnectionStatus statusOf(const QString &text)
{
    static const QMap<QString, api::ConnectionStatus> known{{u"active"_s, api::ConnectionStatus::Active},
                                                            {u"inactive"_s, api::ConnectionStatus::Inactive},
                                                            {u"disabled"_s, api::ConnectionStatus::Disabled}};
    return known.value(text, api::ConnectionStatus::Unknown);
}

api::StageName stageOf(const QString &text)
{
    static const QMap<QString, api::StageName> known{{u"start"_s, api::StageName::Start},
                                                     {u"connect"_s, api::StageName::Connect},
                                                     {u"interactive"_s, api::StageName::Interactive},
                                                     {u"fetch_recent"_s, api::StageName::FetchRecent},
                                                     {u"finish"_s, api::StageName::Finish}};
    return known.value(text, api::StageName::Unknown);
}

void writeAttempt(const RowSpec &spec, api::ConnectionRow &row, api::TextPool &texts)
{
    const auto text = [&texts](const QString &value) { return texts.intern(value.toStdString()); };
    row.hasAttempt = !spec.attempt.isEmpty();
    row.attemptId = api::CompactId::fromText(spec.attempt.toStdString(), texts);
    row.attemptCreatedAt = row.hasAttempt ? at(spec.attemptAgo, -1) : api::PackedTime();
    row.hasStage = !spec.stage.isEmpty();
    row.stage = stageOf(spec.stage);
    row.stageText = text(spec.stage);
    row.stageId = api::CompactId::fromText(spec.stageId.toStdString(), texts);
    row.attemptFinished = spec.finished;
    row.failErrorClass = text(spec.errorClass);
    row.failMessage = text(spec.failMessage);
    row.failAt = at(spec.failedAgo, -1);
}

} // namespace

QDateTime startOfTime()
{
    return {QDate(2026, 11, 23), QTime(10, 42, 7), Qt::UTC};
}

api::ConnectionPage pageOf(const QList<RowSpec> &rows)
{
    api::ConnectionPage page;
    const auto text = [&page](const QString &value) { return page.texts.intern(value.toStdString()); };
    for (const RowSpec &spec : rows) {
        api::ConnectionRow row;
        row.id = api::CompactId::fromText(spec.id.toStdString(), page.texts);
        row.customerId = api::CompactId::fromText(spec.customer.toStdString(), page.texts);
        row.providerName = text(spec.bank);
        row.providerCode = text(spec.bankCode);
        row.countryCode = text(spec.country);
        row.status = statusOf(spec.status);
        row.statusText = text(spec.status);
        row.createdAt = at(spec.createdAgo, -1);
        row.lastSuccessAt = at(spec.succeededAgo, -1);
        row.nextRefreshPossibleAt = at(spec.refreshIn, 1);
        writeAttempt(spec, row, page.texts);
        page.rows.push_back(row);
    }
    return page;
}

api::Customer customerNamed(const QString &identifier, const QString &id)
{
    api::Customer customer;
    customer.id = api::CustomerId(id);
    customer.identifier = identifier;
    return customer;
}

api::Consent consentOf(const QString &connection, ConsentKind kind, std::optional<std::chrono::seconds> endsIn,
                       const QString &id)
{
    api::Consent consent;
    consent.id = api::ConsentId(id);
    consent.connectionId = api::ConnectionId(connection);
    consent.status = kind == ConsentKind::Active
                         ? api::OpenEnum<api::ConsentStatus>{api::ConsentStatus::Active, u"active"_s}
                         : api::OpenEnum<api::ConsentStatus>{api::ConsentStatus::Revoked, u"revoked"_s};
    if (kind != ConsentKind::Active) {
        consent.revokeReason = kind == ConsentKind::Expired ? u"expired"_s : u"client"_s;
    }
    consent.expiresAt =
        endsIn ? api::Member<QDateTime>(startOfTime().addSecs(endsIn->count())) : api::Member<QDateTime>::null();
    return consent;
}

QList<RowSpec> drawnRows()
{
    return {
        RowSpec{.id = u"111111111111111111"_s,
                .bank = u"Fakebank Simple"_s,
                .bankCode = u"fakebank_simple_xf"_s,
                .country = u"XF"_s,
                .status = u"inactive"_s,
                .succeededAgo = 9 * 24h + 7min,
                .refreshIn = 0s,
                .attempt = u"71"_s,
                .attemptAgo = 9 * 24h + 7min,
                .stage = u"finish"_s,
                .stageId = u"81"_s,
                .finished = true,
                .errorClass = u"InvalidCredentials"_s,
                .failMessage = u"Invalid credentials."_s,
                .failedAgo = 9 * 24h + 7min},
        RowSpec{.id = u"111111111111111112"_s,
                .bank = u"Fake Bank with SMS"_s,
                .bankCode = u"fakebank_sms_xf"_s,
                .country = u"XF"_s,
                .succeededAgo = 2h,
                .attempt = u"72"_s,
                .attemptAgo = 1min,
                .stage = u"interactive"_s,
                .stageId = u"82"_s},
        RowSpec{.id = u"111111111111111113"_s,
                .bank = u"Demobank"_s,
                .bankCode = u"demobank_xf"_s,
                .country = u"XF"_s,
                .succeededAgo = 3h,
                .attempt = u"73"_s,
                .attemptAgo = 20s,
                .stage = u"fetch_recent"_s,
                .stageId = u"83"_s},
        RowSpec{.id = u"111111111111111114"_s,
                .bank = u"Banca Transilvania"_s,
                .bankCode = u"transilvania_ro"_s,
                .country = u"RO"_s,
                .succeededAgo = 1h,
                .refreshIn = 12min,
                .attempt = u"74"_s,
                .attemptAgo = 1h,
                .stage = u"finish"_s,
                .stageId = u"84"_s,
                .finished = true},
        RowSpec{.id = u"111111111111111115"_s,
                .refreshIn = 48min,
                .attempt = u"75"_s,
                .stage = u"finish"_s,
                .stageId = u"85"_s,
                .finished = true},
        RowSpec{.id = u"111111111111111116"_s,
                .bank = u"Revolut"_s,
                .bankCode = u"revolut_lt"_s,
                .country = u"LT"_s,
                .succeededAgo = 31min,
                .refreshIn = 29min,
                .attempt = u"76"_s,
                .attemptAgo = 31min,
                .stage = u"finish"_s,
                .stageId = u"86"_s,
                .finished = true},
        RowSpec{.id = u"111111111111111117"_s,
                .bank = u"Old Savings Bank"_s,
                .bankCode = u"old_de"_s,
                .country = u"DE"_s,
                .status = u"disabled"_s,
                .succeededAgo = 125 * 24h,
                .attempt = u"77"_s,
                .attemptAgo = 100 * 24h,
                .stage = u"finish"_s,
                .stageId = u"87"_s,
                .finished = true,
                .errorClass = u"ProviderDisabled"_s,
                .failedAgo = 100 * 24h},
    };
}

std::vector<api::Consent> drawnConsents()
{
    const auto active = [](int number, int days) {
        return consentOf(u"11111111111111111"_s + QString::number(number), ConsentKind::Active, days * 24h + 1h);
    };
    return {active(1, 41),
            active(2, 80),
            active(3, 12),
            active(4, 3),
            active(5, 61),
            active(6, 77),
            consentOf(u"111111111111111117"_s, ConsentKind::Expired, -40 * 24h)};
}

} // namespace saltdesk::testing
