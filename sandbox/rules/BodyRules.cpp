// SPDX-License-Identifier: Apache-2.0
#include "rules/BodyRules.h"

#include "clock/Times.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isTextList(const QJsonValue &value)
{
    const QJsonArray items = value.toArray();
    return value.isArray() && std::all_of(items.begin(), items.end(), [](const auto &item) { return item.isString(); });
}

bool isDate(const QJsonValue &value)
{
    static const QRegularExpression form(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    return form.match(value.toString()).hasMatch() && QDate::fromString(value.toString(), Qt::ISODate).isValid();
}

bool isCredentials(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return value.isObject() && std::all_of(object.begin(), object.end(),
                                           [](const auto &member) { return member.isString() || isTextList(member); });
}

bool isPositiveInteger(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return number >= 1 && number <= 1e9 && std::floor(number) == number;
}

bool isOfKind(const QJsonValue &value, MemberKind kind)
{
    switch (kind) {
    case MemberKind::Text:
        return value.isString();
    case MemberKind::Flag:
        return value.isBool();
    case MemberKind::PositiveInteger:
        return isPositiveInteger(value);
    case MemberKind::TextList:
        return isTextList(value);
    case MemberKind::Date:
        return isDate(value);
    case MemberKind::DateTime:
        return parseIso(value.toString()).has_value();
    case MemberKind::Object:
    case MemberKind::FreeObject:
        return value.isObject();
    case MemberKind::Credentials:
        return isCredentials(value);
    }
    return false;
}

bool isAllowed(const QJsonValue &value, const Member &rule)
{
    if (rule.allowed.isEmpty()) {
        return true;
    }
    if (value.isString()) {
        return rule.allowed.contains(value.toString());
    }
    const QJsonArray items = value.toArray();
    return std::all_of(items.begin(), items.end(),
                       [&](const auto &item) { return rule.allowed.contains(item.toString()); });
}

/// Reference 1.5 names the 100 objects; which years are out of range is unconfirmed, these no bank knows.
Outcome<void> checkExtent(const QJsonValue &value, MemberKind kind, const QString &path)
{
    constexpr qsizetype largestBatch = 100;
    if (kind == MemberKind::TextList && value.toArray().size() > largestBatch) {
        return refuse(u"BatchSizeLimitExceeded"_s, path + u" parameter must not have more than 100 items"_s);
    }
    const int year = value.toString().left(4).toInt();
    if ((kind == MemberKind::Date || kind == MemberKind::DateTime) && (year < 1970 || year > 2100)) {
        return refuse(kind == MemberKind::Date ? u"DateOutOfRange"_s : u"DateTimeOutOfRange"_s,
                      path + u" parameter is out of range"_s);
    }
    return {};
}

QString expectation(MemberKind kind)
{
    switch (kind) {
    case MemberKind::Text:
        return u"a string"_s;
    case MemberKind::Flag:
        return u"a boolean"_s;
    case MemberKind::PositiveInteger:
        return u"a positive integer"_s;
    case MemberKind::TextList:
        return u"an array of strings"_s;
    case MemberKind::Date:
        return u"a date (YYYY-MM-DD)"_s;
    case MemberKind::DateTime:
        return u"a datetime (ISO-8601)"_s;
    case MemberKind::Object:
    case MemberKind::FreeObject:
        return u"an object"_s;
    case MemberKind::Credentials:
        return u"an object of strings"_s;
    }
    return {};
}

} // namespace

Outcome<void> BodyRules::check(const QJsonObject &object, const Shape &shape, const QString &path) const
{
    if (auto verdict = checkUnknown(object, shape, path); !verdict) {
        return verdict;
    }
    for (const Member &rule : shape) {
        const QString where = path + u'.' + rule.name;
        const auto member = object.constFind(rule.name);
        if (member == object.constEnd()) {
            if (rule.required) {
                return refuse(u"WrongRequestFormat"_s, where + u" parameter must be filled"_s);
            }
            continue;
        }
        if (auto verdict = checkMember(member.value(), rule, where); !verdict) {
            return verdict;
        }
    }
    return {};
}

Outcome<void> BodyRules::checkUnknown(const QJsonObject &object, const Shape &shape, const QString &path) const
{
    if (m_lenient) {
        return {};
    }
    for (const QString &name : object.keys()) {
        const bool known =
            std::any_of(shape.begin(), shape.end(), [&](const Member &rule) { return rule.name == name; });
        if (!known) {
            return refuse(u"WrongRequestFormat"_s, path + u'.' + name + u" parameter is not allowed"_s);
        }
    }
    return {};
}

Outcome<void> BodyRules::checkMember(const QJsonValue &value, const Member &rule, const QString &path) const
{
    if (value.isNull() && rule.nullable) {
        return {};
    }
    if (!isOfKind(value, rule.kind)) {
        return refuse(rule.errorClass, path + u" parameter must be "_s + expectation(rule.kind));
    }
    if (auto verdict = checkExtent(value, rule.kind, path); !verdict) {
        return verdict;
    }
    if (!isAllowed(value, rule)) {
        return refuse(rule.errorClass, path + u" parameter must be one of: "_s + rule.allowed.join(u", "_s));
    }
    if (rule.required && value.isString() && value.toString().isEmpty()) {
        return refuse(rule.errorClass, path + u" parameter must be filled"_s);
    }
    return rule.kind == MemberKind::Object ? check(value.toObject(), rule.members, path) : Outcome<void>();
}

} // namespace saltdesk::sandbox
