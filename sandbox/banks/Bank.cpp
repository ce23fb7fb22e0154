// SPDX-License-Identifier: Apache-2.0
#include "banks/Bank.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

/// Stages are skipped when the scopes do not need them (reference 3.3).
static bool isNeeded(const QString &stage, const QStringList &scopes)
{
    if (stage == "fetch_holder_info"_L1) {
        return scopes.contains("holder_info"_L1);
    }
    if (stage == "fetch_accounts"_L1) {
        return scopes.contains("accounts"_L1) || scopes.contains("accounts_without_balance"_L1);
    }
    if (stage == "fetch_recent"_L1 || stage == "fetch_full"_L1) {
        return scopes.contains("transactions"_L1);
    }
    return true;
}

Script Bank::scriptFor(const QJsonObject &credentials, const QStringList &fetchScopes, std::size_t attemptNumber) const
{
    Script steps;
    std::copy_if(script.begin(), script.end(), std::back_inserter(steps), [&](const Step &step) {
        const bool isDue = (attemptNumber - 1) % static_cast<std::size_t>(step.every) == 0;
        return isDue && isNeeded(step.stage, fetchScopes);
    });
    if (const auto failure = failureFor(credentials)) {
        // A failure bound to a stage that is skipped happens before the good-bye.
        auto where =
            std::find_if(steps.begin(), steps.end(), [&](const Step &step) { return step.stage == failure->stage; });
        if (where == steps.end()) {
            where = std::prev(steps.end(), 2);
        }
        where->failClass = failure->errorClass;
        where->failMessage = failure->message;
    }
    return steps;
}

std::optional<Bank::Failure> Bank::failureFor(const QJsonObject &credentials) const
{
    if (alwaysFails) {
        return alwaysFails;
    }
    const auto chosen = failures.constFind(credentials.value(failuresBy).toString());
    if (chosen != failures.constEnd()) {
        return *chosen;
    }
    if (accepts.isEmpty() || isAccepted(credentials)) {
        return std::nullopt;
    }
    return Failure{u"InvalidCredentials"_s, u"connect"_s, u"Invalid credentials."_s};
}

std::optional<Bank::Failure> Bank::refusalFor(const QJsonObject &credentials) const
{
    const auto failure = failureFor(credentials);
    return failure && failure->stage.isEmpty() ? failure : std::nullopt;
}

bool Bank::isAccepted(const QJsonObject &credentials) const
{
    return std::any_of(accepts.begin(), accepts.end(), [&](QJsonObject good) {
        for (const Field &field : requiredFields) {
            if (field.optional && !credentials.contains(field.name)) {
                good.remove(field.name);
            }
        }
        return good == credentials;
    });
}

QJsonObject Bank::loginOf(const QJsonObject &credentials) const
{
    QJsonObject login = credentials;
    for (const Field &field : requiredFields) {
        if (field.nature == "password"_L1) {
            login.remove(field.name);
        }
    }
    return login;
}

} // namespace saltdesk::sandbox
