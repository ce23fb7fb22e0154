// SPDX-License-Identifier: Apache-2.0
#include "banks/Script.h"

#include <QJsonArray>
#include <algorithm>

namespace saltdesk::sandbox {

bool Question::isRight(const QJsonObject &answer) const
{
    const bool refused = std::any_of(answer.begin(), answer.end(), [&](const auto &given) {
        const QJsonArray chosen = given.isArray() ? given.toArray() : QJsonArray{given.toString()};
        return std::any_of(chosen.begin(), chosen.end(),
                           [&](const auto &value) { return refusedValues.contains(value.toString()); });
    });
    return !refused && (rightAnswer.isEmpty() || rightAnswer == answer);
}

} // namespace saltdesk::sandbox
