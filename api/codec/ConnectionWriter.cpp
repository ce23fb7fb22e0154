// SPDX-License-Identifier: Apache-2.0
#include "codec/ConnectionWriter.h"

#include "codec/FetchWriter.h"

namespace saltdesk::api {
namespace {

void writeFileUrl(JsonWriter &json, const std::optional<QUrl> &url)
{
    if (url) {
        json.member("file_url", url->toString(QUrl::FullyEncoded));
    }
}

/// The most that credentials can take: an escaped byte is six long, and a name, quotes and a comma stand around each.
qsizetype roomFor(const Credentials &credentials)
{
    qsizetype bytes = 64;
    for (const Credential &credential : credentials) {
        bytes += 6 * credential.name.toUtf8().size() + 16;
        for (const Secret &value : credential.values) {
            bytes += 6 * value.reveal().size() + 4;
        }
    }
    return bytes;
}

void writeCredential(JsonWriter &json, const Credential &credential)
{
    const QByteArray name = credential.name.toUtf8();
    const std::string_view key(name.constData(), static_cast<std::size_t>(name.size()));
    if (!credential.multiple && credential.values.size() <= 1) {
        json.member(key, credential.values.empty() ? Secret() : credential.values.front());
        return;
    }
    // The form of several choices is unconfirmed; an array of them is the natural reading (reference 3.7).
    json.beginArray(key);
    for (const Secret &value : credential.values) {
        json.entry(value);
    }
    json.endArray();
}

/// Always the last member, so that nothing that is written later makes the buffer move and leaves a copy behind.
void writeCredentials(JsonWriter &json, const Credentials &credentials)
{
    json.reserve(roomFor(credentials));
    json.beginObject("credentials");
    for (const Credential &credential : credentials) {
        writeCredential(json, credential);
    }
    json.endObject();
}

void writeEncrypted(JsonWriter &json, const EncryptedCredentials &encrypted)
{
    json.beginObject("encrypted_credentials");
    json.member("algorithm", encrypted.algorithm);
    json.member("content", encrypted.content);
    json.member("key", encrypted.key);
    json.member("iv", encrypted.iv);
    json.endObject();
}

/// One of the two forms; the encrypted one replaces the plain one.
void writeEither(JsonWriter &json, const std::optional<Credentials> &plain,
                 const std::optional<EncryptedCredentials> &encrypted)
{
    if (encrypted) {
        writeEncrypted(json, *encrypted);
    } else if (plain) {
        writeCredentials(json, *plain);
    }
}

} // namespace

QByteArray writeCreate(const CreateConnectionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        // With an app-type key the customer is known by its secret and not named (reference 1.4).
        if (!request.customerId.isEmpty()) {
            json.member("customer_id", request.customerId.toString());
        }
        json.member("country_code", request.countryCode);
        json.member("provider_code", request.providerCode);
        writeConsent(json, request.consent);
        writeFirstAttempt(json, request.attempt);
        writeOptions(json, request.options);
        writeFileUrl(json, request.fileUrl);
        writeEither(json, request.credentials, request.encryptedCredentials);
    });
}

QByteArray writeUpdate(const UpdateConnectionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        if (request.setInactive) {
            json.member("status", QStringLiteral("inactive"));
        }
        json.member("daily_refresh", request.dailyRefresh);
        json.member("store_credentials", request.storeCredentials);
    });
}

QByteArray writeReconnect(const ReconnectConnectionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        writeConsent(json, request.consent);
        writeAttempt(json, request.attempt);
        writeOptions(json, request.options);
        writeFileUrl(json, request.fileUrl);
        json.member("override_credentials", request.overrideCredentials);
        writeEither(json, request.credentials, request.encryptedCredentials);
    });
}

QByteArray writeInteractive(const InteractiveRequest &request)
{
    return enveloped(
        [&request](JsonWriter &json) { writeEither(json, request.credentials, request.encryptedCredentials); });
}

QByteArray writeRefresh(const RefreshConnectionRequest &request)
{
    return enveloped([&request](JsonWriter &json) {
        writeAttempt(json, request.attempt);
        writeOptions(json, request.options);
    });
}

} // namespace saltdesk::api
