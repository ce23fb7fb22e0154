// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileCodec.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileCodecTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProfileCodec)
};

using ProxyMode = ProxySettings::Mode;

/// A word of the file and what it means; the first is the default.
constexpr std::array<std::pair<QLatin1StringView, ProxyMode>, 3> proxyWords{
    {{"system"_L1, ProxyMode::System}, {"manual"_L1, ProxyMode::Manual}, {"none"_L1, ProxyMode::None}}};

QString proxyWord(ProxyMode mode)
{
    return std::ranges::find(proxyWords, mode, &decltype(proxyWords)::value_type::second)->first;
}

ProxyMode proxyMode(const QJsonValue &value)
{
    const QString word = value.toString();
    const auto found = std::ranges::find(proxyWords, word, &decltype(proxyWords)::value_type::first);
    return found == proxyWords.end() ? proxyWords.front().second : found->second;
}

QJsonObject profileObject(const Profile &profile)
{
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"environment"_s, QString(environmentName(profile.environment))},
            {u"base_url"_s, profile.baseUrl.toString(QUrl::FullyEncoded)},
            {u"app_id"_s, profile.appId},
            {u"ca_certificates"_s, QString::fromLatin1(profile.caCertificates)},
            {u"proxy"_s, QJsonObject{{u"mode"_s, proxyWord(profile.proxy.mode)},
                                     {u"host"_s, profile.proxy.host},
                                     {u"port"_s, profile.proxy.port},
                                     {u"user"_s, profile.proxy.user}}},
            {u"locale"_s, profile.locale},
            {u"recommended_limits"_s, profile.recommendedLimits}};
}

Profile profileOf(const QJsonObject &object)
{
    const QJsonObject proxy = object.value("proxy"_L1).toObject();
    const int port = proxy.value("port"_L1).toInt();
    Profile profile;
    profile.id = object.value("id"_L1).toString();
    profile.name = object.value("name"_L1).toString();
    // The careful reading of what has no name here.
    profile.environment = environmentNamed(object.value("environment"_L1).toString()).value_or(EnvironmentKind::Live);
    profile.baseUrl = QUrl(object.value("base_url"_L1).toString(), QUrl::StrictMode);
    profile.appId = object.value("app_id"_L1).toString();
    profile.caCertificates = object.value("ca_certificates"_L1).toString().toLatin1();
    profile.proxy.mode = proxyMode(proxy.value("mode"_L1));
    profile.proxy.host = proxy.value("host"_L1).toString();
    profile.proxy.port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : quint16{0};
    profile.proxy.user = proxy.value("user"_L1).toString();
    profile.locale = object.value("locale"_L1).toString();
    profile.recommendedLimits = object.value("recommended_limits"_L1).toBool(true);
    return profile;
}

/// Why it can't be used; empty when it can.
QString faultOf(const QJsonValue &value, const Profile &profile, const QSet<QString> &known)
{
    if (!value.isObject() || profile.id.isEmpty()) {
        return ProfileCodecTexts::tr("One profile could not be read and was left out.");
    }
    if (known.contains(profile.id)) {
        return ProfileCodecTexts::tr("The profile “%1” was there twice; the first is used.").arg(profile.name);
    }
    return {};
}

/// No list of profiles is as long; what is longer is not read into memory.
constexpr qint64 longestDocument = qint64{8} * 1024 * 1024;

} // namespace

QByteArray encodeProfiles(const ProfileDocument &document)
{
    QJsonArray profiles;
    for (const Profile &profile : document.profiles) {
        profiles.append(profileObject(profile));
    }
    return QJsonDocument(QJsonObject{{u"format"_s, u"saltdesk-profiles"_s},
                                     {u"version"_s, profileDocumentVersion},
                                     {u"last"_s, document.last},
                                     {u"profiles"_s, profiles}})
        .toJson();
}

tl::expected<ProfileDocument, DocumentProblem> decodeProfiles(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const int version = object.value("version"_L1).toInt(-1);
    if (object.value("format"_L1).toString() != "saltdesk-profiles"_L1 || version < 1 ||
        !object.value("profiles"_L1).isArray()) {
        return tl::unexpected(version > profileDocumentVersion ? DocumentProblem::Newer : DocumentProblem::NotProfiles);
    }
    if (version > profileDocumentVersion) {
        return tl::unexpected(DocumentProblem::Newer);
    }
    ProfileDocument document;
    document.last = object.value("last"_L1).toString();
    QSet<QString> known;
    for (const QJsonValue &value : object.value("profiles"_L1).toArray()) {
        const Profile profile = profileOf(value.toObject());
        if (const QString fault = faultOf(value, profile, known); !fault.isEmpty()) {
            document.warnings << fault;
            continue;
        }
        known.insert(profile.id);
        document.profiles << profile;
    }
    return document;
}

tl::expected<ProfileDocument, DocumentProblem> readProfiles(QIODevice &file)
{
    return decodeProfiles(file.size() > longestDocument ? QByteArray() : file.readAll());
}

} // namespace saltdesk::models
