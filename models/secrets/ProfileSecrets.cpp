// SPDX-License-Identifier: Apache-2.0
#include "secrets/ProfileSecrets.h"

#include "codec/JsonWriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <array>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int entryVersion = 1;

struct SecretMember
{
    const char *name;
    api::Secret ProfileSecrets::*value;
};

constexpr auto secretMembers = std::to_array<SecretMember>({{"secret", &ProfileSecrets::secret},
                                                            {"signing_key", &ProfileSecrets::signingKey},
                                                            {"passphrase", &ProfileSecrets::passphrase},
                                                            {"proxy_password", &ProfileSecrets::proxyPassword}});

/// Room for everything, so that no outgrown buffer is left behind unwiped.
qsizetype entryRoom(const ProfileSecrets &secrets)
{
    qsizetype bytes = 128;
    for (const SecretMember &member : secretMembers) {
        bytes += (secrets.*member.value).reveal().size() * 4 / 3 + 32;
    }
    return bytes;
}

/// Nothing when it is no Base64. A member that is not there is empty.
std::optional<api::Secret> decodedMember(const QJsonValue &value)
{
    if (value.isUndefined()) {
        return api::Secret();
    }
    QByteArray base64 = value.toString().toLatin1();
    auto decoded = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    api::wipe(base64);
    if (!value.isString() || !decoded) {
        return std::nullopt;
    }
    return api::Secret(std::move(*decoded));
}

} // namespace

api::Secret encodeSecrets(const ProfileSecrets &secrets)
{
    api::JsonWriter json;
    json.reserve(entryRoom(secrets));
    json.beginObject();
    json.member("version", entryVersion);
    for (const SecretMember &member : secretMembers) {
        // A key's file may hold any bytes, and JSON holds text only.
        QByteArray bytes = (secrets.*member.value).reveal().toByteArray();
        json.member(member.name, api::Secret(bytes.toBase64()));
        api::wipe(bytes);
    }
    json.endObject();
    return api::Secret(json.take());
}

std::optional<ProfileSecrets> decodeSecrets(const api::Secret &entry)
{
    // What the parser keeps to itself is freed unwiped; it is the Base64 of what the caller is given.
    const QByteArrayView bytes = entry.reveal();
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
    if (object.value("version"_L1).toInt() != entryVersion) {
        return std::nullopt;
    }
    ProfileSecrets secrets;
    for (const SecretMember &member : secretMembers) {
        std::optional<api::Secret> value = decodedMember(object.value(QLatin1StringView(member.name)));
        if (!value) {
            return std::nullopt;
        }
        secrets.*member.value = *std::move(value);
    }
    return secrets;
}

} // namespace saltdesk::models
