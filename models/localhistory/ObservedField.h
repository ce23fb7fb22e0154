// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <array>
#include <optional>

namespace saltdesk::models {

/// What of a connection is remembered from one sight to the next. Not the stages of a running attempt nor the time of
/// the next refresh: they change all the time and say nothing a week later.
enum class ObservedField : unsigned char {
    Presence,
    Status,
    LastSuccess,
    Failure,
    FailureMessage,
    Attempt,
    Consent,
    ConsentEnd,
    DailyRefresh,
    StoreCredentials
};

inline constexpr std::array observedFields{ObservedField::Presence,       ObservedField::Status,
                                           ObservedField::LastSuccess,    ObservedField::Failure,
                                           ObservedField::FailureMessage, ObservedField::Attempt,
                                           ObservedField::Consent,        ObservedField::ConsentEnd,
                                           ObservedField::DailyRefresh,   ObservedField::StoreCredentials};

/// As it stands in the file; never changes.
[[nodiscard]] QString observedFieldName(ObservedField field);
/// None for a name that a later version may have written.
[[nodiscard]] std::optional<ObservedField> observedFieldNamed(const QString &name);
/// Translated, for people.
[[nodiscard]] QString observedFieldWord(ObservedField field);
/// Of a field that is a time; else invalid.
[[nodiscard]] QDateTime observedTime(ObservedField field, const QString &value);
/// A value of the file in words: times in the local zone, "none" for an empty one.
[[nodiscard]] QString observedValueText(ObservedField field, const QString &value);

} // namespace saltdesk::models
