// SPDX-License-Identifier: Apache-2.0
#include "rules/CredentialRules.h"

#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static Outcome<QJsonObject> onlyPlain(const QJsonObject &data)
{
    const bool plain = data.contains("credentials"_L1);
    const bool encrypted = data.contains("encrypted_credentials"_L1);
    if (plain && encrypted) {
        return refuse(u"WrongRequestFormat"_s, u"data.encrypted_credentials parameter is not allowed"_s);
    }
    if (encrypted) {
        return refuse(u"InvalidEncoding"_s, u"data.encrypted_credentials cannot be decrypted"_s);
    }
    return data.value("credentials"_L1).toObject();
}

static Outcome<void> checkNames(const QJsonObject &credentials, const QStringList &known, const QStringList &required)
{
    for (const QString &name : credentials.keys()) {
        if (!known.contains(name)) {
            return refuse(u"WrongRequestFormat"_s, u"data.credentials.%1 parameter is not allowed"_s.arg(name));
        }
    }
    for (const QString &name : required) {
        if (!credentials.contains(name)) {
            return refuse(u"WrongRequestFormat"_s, u"data.credentials.%1 parameter must be filled"_s.arg(name));
        }
    }
    return {};
}

Outcome<QJsonObject> readCredentials(const QJsonObject &data, const Bank &bank)
{
    QStringList known;
    QStringList required;
    for (const Bank::Field &field : bank.requiredFields) {
        known.append(field.name);
        if (!field.optional) {
            required.append(field.name);
        }
    }
    return onlyPlain(data).and_then([&](const QJsonObject &credentials) -> Outcome<QJsonObject> {
        if (!required.isEmpty() && !data.contains("credentials"_L1)) {
            return refuse(u"WrongRequestFormat"_s, u"data.credentials parameter must be filled"_s);
        }
        return checkNames(credentials, known, required).map([&] { return credentials; });
    });
}

Outcome<QJsonObject> readAnswer(const QJsonObject &data, const Question &question)
{
    if (!data.contains("credentials"_L1) && !data.contains("encrypted_credentials"_L1)) {
        return refuse(u"WrongRequestFormat"_s, u"data.credentials parameter must be filled"_s);
    }
    return onlyPlain(data).and_then([&](const QJsonObject &credentials) {
        return checkNames(credentials, question.fields, question.fields).map([&] { return credentials; });
    });
}

Outcome<void> checkBankIsOpen(const Bank &bank)
{
    if (bank.status == "disabled"_L1) {
        return refuse(u"ProviderDisabled"_s, u"Provider '%1' is disabled."_s.arg(bank.code));
    }
    if (bank.status == "inactive"_L1) {
        return refuse(u"ProviderInactive"_s, u"Provider '%1' is inactive."_s.arg(bank.code));
    }
    return {};
}

} // namespace saltdesk::sandbox
