// SPDX-License-Identifier: Apache-2.0
#include "state/LoadRows.h"

#include "state/ObjectJson.h"

#include "clock/Times.h"

#include <QJsonDocument>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr qlonglong firstAccount = 1600204117300516972;
constexpr qlonglong firstConnection = 1700204117300518073;
constexpr qlonglong firstConsent = 1800204117300519174;
constexpr qlonglong firstAttempt = 1900204117300520275;
constexpr qlonglong firstStage = 2000204117300521376;
constexpr qlonglong step = 37;
constexpr int variants = 24;
constexpr int accountsPerConnection = 2;

/// The n-th member of a row of ids that begins at `first`, or of the customers.
QString idAt(qlonglong first, int index)
{
    return QString::number(first + step * index);
}

int firstIndexFrom(qlonglong first, const QString &id)
{
    const qlonglong wanted = id.toLongLong();
    return wanted <= first ? 0 : static_cast<int>(std::min<qlonglong>((wanted - first + step - 1) / step, INT_MAX));
}

} // namespace

LoadRows::LoadRows(const BankCatalogue &banks, QStringList customerIds, int count, Instant start)
    : m_banks(banks)
    , m_customerIds(std::move(customerIds))
    , m_count(count)
    , m_start(start)
{
    for (int variant = 0; variant < variants; ++variant) {
        const Connection row = build(variant, placeholders());
        QJsonObject json = connectionJson(row, *m_banks.find(row.providerCode));
        json.insert(u"secret"_s, RowTemplate::gap(5));
        m_connectionTexts.append(RowTemplate(QJsonDocument(json).toJson(QJsonDocument::Compact)));
        const QJsonObject consent = consentJson(buildConsent(variant, placeholders()));
        m_consentTexts.append(RowTemplate(QJsonDocument(consent).toJson(QJsonDocument::Compact)));
    }
}

std::optional<int> LoadRows::indexOf(const QString &connectionId) const
{
    const int index = firstFrom(connectionId);
    return index < m_count && idOf(index) == connectionId ? std::optional(index) : std::nullopt;
}

std::optional<int> LoadRows::indexOfConsent(const QString &consentId) const
{
    const int index = firstConsentFrom(consentId);
    return index < m_count && consentIdOf(index) == consentId ? std::optional(index) : std::nullopt;
}

std::pair<int, int> LoadRows::shareOf(const QString &customerId) const
{
    const qsizetype place = m_customerIds.indexOf(customerId);
    if (place < 0) {
        return {0, 0};
    }
    const qsizetype owners = m_customerIds.size();
    return {static_cast<int>(m_count * place / owners), static_cast<int>(m_count * (place + 1) / owners)};
}

int LoadRows::firstFrom(const QString &id) const
{
    return firstIndexFrom(firstConnection, id);
}

int LoadRows::firstConsentFrom(const QString &id) const
{
    return firstIndexFrom(firstConsent, id);
}

int LoadRows::firstAccountFrom(const QString &id) const
{
    return firstIndexFrom(firstAccount, id) / accountsPerConnection;
}

QString LoadRows::idOf(int index)
{
    return idAt(firstConnection, index);
}

QString LoadRows::consentIdOf(int index)
{
    return idAt(firstConsent, index);
}

LoadRows::RowIds LoadRows::idsOf(int index) const
{
    const qsizetype owners = m_customerIds.size();
    qsizetype place = static_cast<qlonglong>(index) * owners / m_count;
    // The shares are rounded down, so the owner may be one further.
    while (place + 1 < owners && index >= m_count * (place + 1) / owners) {
        ++place;
    }
    return {idOf(index), m_customerIds[place], consentIdOf(index), idAt(firstAttempt, index), idAt(firstStage, index)};
}

LoadRows::RowIds LoadRows::placeholders()
{
    return {RowTemplate::gap(0), RowTemplate::gap(1), RowTemplate::gap(2), RowTemplate::gap(3), RowTemplate::gap(4)};
}

QList<QByteArray> LoadRows::fillings(const RowIds &ids)
{
    return {ids.connection.toLatin1(), ids.customer.toLatin1(), ids.consent.toLatin1(),
            ids.attempt.toLatin1(),    ids.stage.toLatin1(),    secretOf(ids.connection).toLatin1()};
}

Connection LoadRows::build(int variant, const RowIds &ids) const
{
    static const QStringList banks{u"fakebank_simple_xf"_s, u"banca_transilvania_ro"_s, u"rabobank_nl"_s,
                                   u"revolut_lt"_s,         u"oasis_bank_ae"_s,         u"sakura_bank_jp"_s};
    const Instant attempted = m_start - minutes(7) - hours(variant * 3);
    const bool failed = variant % 8 == 5;
    const bool disabled = variant == 23;
    Connection row{.id = ids.connection,
                   .customerId = ids.customer,
                   .providerCode = banks[variant % banks.size()],
                   .dailyRefresh = variant % 2 == 1,
                   .consentId = ids.consent,
                   .createdAt = m_start - hours(24 * (40 + variant)),
                   .updatedAt = attempted,
                   .credentials = {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}};
    row.status = failed     ? Connection::Status::Inactive
                 : disabled ? Connection::Status::Disabled
                            : Connection::Status::Active;
    row.lastSuccessAt = failed ? attempted - hours(24 * 9) : attempted;
    if (!failed && !disabled) {
        row.nextRefreshPossibleAt = attempted + hours(1);
    }
    Attempt attempt{.id = ids.attempt,
                    .consentId = ids.consent,
                    .createdAt = attempted - seconds(12),
                    .updatedAt = attempted,
                    .fromDate = utcDate(row.createdAt - hours(24 * 90)),
                    .finished = true,
                    .finishedRecent = !failed};
    attempt.stages.push_back(
        Stage{.id = ids.stage, .name = u"finish"_s, .createdAt = attempted, .updatedAt = attempted});
    if (failed) {
        attempt.failAt = attempted;
        attempt.failClass = u"InvalidCredentials"_s;
        attempt.failMessage = u"Invalid credentials."_s;
    } else {
        attempt.successAt = attempted;
    }
    row.attempts.push_back(std::move(attempt));
    return row;
}

Consent LoadRows::buildConsent(int variant, const RowIds &ids) const
{
    const Instant created = m_start - hours(24 * (40 + variant));
    return {.id = ids.consent,
            .connectionId = ids.connection,
            .customerId = ids.customer,
            .periodDays = 90,
            .expiresAt = created + hours(24 * 90),
            .fromDate = utcDate(created - hours(24 * 90)),
            .createdAt = created,
            .updatedAt = created};
}

Connection LoadRows::connection(int index) const
{
    Connection row = build(index % variants, idsOf(index));
    for (int number = 0; number < accountsPerConnection; ++number) {
        row.accountIds.append(idAt(firstAccount, index * accountsPerConnection + number));
    }
    return row;
}

Consent LoadRows::consent(int index) const
{
    return buildConsent(index % variants, idsOf(index));
}

QByteArray LoadRows::connectionText(int index) const
{
    return m_connectionTexts[index % variants].fill(fillings(idsOf(index)));
}

QByteArray LoadRows::consentText(int index) const
{
    return m_consentTexts[index % variants].fill(fillings(idsOf(index)));
}

} // namespace saltdesk::sandbox
