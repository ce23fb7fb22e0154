// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileCodec.h"
#include "support/SampleProfiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using saltdesk::testing::sampleProfile;

class TestProfileCodec : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberComesBack();
    void everyOddNameComesBack_data();
    void everyOddNameComesBack();
    void whatIsNoListOfProfilesIsRefused_data();
    void whatIsNoListOfProfilesIsRefused();
    void aNewerVersionIsToldFromDamage();
    void whatIsMissingTakesItsDefault_data();
    void whatIsMissingTakesItsDefault();
    void oneBadProfileHidesNoOther();
    void theSameIdTwiceIsReadOnce();
};

namespace {

QByteArray documentOf(const QJsonArray &profiles, const QJsonValue &version = 1)
{
    return QJsonDocument(
               QJsonObject{{u"format"_s, u"saltdesk-profiles"_s}, {u"version"_s, version}, {u"profiles"_s, profiles}})
        .toJson();
}

} // namespace

void TestProfileCodec::everyMemberComesBack()
{
    Profile other = sampleProfile(u"Other"_s);
    other.environment = EnvironmentKind::Live;
    other.proxy = {.mode = ProxySettings::Mode::None};
    other.caCertificates = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    const ProfileDocument written{.profiles = {sampleProfile(u"Acme"_s), other}, .last = other.id};

    const auto read = decodeProfiles(encodeProfiles(written));

    QVERIFY(read.has_value());
    QCOMPARE(read->profiles, written.profiles);
    QCOMPARE(read->last, written.last);
    QVERIFY(read->warnings.isEmpty());
}

void TestProfileCodec::everyOddNameComesBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("umlauts") << u"Bänke & Söhne"_s;
    QTest::newRow("quotes and a backslash") << u"\"A\\C\" 'me'"_s;
    QTest::newRow("slashes and brackets") << u"[live]/50% = ;#"_s;
    QTest::newRow("right to left") << u"بنك الأمان"_s;
    QTest::newRow("beyond the first plane") << u"🏦 bank"_s;
    QTest::newRow("what HTML would read") << u"<b>&amp;</b>"_s;
}

void TestProfileCodec::everyOddNameComesBack()
{
    QFETCH(const QString, name);
    const auto read = decodeProfiles(encodeProfiles({.profiles = {sampleProfile(name)}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->profiles.constFirst().name, name);
}

void TestProfileCodec::whatIsNoListOfProfilesIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("[profiles]\nname=x\n");
    QTest::newRow("cut off") << encodeProfiles({.profiles = {sampleProfile(u"x"_s)}}).chopped(20);
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("another program's") << QByteArray(R"({"version":1,"profiles":[]})");
    QTest::newRow("no list") << QByteArray(R"({"format":"saltdesk-profiles","version":1,"profiles":{}})");
    QTest::newRow("version 0") << documentOf({}, 0);
    QTest::newRow("version in words") << documentOf({}, u"one"_s);
    QTest::newRow("bytes") << QByteArray(1000, '\xff');
}

void TestProfileCodec::whatIsNoListOfProfilesIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const auto read = decodeProfiles(bytes);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), DocumentProblem::NotProfiles);
}

void TestProfileCodec::aNewerVersionIsToldFromDamage()
{
    QCOMPARE(decodeProfiles(documentOf({}, profileDocumentVersion + 1)).error(), DocumentProblem::Newer);
    // A newer version may have moved its list.
    QCOMPARE(decodeProfiles(R"({"format":"saltdesk-profiles","version":9,"accounts":[]})").error(),
             DocumentProblem::Newer);
}

void TestProfileCodec::whatIsMissingTakesItsDefault_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::newRow("nothing but an id") << QJsonObject{{u"id"_s, u"1"_s}};
    QTest::newRow("wrong types") << QJsonObject{{u"id"_s, u"1"_s},          {u"name"_s, 7},
                                                {u"environment"_s, 3},      {u"proxy"_s, u"none"_s},
                                                {u"base_url"_s, false},     {u"recommended_limits"_s, u"yes"_s},
                                                {u"locale"_s, QJsonArray()}};
    QTest::newRow("unknown words") << QJsonObject{
        {u"id"_s, u"1"_s},
        {u"environment"_s, u"production"_s},
        {u"proxy"_s, QJsonObject{{u"mode"_s, u"socks"_s}, {u"port"_s, 70000}}}};
}

void TestProfileCodec::whatIsMissingTakesItsDefault()
{
    QFETCH(const QJsonObject, object);
    const auto read = decodeProfiles(documentOf({object}));
    QVERIFY(read.has_value());
    Profile expected;
    expected.id = u"1"_s;
    // The careful reading of an unknown environment.
    QCOMPARE(expected.environment, EnvironmentKind::Live);
    QCOMPARE(read->profiles, QList<Profile>{expected});
}

void TestProfileCodec::oneBadProfileHidesNoOther()
{
    const auto read = decodeProfiles(
        documentOf({7, QJsonObject{{u"name"_s, u"no id"_s}}, QJsonObject{{u"id"_s, u"2"_s}, {u"name"_s, u"good"_s}}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->profiles.size(), 1);
    QCOMPARE(read->profiles.constFirst().name, u"good"_s);
    QCOMPARE(read->warnings.size(), 2);
}

void TestProfileCodec::theSameIdTwiceIsReadOnce()
{
    const auto read = decodeProfiles(documentOf({QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"first"_s}},
                                                 QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"second"_s}}}));
    QCOMPARE(read->profiles.size(), 1);
    QCOMPARE(read->profiles.constFirst().name, u"first"_s);
    QVERIFY(read->warnings.constFirst().contains(u"second"_s));
}

QTEST_GUILESS_MAIN(TestProfileCodec)
#include "tst_profilecodec.moc"
