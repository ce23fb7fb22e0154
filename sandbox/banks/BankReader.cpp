// SPDX-License-Identifier: Apache-2.0
#include "banks/BankReader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

static QStringList textList(const QJsonValue &value)
{
    QStringList texts;
    for (const auto &item : value.toArray()) {
        texts.append(item.toString());
    }
    return texts;
}

static milliseconds secondsOf(const QJsonObject &json)
{
    return milliseconds(qRound64(json.value("seconds"_L1).toDouble() * 1000));
}

static Question readQuestion(const QJsonObject &json)
{
    return Question{.html = json.value("html"_L1).toString(),
                    .fields = textList(json.value("fields"_L1)),
                    .options = json.value("options"_L1).toObject(),
                    .rightAnswer = json.value("answer"_L1).toObject(),
                    .refusedValues = textList(json.value("refuses"_L1)),
                    .limit = secondsOf(json),
                    .asksAgain = json.value("asks_again"_L1).toInt()};
}

static Script readScript(const QJsonArray &stages)
{
    Script script;
    for (const auto &item : stages) {
        const QJsonObject json = item.toObject();
        Step step{.stage = json.value("name"_L1).toString(),
                  .duration = secondsOf(json),
                  .every = std::max(1, json.value("every"_L1).toInt(1))};
        if (json.contains("question"_L1)) {
            step.question = readQuestion(json.value("question"_L1).toObject());
        }
        script.push_back(std::move(step));
    }
    script.push_back(Step{.stage = u"finish"_s});
    return script;
}

static Script usualScript()
{
    Script script;
    const QList<std::pair<QString, milliseconds>> stages{{u"start"_s, milliseconds(400)},
                                                         {u"connect"_s, milliseconds(2500)},
                                                         {u"fetch_holder_info"_s, milliseconds(800)},
                                                         {u"fetch_accounts"_s, milliseconds(1500)},
                                                         {u"fetch_recent"_s, milliseconds(2500)},
                                                         {u"fetch_full"_s, milliseconds(3500)},
                                                         {u"disconnect"_s, milliseconds(400)},
                                                         {u"finish"_s, milliseconds(0)}};
    for (const auto &[name, duration] : stages) {
        script.push_back(Step{.stage = name, .duration = duration});
    }
    return script;
}

static Bank::Failure readFailure(const QString &usualClass, const QJsonObject &json)
{
    return {json.value("class"_L1).toString(usualClass), json.value("stage"_L1).toString(),
            json.value("message"_L1).toString()};
}

static std::vector<Bank::Field> readFields(const QJsonValue &list)
{
    std::vector<Bank::Field> fields;
    for (const auto &item : list.toArray()) {
        const QJsonObject json = item.toObject();
        Bank::Field field{.name = json.value("name"_L1).toString(),
                          .nature = json.value("nature"_L1).toString(),
                          .optional = json.value("optional"_L1).toBool(),
                          .multiple = json.value("extra"_L1).toObject().value("multiple"_L1).toBool()};
        for (const auto &option : json.value("field_options"_L1).toArray()) {
            field.options.append(option.toObject().value("option_value"_L1).toString());
        }
        fields.push_back(std::move(field));
    }
    return fields;
}

static void readProvider(const QJsonObject &json, Bank &bank)
{
    bank.provider = json;
    bank.id = json.value("id"_L1).toString();
    bank.code = json.value("code"_L1).toString();
    bank.name = json.value("name"_L1).toString();
    bank.countryCode = json.value("country_code"_L1).toString();
    bank.mode = json.value("mode"_L1).toString(u"web"_s);
    bank.status = json.value("status"_L1).toString(u"active"_s);
    bank.identificationMode = json.value("identification_mode"_L1).toString(u"saltedge"_s);
    bank.interactiveDelay = std::chrono::seconds(json.value("max_interactive_delay"_L1).toInt(480));
    bank.automaticFetch = json.value("automatic_fetch"_L1).toBool(true);
    bank.interactive = json.value("interactive"_L1).toBool();
    bank.regulated = json.value("regulated"_L1).toBool();
    bank.refreshTimeout = std::chrono::minutes(json.value("refresh_timeout"_L1).toInt(60));
    if (json.contains("max_consent_days"_L1)) {
        bank.maxConsentDays = json.value("max_consent_days"_L1).toInt();
    }
    bank.supportedFetchScopes =
        json.contains("supported_fetch_scopes"_L1)
            ? textList(json.value("supported_fetch_scopes"_L1))
            : QStringList{u"accounts"_s, u"accounts_without_balance"_s, u"holder_info"_s, u"transactions"_s};
    bank.requiredFields = readFields(json.value("required_fields"_L1));
    bank.interactiveFields = readFields(json.value("interactive_fields"_L1));
}

static void readFailures(const QJsonObject &json, Bank &bank)
{
    bank.failuresBy = json.value("failures_by"_L1).toString();
    const QJsonObject failures = json.value("failures"_L1).toObject();
    for (auto member = failures.begin(); member != failures.end(); ++member) {
        bank.failures.insert(member.key(), readFailure(member.key(), member.value().toObject()));
    }
    if (json.contains("always_fails"_L1)) {
        bank.alwaysFails = readFailure({}, json.value("always_fails"_L1).toObject());
    }
}

static void readBehaviour(const QJsonObject &json, Bank &bank)
{
    bank.script = json.contains("stages"_L1) ? readScript(json.value("stages"_L1).toArray()) : usualScript();
    for (const auto &item : json.value("accepts"_L1).toArray()) {
        bank.accepts.append(item.toObject());
    }
    readFailures(json, bank);
    bank.picture = QByteArray::fromBase64(json.value("picture"_L1).toString().toLatin1());
    if (json.contains("help"_L1)) {
        const QJsonObject help = json.value("help"_L1).toObject();
        bank.help = Bank::Help{help.value("succeeds"_L1).toString(), help.value("asks"_L1).toString(),
                               help.value("fails"_L1).toString()};
    }
}

tl::expected<Bank, QString> readBank(const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError) {
        return tl::unexpected(error.errorString());
    }
    Bank bank;
    readProvider(root.value("provider"_L1).toObject(), bank);
    readBehaviour(root, bank);
    if (bank.id.isEmpty() || bank.code.isEmpty() || bank.name.isEmpty() || bank.countryCode.size() != 2) {
        return tl::unexpected(u"id, code, name or country_code is missing"_s);
    }
    if (bank.script.size() < 3 || bank.script.front().stage != "start"_L1) {
        return tl::unexpected(u"stages must begin with start and have at least two"_s);
    }
    return bank;
}

} // namespace saltdesk::sandbox
