// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Script.h"

#include <QMap>

namespace saltdesk::sandbox {

/// A provider (reference 3.6) and the way it behaves.
struct Bank
{
    /// A member of `required_fields` (reference 3.7), as far as the sandbox goes by it.
    struct Field
    {
        QString name;
        QString nature;
        bool optional = false;
    };
    struct Failure
    {
        QString errorClass;
        /// The stage at whose end it happens.
        QString stage;
        QString message;
    };

    QString id;
    QString code;
    QString name;
    QString countryCode;
    QString mode;
    QString status;
    /// Whose registration the bank knows: `client` or `saltedge`.
    QString identificationMode = QStringLiteral("saltedge");
    bool automaticFetch = true;
    bool interactive = false;
    bool regulated = false;
    std::chrono::minutes refreshTimeout{60};
    /// `max_interactive_delay`: how long the bank waits for a person.
    std::chrono::seconds interactiveDelay{480};
    std::optional<int> maxConsentDays = std::nullopt;
    QStringList supportedFetchScopes = {};
    std::vector<Field> requiredFields = {};
    Script script = {};
    /// The credentials that let one in.
    QList<QJsonObject> accepts = {};
    /// By the value of the credential `failuresBy`.
    QMap<QString, Failure> failures = {};
    QString failuresBy = {};
    std::optional<Failure> alwaysFails = std::nullopt;
    /// `provider` of the bank's file as it stands there: what the catalogue shows and the sandbox does not go by.
    QJsonObject provider = {};
    /// For people: how this bank is made to succeed, ask and fail.
    QStringList help = {};

    /// What an attempt with these credentials and scopes will go through, its failure included.
    [[nodiscard]] Script scriptFor(const QJsonObject &credentials, const QStringList &fetchScopes) const;
    /// The credentials without the secret ones: two logins are the same when these are equal.
    [[nodiscard]] QJsonObject loginOf(const QJsonObject &credentials) const;

private:
    [[nodiscard]] std::optional<Failure> failureFor(const QJsonObject &credentials) const;
};

} // namespace saltdesk::sandbox
