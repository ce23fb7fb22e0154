// SPDX-License-Identifier: Apache-2.0
#include "localhistory/ObservedField.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct FieldTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ObservedField)
};

struct FieldEntry
{
    ObservedField field;
    const char *name;
    const char *word;
};

constexpr std::array fieldEntries{
    FieldEntry{ObservedField::Presence, "presence", QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Connection")},
    FieldEntry{ObservedField::Status, "status", QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Status")},
    FieldEntry{ObservedField::LastSuccess, "last_success_at",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Last success")},
    FieldEntry{ObservedField::Failure, "fail_error_class",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Error")},
    FieldEntry{ObservedField::FailureMessage, "fail_message",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Message")},
    FieldEntry{ObservedField::Attempt, "attempt", QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Last attempt")},
    FieldEntry{ObservedField::Consent, "consent", QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Consent")},
    FieldEntry{ObservedField::ConsentEnd, "consent_end",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Consent ends")},
    FieldEntry{ObservedField::DailyRefresh, "daily_refresh",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Daily refresh")},
    FieldEntry{ObservedField::StoreCredentials, "store_credentials",
               QT_TRANSLATE_NOOP("saltdesk::models::ObservedField", "Stores credentials")},
};
static_assert(fieldEntries.size() == observedFields.size());

const FieldEntry &entryOf(ObservedField field)
{
    return *std::ranges::find(fieldEntries, field, &FieldEntry::field);
}

bool isTime(ObservedField field)
{
    return field == ObservedField::LastSuccess || field == ObservedField::ConsentEnd;
}

} // namespace

QString observedFieldName(ObservedField field)
{
    return QString::fromLatin1(entryOf(field).name);
}

std::optional<ObservedField> observedFieldNamed(const QString &name)
{
    for (const FieldEntry &entry : fieldEntries) {
        if (name == QLatin1StringView(entry.name)) {
            return entry.field;
        }
    }
    return std::nullopt;
}

QString observedFieldWord(ObservedField field)
{
    return FieldTexts::tr(entryOf(field).word);
}

QDateTime observedTime(ObservedField field, const QString &value)
{
    return isTime(field) ? QDateTime::fromString(value, Qt::ISODate) : QDateTime();
}

QString observedValueText(ObservedField field, const QString &value)
{
    if (value.isEmpty()) {
        return field == ObservedField::LastSuccess ? FieldTexts::tr("never") : FieldTexts::tr("none");
    }
    if (const QDateTime time = observedTime(field, value); time.isValid()) {
        return localTime(time);
    }
    if (value == "true"_L1) {
        return FieldTexts::tr("on");
    }
    return value == "false"_L1 ? FieldTexts::tr("off") : value;
}

} // namespace saltdesk::models
