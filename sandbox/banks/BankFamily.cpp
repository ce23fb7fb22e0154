// SPDX-License-Identifier: Apache-2.0
#include "banks/BankFamily.h"

#include "text/SnakeCase.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static QByteArray memberFor(const QString &errorClass, int number, const QJsonObject &root)
{
    const QJsonObject family = root.value("family"_L1).toObject();
    const auto filled = [&](QLatin1StringView member, const QString &text) {
        return family.value(member).toString().replace("{}"_L1, text);
    };
    QJsonObject provider = root.value("provider"_L1).toObject();
    provider.insert("id"_L1, QString::number(family.value("first_id"_L1).toInt() + number));
    provider.insert("code"_L1, filled("code"_L1, snakeCase(errorClass)));
    provider.insert("name"_L1, filled("name"_L1, errorClass));
    QJsonObject failure = root.value("failures"_L1).toObject().value(errorClass).toObject();
    failure.insert("class"_L1, errorClass);
    const QJsonObject help{{u"succeeds"_s, u"never"_s},
                           {u"asks"_s, u"never"_s},
                           {u"fails"_s, u"every attempt ends in %1"_s.arg(errorClass)}};
    const QJsonObject member{{u"provider"_s, provider},
                             {u"accepts"_s, root.value("accepts"_L1)},
                             {u"always_fails"_s, failure},
                             {u"help"_s, help}};
    return QJsonDocument(member).toJson(QJsonDocument::Compact);
}

QList<QByteArray> withFamily(const QByteArray &json)
{
    QList<QByteArray> files{json};
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.contains("family"_L1)) {
        for (const QString &errorClass : root.value("failures"_L1).toObject().keys()) {
            files.append(memberFor(errorClass, static_cast<int>(files.size()) - 1, root));
        }
    }
    return files;
}

} // namespace saltdesk::sandbox
