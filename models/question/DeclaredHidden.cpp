// SPDX-License-Identifier: Apache-2.0
#include "question/DeclaredHidden.h"

#include <QList>
#include <QStringView>

#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestStyle = 4096;

/// Lower case, without comments and blanks.
QString bareStyle(QStringView style)
{
    QString bare;
    qsizetype at = 0;
    while (at < style.size()) {
        if (style.mid(at, 2) == "/*"_L1) {
            const qsizetype end = style.indexOf("*/"_L1, at + 2);
            at = end < 0 ? style.size() : end + 2;
            continue;
        }
        if (!style[at].isSpace()) {
            bare += style[at].toLower();
        }
        ++at;
    }
    return bare;
}

/// "0", "0.00", "0px", "0%"
bool isZero(QStringView value)
{
    qsizetype digits = 0;
    while (digits < value.size() && (value[digits] == u'0' || value[digits] == u'.')) {
        ++digits;
    }
    const QStringView unit = value.mid(digits);
    return digits > 0 && (unit.isEmpty() || !unit.first().isDigit());
}

bool hides(QStringView property, QStringView value)
{
    if (property == "display"_L1) {
        return value == "none"_L1;
    }
    if (property == "visibility"_L1) {
        return value == "hidden"_L1 || value == "collapse"_L1;
    }
    return isZero(value);
}

} // namespace

bool isDeclaredHidden(const QString &style)
{
    static constexpr std::array properties{"display"_L1, "visibility"_L1, "opacity"_L1, "font-size"_L1};
    std::array<bool, properties.size()> hidden{};
    const QString bare = bareStyle(QStringView(style).left(longestStyle));
    for (const QStringView declaration : QStringView(bare).split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        const QStringView property = declaration.left(qMax<qsizetype>(colon, 0));
        QStringView value = declaration.mid(colon + 1);
        value = value.left(value.indexOf(u'!')); // -1: the whole of it
        for (std::size_t i = 0; i < properties.size(); ++i) {
            if (property == properties.at(i)) {
                hidden.at(i) = hides(property, value);
            }
        }
    }
    return hidden != std::array<bool, properties.size()>{};
}

} // namespace saltdesk::models
