// SPDX-License-Identifier: Apache-2.0
#include "codec/IsoTime.h"

#include <array>

namespace saltdesk::api {
namespace {

struct Day
{
    int year = 0;
    int month = 0;
    int day = 0;
};

/// Takes characters off the front of a text; once one was not as expected, nothing matches any more.
class Cursor
{
public:
    explicit Cursor(std::string_view text)
        : m_rest(text)
    {}

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return !m_failed && m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_failed || m_rest.empty() ? '\0' : m_rest.front(); }

    bool takeIf(char c)
    {
        if (peek() != c || c == '\0') {
            return false;
        }
        m_rest.remove_prefix(1);
        return true;
    }

    void expect(char c) { m_failed = !takeIf(c) || m_failed; }

    int digits(std::size_t count)
    {
        if (m_failed || m_rest.size() < count) {
            m_failed = true;
            return 0;
        }
        int number = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const int digit = m_rest[i] - '0';
            m_failed = m_failed || digit < 0 || digit > 9;
            number = number * 10 + digit;
        }
        m_rest.remove_prefix(count);
        return number;
    }

    [[nodiscard]] bool atDigit() const { return peek() >= '0' && peek() <= '9'; }

private:
    std::string_view m_rest;
    bool m_failed = false;
};

bool isLeapYear(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar: H. Hinnant's days_from_civil, which counts years from
/// March.
std::int64_t daysSinceEpoch(const Day &day)
{
    const int year = day.month <= 2 ? day.year - 1 : day.year;
    const int era = year / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return std::int64_t{era} * 146'097 + dayOfEra - 719'468;
}

std::optional<Day> takeDay(Cursor &cursor)
{
    Day day;
    day.year = cursor.digits(4);
    cursor.expect('-');
    day.month = cursor.digits(2);
    cursor.expect('-');
    day.day = cursor.digits(2);
    if (cursor.failed() || day.year < 1 || day.month < 1 || day.month > 12 || day.day < 1 ||
        day.day > daysInMonth(day.year, day.month)) {
        return std::nullopt;
    }
    return day;
}

int takeFraction(Cursor &cursor)
{
    int milliseconds = 0;
    int scale = 100;
    do {
        milliseconds += cursor.digits(1) * scale;
        scale /= 10;
    } while (cursor.atDigit());
    return milliseconds;
}

/// Seconds since midnight; a leap second (60) reads as the next one.
std::optional<int> takeTime(Cursor &cursor, int &milliseconds)
{
    const int hour = cursor.digits(2);
    cursor.expect(':');
    const int minute = cursor.digits(2);
    int second = 0;
    if (cursor.takeIf(':')) {
        second = cursor.digits(2);
        if (cursor.takeIf('.') || cursor.takeIf(',')) {
            milliseconds = takeFraction(cursor);
        }
    }
    if (cursor.failed() || hour > 23 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    return hour * 3600 + minute * 60 + second;
}

/// What to take off the written time to get UTC.
std::optional<int> takeOffset(Cursor &cursor)
{
    if (cursor.atEnd() || cursor.takeIf('Z') || cursor.takeIf('z')) {
        return 0;
    }
    if (cursor.takeIf(' ')) {
        // Ruby's own way to print a time, seen where a server forgot to format it.
        cursor.expect('U');
        cursor.expect('T');
        cursor.expect('C');
        return cursor.failed() ? std::nullopt : std::optional(0);
    }
    const int sign = cursor.takeIf('-') ? -1 : 1;
    if (sign > 0) {
        cursor.expect('+');
    }
    const int hours = cursor.digits(2);
    const bool hasMinutes = cursor.takeIf(':') || cursor.atDigit();
    const int minutes = hasMinutes ? cursor.digits(2) : 0;
    if (cursor.failed() || hours > 23 || minutes > 59) {
        return std::nullopt;
    }
    return sign * (hours * 3600 + minutes * 60);
}

/// The two digits at `at`, or a number over 99 when they are none.
int pairAt(std::string_view text, std::size_t at)
{
    const unsigned tens = static_cast<unsigned char>(text[at]) - unsigned{'0'};
    const unsigned ones = static_cast<unsigned char>(text[at + 1]) - unsigned{'0'};
    return tens <= 9 && ones <= 9 ? static_cast<int>(tens * 10 + ones) : 10'000;
}

/// The one form that the API documents, `2020-09-07T10:35:46Z`, without a step per character: a page has thousands of
/// them. Nothing when the text is of another form, or of this one and wrong: the patient way then has the word.
std::optional<IsoMoment> parseUsualForm(std::string_view text)
{
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != 'Z') {
        return std::nullopt;
    }
    const Day day{pairAt(text, 0) * 100 + pairAt(text, 2), pairAt(text, 5), pairAt(text, 8)};
    const int hour = pairAt(text, 11);
    const int minute = pairAt(text, 14);
    const int second = pairAt(text, 17);
    if (day.year < 1 || day.year > 9999 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 28 ||
        hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    const int secondOfDay = hour * 3600 + minute * 60 + second;
    return IsoMoment{daysSinceEpoch(day) * 86'400 + secondOfDay, 0};
}

} // namespace

std::optional<IsoMoment> parseIsoMoment(std::string_view text)
{
    if (const std::optional<IsoMoment> usual = parseUsualForm(text)) {
        return usual;
    }
    Cursor cursor(text);
    const std::optional<Day> day = takeDay(cursor);
    if (!day) {
        return std::nullopt;
    }
    IsoMoment moment{daysSinceEpoch(*day) * 86'400, 0};
    if (cursor.atEnd()) {
        return moment;
    }
    if (!cursor.takeIf('T') && !cursor.takeIf('t')) {
        cursor.expect(' ');
    }
    const std::optional<int> time = takeTime(cursor, moment.milliseconds);
    const std::optional<int> offset = time ? takeOffset(cursor) : std::nullopt;
    if (!offset || !cursor.atEnd()) {
        return std::nullopt;
    }
    moment.seconds += *time - *offset;
    return moment;
}

std::optional<QDateTime> parseIsoDateTime(std::string_view text)
{
    const std::optional<IsoMoment> moment = parseIsoMoment(text);
    if (!moment) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(moment->seconds * 1000 + moment->milliseconds, Qt::UTC);
}

std::optional<QDate> parseIsoDate(std::string_view text)
{
    Cursor cursor(text);
    const std::optional<Day> day = takeDay(cursor);
    if (!day || (!cursor.atEnd() && !parseIsoMoment(text))) {
        return std::nullopt;
    }
    return QDate(day->year, day->month, day->day);
}

} // namespace saltdesk::api
