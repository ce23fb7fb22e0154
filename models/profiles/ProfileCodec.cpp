// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileCodec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ProfileCodecTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProfileCodec)
};

/// A word of the file and what it means; the first is the default.
template <class T, std::size_t N>
using ProfileWords = std::array<std::pair<QLatin1StringView, T>, N>;

constexpr ProfileWords<EnvironmentKind, 3> environmentWords{{{QLatin1StringView("live"), EnvironmentKind::Live},
                                                             {QLatin1StringView("test"), EnvironmentKind::Test},
                                                             {QLatin1StringView("sandbox"), EnvironmentKind::Sandbox}}};
constexpr ProfileWords<ProxySettings::Mode, 3> proxyWords{{{QLatin1StringView("system"), ProxySettings::Mode::System},
                                                           {QLatin1StringView("manual"), ProxySettings::Mode::Manual},
                                                           {QLatin1StringView("none"), ProxySettings::Mode::None}}};

template <class T, std::size_t N>
QString wordOf(const ProfileWords<T, N> &words, T meaning)
{
    const auto found = std::ranges::find(words, meaning, &std::pair<QLatin1StringView, T>::second);
    return QString(found->first);
}

template <class T, std::size_t N>
T meaningOf(const ProfileWords<T, N> &words, const QJsonValue &value)
{
    const QString word = value.toString();
    const auto found = std::ranges::find(words, word, &std::pair<QLatin1StringView, T>::first);
    return found == words.end() ? words.front().second : found->second;
}

QJsonObject profileObject(const Profile &profile)
{
    return {{u"id"_s, profile.id},
            {u"name"_s, profile.name},
            {u"environment"_s, wordOf(environmentWords, profile.environment)},
            {u"base_url"_s, profile.baseUrl.toString(QUrl::FullyEncoded)},
            {u"app_id"_s, profile.appId},
            {u"ca_certificates"_s, QString::fromLatin1(profile.caCertificates)},
            {u"proxy"_s, QJsonObject{{u"mode"_s, wordOf(proxyWords, profile.proxy.mode)},
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
    profile.environment = meaningOf(environmentWords, object.value("environment"_L1));
    profile.baseUrl = QUrl(object.value("base_url"_L1).toString(), QUrl::StrictMode);
    profile.appId = object.value("app_id"_L1).toString();
    profile.caCertificates = object.value("ca_certificates"_L1).toString().toLatin1();
    profile.proxy.mode = meaningOf(proxyWords, proxy.value("mode"_L1));
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

} // namespace saltdesk::models
