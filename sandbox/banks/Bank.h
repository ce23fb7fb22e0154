// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Script.h"

#include <QMap>

namespace saltdesk::sandbox {

/// A provider (reference 3.6) and the way it behaves.
struct Bank
{
    /// A member of `required_fields` or `interactive_fields` (reference 3.7), as far as the sandbox goes by it.
    struct Field
    {
        QString name;
        QString nature;
        bool optional = false;
        /// Several values may be chosen.
        bool multiple = false;
        /// The `option_value`s of a `select`; empty: anything may be typed.
        QStringList options = {};
    };
    struct Failure
    {
        QString errorClass;
        /// The stage at whose end it happens. Empty: the request that would start the attempt is refused.
        QString stage;
        QString message;
    };
    /// For people, who read it in `--help` and in the table of banks.
    struct Help
    {
        QString succeeds;
        QString asks;
        QString fails;
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
    std::vector<Field> interactiveFields = {};
    Script script = {};
    /// The credentials that let one in; optional ones may be missing.
    QList<QJsonObject> accepts = {};
    /// By the value of the credential, or the `file_url`, that `failuresBy` names.
    QMap<QString, Failure> failures = {};
    QString failuresBy = {};
    std::optional<Failure> alwaysFails = std::nullopt;
    /// A PNG that the sandbox serves below `/pictures`, for questions whose picture is not part of the page.
    QByteArray picture = {};
    /// Nothing for banks that behave like the simplest one.
    std::optional<Help> help = std::nullopt;
    /// `provider` of the bank's file as it stands there: what the catalogue shows and the sandbox does not go by.
    QJsonObject provider = {};

    /// What an attempt with these credentials and scopes will go through, its failure included. `attemptNumber` counts
    /// the attempts of a connection from 1. The `file_url` of a file is given among the credentials.
    [[nodiscard]] Script scriptFor(const QJsonObject &credentials, const QStringList &fetchScopes,
                                   std::size_t attemptNumber = 1) const;
    /// Why the bank does not even begin with these; nothing when it does.
    [[nodiscard]] std::optional<Failure> refusalFor(const QJsonObject &credentials) const;
    /// The credentials without the secret ones: two logins are the same when these are equal.
    [[nodiscard]] QJsonObject loginOf(const QJsonObject &credentials) const;

private:
    [[nodiscard]] std::optional<Failure> failureFor(const QJsonObject &credentials) const;
    [[nodiscard]] bool isAccepted(const QJsonObject &credentials) const;
};

} // namespace saltdesk::sandbox
