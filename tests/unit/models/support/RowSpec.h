// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"
#include "types/Consent.h"
#include "types/Customer.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace saltdesk::testing {

using namespace std::chrono_literals;

/// The moment at which a ManualClock starts.
[[nodiscard]] QDateTime startOfTime();

/// A row as a test describes it, in texts; times as distances from startOfTime().
struct RowSpec
{
    QString id = {};
    QString customer = QStringLiteral("222222222222222222");
    QString bank = QStringLiteral("Rabobank");
    QString bankCode = QStringLiteral("rabobank_nl");
    QString country = QStringLiteral("NL");
    QString status = QStringLiteral("active");
    std::optional<std::chrono::seconds> succeededAgo = 12min;
    std::optional<std::chrono::seconds> refreshIn = {};
    QString attempt = {};
    std::optional<std::chrono::seconds> attemptAgo = 12min;
    QString stage = {};
    QString stageId = {};
    bool finished = false;
    QString errorClass = {};
    QString failMessage = {};
    std::optional<std::chrono::seconds> failedAgo = {};
    std::optional<std::chrono::seconds> createdAgo = {};
};

[[nodiscard]] api::ConnectionPage pageOf(const QList<RowSpec> &rows);
[[nodiscard]] api::Customer customerNamed(const QString &identifier,
                                          const QString &id = QStringLiteral("222222222222222222"));

enum class ConsentKind { Active, Expired, Revoked };
/// `endsIn` unset: no expiry.
[[nodiscard]] api::Consent consentOf(const QString &connection, ConsentKind kind,
                                     std::optional<std::chrono::seconds> endsIn, const QString &id = {});

/// The seven connections of the drawing of the main window, and their consents.
[[nodiscard]] QList<RowSpec> drawnRows();
[[nodiscard]] std::vector<api::Consent> drawnConsents();

} // namespace saltdesk::testing
