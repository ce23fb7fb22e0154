// SPDX-License-Identifier: Apache-2.0
#include "rules/CredentialRules.h"

#include <QJsonArray>
#include <QUrl>
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

static Outcome<void> checkValue(const QString &name, const QJsonValue &value, const Bank::Field &field)
{
    if (value.isArray() != field.multiple) {
        return refuse(u"WrongRequestFormat"_s, u"data.credentials.%1 parameter must be %2"_s.arg(
                                                   name, field.multiple ? u"an array of strings"_s : u"a string"_s));
    }
    const QJsonArray given = field.multiple ? value.toArray() : QJsonArray{value};
    const bool offered = std::all_of(given.begin(), given.end(), [&](const auto &one) {
        return field.options.isEmpty() || field.options.contains(one.toString());
    });
    if (given.isEmpty() || !offered) {
        return refuse(u"WrongRequestFormat"_s,
                      u"data.credentials.%1 parameter must be one of: %2"_s.arg(name, field.options.join(u", "_s)));
    }
    return {};
}

static Outcome<void> checkValues(const QJsonObject &credentials, const std::vector<Bank::Field> &fields)
{
    for (const Bank::Field &field : fields) {
        const auto given = credentials.constFind(field.name);
        const auto verdict = given == credentials.constEnd() ? Outcome<void>() : checkValue(field.name, *given, field);
        if (!verdict) {
            return verdict;
        }
    }
    return {};
}

/// The values on offer, in any of the three forms of reference 14: Options, one Option, texts.
static QStringList offeredValues(const QJsonValue &options)
{
    QStringList values;
    for (const auto &option : options.isArray() ? options.toArray() : QJsonArray{options}) {
        values.append(option.isString() ? option.toString() : option.toObject().value("option_value"_L1).toString());
    }
    return values;
}

/// What the question's fields may hold.
static std::vector<Bank::Field> askedFields(const Question &question, const Bank &bank)
{
    std::vector<Bank::Field> fields;
    for (const QString &name : question.fields) {
        const auto known = std::find_if(bank.interactiveFields.begin(), bank.interactiveFields.end(),
                                        [&](const Bank::Field &one) { return one.name == name; });
        Bank::Field field = known == bank.interactiveFields.end() ? Bank::Field{.name = name, .nature = {}} : *known;
        if (question.options.contains(name)) {
            field.options = offeredValues(question.options.value(name));
        }
        fields.push_back(std::move(field));
    }
    return fields;
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
        return checkNames(credentials, known, required)
            .and_then([&] { return checkValues(credentials, bank.requiredFields); })
            .map([&] { return credentials; });
    });
}

Outcome<QJsonObject> readAnswer(const QJsonObject &data, const Question &question, const Bank &bank)
{
    if (!data.contains("credentials"_L1) && !data.contains("encrypted_credentials"_L1)) {
        return refuse(u"WrongRequestFormat"_s, u"data.credentials parameter must be filled"_s);
    }
    return onlyPlain(data).and_then([&](const QJsonObject &credentials) {
        return checkNames(credentials, question.fields, question.fields)
            .and_then([&] { return checkValues(credentials, askedFields(question, bank)); })
            .map([&] { return credentials; });
    });
}

Outcome<QString> readFileUrl(const QJsonObject &data, const Bank &bank)
{
    if (bank.mode != "file"_L1) {
        return QString();
    }
    if (!data.contains("file_url"_L1)) {
        return refuse(u"FileNotProvided"_s, u"data.file_url parameter must be filled"_s);
    }
    const QUrl url(data.value("file_url"_L1).toString(), QUrl::StrictMode);
    if ((url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || url.host().isEmpty()) {
        return refuse(u"FileNotSaved"_s, u"data.file_url is not an address that can be fetched"_s);
    }
    if (const auto refusal = bank.refusalFor({{u"file_url"_s, url.toString()}})) {
        return refuse(refusal->errorClass, refusal->message);
    }
    return url.toString();
}

Outcome<void> checkBankIsOpen(const Bank &bank)
{
    if (bank.status == "disabled"_L1) {
        return refuse(u"ProviderDisabled"_s, u"Provider '%1' is disabled."_s.arg(bank.code));
    }
    if (bank.status == "inactive"_L1) {
        return refuse(u"ProviderInactive"_s, u"Provider '%1' is inactive."_s.arg(bank.code));
    }
    if (const auto refusal = bank.refusalFor({})) {
        return refuse(refusal->errorClass, refusal->message);
    }
    return {};
}

} // namespace saltdesk::sandbox
