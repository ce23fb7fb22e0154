// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/ProviderDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;
using testing::providerSample;

using Row = testing::OddRow<Provider>;
Q_DECLARE_METATYPE(Row)

namespace {

QDateTime utc(int year, int month, int day)
{
    return {QDate(year, month, day), QTime(10, 35, 46), Qt::UTC};
}

Provider decoded(const QByteArray &members)
{
    return decodeProvider(R"({"data":{"id":"1",)" + members + "}}").value_or(Provider());
}

ProviderField fieldOf(const QByteArray &members)
{
    const Provider provider = decoded(R"("required_fields":[{"name":"f",)" + members + "}]");
    return provider.requiredFields->empty() ? ProviderField() : provider.requiredFields->front();
}

std::vector<Row> oddRows()
{
    using Fields = Member<std::vector<ProviderField>>;
    const auto names = [](const QStringList &wanted) {
        std::vector<ProviderField> fields;
        for (const QString &name : wanted) {
            fields.emplace_back().name = name;
        }
        return Fields(fields);
    };
    return {
        {"nothing but the id", R"("x":null)", [](Provider &) {}},
        {"unknown members", R"("new":{"deep":[{"id":"x"}]},"more":[1])", [](Provider &) {}},
        {"what payments need",
         R"("payment_templates":["SEPA"],"required_payment_fields":{"a":1},"hub":7,"group_code":null)",
         [](Provider &) {}},
        {"an unknown mode and status", R"("mode":"carrier_pigeon","status":"paused")",
         [](Provider &p) {
             p.mode.text = u"carrier_pigeon"_s;
             p.status.text = u"paused"_s;
         }},
        {"mode and status null", R"("mode":null,"status":null)", [](Provider &) {}},
        {"no limit to the consent", R"("max_consent_days":null)",
         [](Provider &p) { p.maxConsentDays = Member<qint64>::null(); }},
        {"texts null", R"("instruction":null,"home_url":null,"logo_url":null)",
         [](Provider &p) { p.instruction = p.homeUrl = p.logoUrl = Member<QString>::null(); }},
        {"lists null", R"("bic_codes":null,"required_fields":null)",
         [](Provider &p) {
             p.bicCodes = Member<QStringList>::null();
             p.requiredFields = Fields::null();
         }},
        {"lists empty", R"("bic_codes":[],"required_fields":[])",
         [](Provider &p) {
             p.bicCodes = QStringList();
             p.requiredFields = std::vector<ProviderField>();
         }},
        {"codes as numbers", R"("bic_codes":[20201,"X"],"identification_codes":[9999999999999999999])",
         [](Provider &p) {
             p.bicCodes = QStringList{u"20201"_s, u"X"_s};
             p.identificationCodes = QStringList{u"9999999999999999999"_s};
         }},
        {"one bad code",
         R"("bic_codes":["A",{"s3cr3t":1},"B"])",
         [](Provider &p) {
             p.bicCodes = QStringList{u"A"_s, u"B"_s};
         },
         {u"bic_codes"_s}},
        {"a number as text",
         R"("refresh_timeout":"60","max_fetch_interval":90)",
         [](Provider &p) { p.maxFetchInterval = 90; },
         {u"refresh_timeout"_s}},
        {"a fraction of minutes", R"("refresh_timeout":1.5)", [](Provider &) {}, {u"refresh_timeout"_s}},
        {"fields that are no list", R"("required_fields":{"name":"a"})", [](Provider &) {}, {u"required_fields"_s}},
        {"a bad field among good ones",
         R"("required_fields":[{"name":"a"},7,null,{"name":"b"}])",
         [names](Provider &p) {
             p.requiredFields = names({u"a"_s, u"b"_s});
         },
         {u"required_fields"_s, u"required_fields"_s}},
        {"a field without a name",
         R"("required_fields":[{"nature":"text"},{"name":"b"}])",
         [names](Provider &p) { p.requiredFields = names({u"b"_s}); },
         {u"required_fields.name"_s}},
    };
}

} // namespace

class TestProviderDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldOfAProviderIsRead();
    void everyFieldOfItsFormsIsRead();
    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }
    void oddButLegalMembersAreRead();
    void everyWordHasItsCase_data();
    void everyWordHasItsCase();
    void fieldsComeInTheOrderOfTheirPositions();
    void severalChoicesOnlyWhereExtraSaysSo_data();
    void severalChoicesOnlyWhereExtraSaysSo();
    void aFieldMaySayNoMoreThanItsName();
    void labelsFallBack();
    void textsKeepEveryCharacter_data() { testing::addOddTexts(); }
    void textsKeepEveryCharacter();
    void momentsAreReadInEveryForm_data() { testing::addOddMoments(); }
    void momentsAreReadInEveryForm();
    void idsMayBeNumbers_data() { testing::addOddIds(); }
    void idsMayBeNumbers();
    void aBadRecordHidesNoOther();
    void whatIsNoProviderIsMalformed();
};

void TestProviderDecoder::everyFieldOfAProviderIsRead()
{
    const Result<ProviderPage> page = decodeProviderPage(testing::page({providerSample}));
    QVERIFY(page);
    QVERIFY(page->warnings.empty());
    const Provider &p = page->records.front();
    QCOMPARE(p.id, ProviderId(u"3099"_s));
    QCOMPARE(p.code, u"fake_oauth_client_xf"_s);
    QCOMPARE(p.name.value(), u"Fake OAuth Bank with Client Keys"_s);
    QCOMPARE(p.mode.known, ProviderMode::OAuth);
    QCOMPARE(p.status.known, ProviderStatus::Active);
    QCOMPARE(p.automaticFetch, Member<bool>(false));
    QCOMPARE(p.customerNotifiedOnSignIn, Member<bool>(false));
    QCOMPARE(p.interactive, Member<bool>(true));
    QCOMPARE(p.optionalInteractivity, Member<bool>(true));
    QCOMPARE(p.regulated, Member<bool>(true));
    QCOMPARE(p.supportedIframeEmbedding, Member<bool>(false));
    QCOMPARE(p.identificationMode.value(), u"client"_s);
    QCOMPARE(p.instruction.value(), u"Confirm access on the page of the fake bank"_s);
    QCOMPARE(p.homeUrl.value(), u"https://example.com"_s);
    QCOMPARE(p.loginUrl.value(), u"https://example.com/login"_s);
    QCOMPARE(p.logoUrl.value(), u"https://example.com/logo.svg"_s);
    QCOMPARE(p.countryCode.value(), u"XF"_s);
    QCOMPARE(p.timezone.value(), u"UTC"_s);
    QCOMPARE(p.refreshTimeout, Member<qint64>(15));
    QCOMPARE(p.maxInteractiveDelay, Member<qint64>(540));
    QCOMPARE(p.maxFetchInterval, Member<qint64>(365));
    QCOMPARE(p.maxConsentDays, Member<qint64>(90));
    QCOMPARE(p.holderInfo.value(), (QStringList{u"names"_s, u"emails"_s}));
    QCOMPARE(p.supportedFetchScopes.value(), (QStringList{u"accounts"_s, u"holder_info"_s, u"transactions"_s}));
    QCOMPARE(p.supportedAccountNatures.value(), (QStringList{u"account"_s, u"card"_s, u"savings"_s}));
    QCOMPARE(p.supportedAccountExtraFields.value(), QStringList{u"iban"_s});
    QCOMPARE(p.supportedTransactionExtraFields.value(), QStringList{u"payee"_s});
    QCOMPARE(p.supportedAccountTypes.value(), (QStringList{u"personal"_s, u"business"_s}));
    QCOMPARE(p.identificationCodes.value(), QStringList{u"20201"_s});
    QCOMPARE(p.bicCodes.value(), QStringList{u"BUKBGB22"_s});
    QCOMPARE(p.createdAt.value(), utc(2018, 4, 12));
    QCOMPARE(p.updatedAt.value(), utc(2022, 11, 28));
    QVERIFY(decodeProvider(testing::enveloped(providerSample)).value() == p);
}

void TestProviderDecoder::everyFieldOfItsFormsIsRead()
{
    const Result<Provider> provider = decodeProvider(testing::enveloped(providerSample));
    QVERIFY(provider);
    const ProviderField &branch = provider->requiredFields->front();
    QCOMPARE(branch.name, u"bank_branch"_s);
    QCOMPARE(branch.englishName.value(), u"Branch"_s);
    QCOMPARE(branch.localizedName.value(), u"Filiale"_s);
    QCOMPARE(branch.nature.known, FieldNature::Select);
    QCOMPARE(branch.position, Member<qint64>(3));
    QCOMPARE(branch.optional, Member<bool>(false));
    QCOMPARE(branch.extra.value(), QByteArray("{}"));
    QVERIFY(!branch.multiple);
    const std::vector<FieldOption> options{{u"north"_s, u"North"_s, u"Nord"_s, u"1"_s, true},
                                           {u"south"_s, u"South"_s, u"Sud"_s, u"2"_s, false}};
    QVERIFY(branch.options.value() == options);
    const ProviderField &accounts = provider->interactiveFields->front();
    QCOMPARE(accounts.nature.known, FieldNature::DynamicSelect);
    QCOMPARE(accounts.optional, Member<bool>(true));
    QVERIFY(accounts.multiple);
    QVERIFY(accounts.options.isAbsent());
}

void TestProviderDecoder::oddButLegalMembersAreRead()
{
    QFETCH(Row, row);
    Provider bare;
    bare.id = ProviderId(u"1"_s);
    const QByteArray record = R"({"id":"1",)" + row.members + '}';
    QVERIFY(testing::readsAs(decodeProviderPage(testing::page({record})), bare, row));
}

void TestProviderDecoder::everyWordHasItsCase_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<int>("known");
    const auto row = [](const char *member, const char *word, auto known) {
        QTest::addRow("%s %s", member, word)
            << QByteArray('"' + QByteArray(member) + "\":\"" + word + '"') << static_cast<int>(known);
    };
    row("mode", "oauth", ProviderMode::OAuth);
    row("mode", "web", ProviderMode::Web);
    row("mode", "api", ProviderMode::Api);
    row("mode", "file", ProviderMode::File);
    row("mode", "OAuth", ProviderMode::Unknown);
    row("status", "active", ProviderStatus::Active);
    row("status", "inactive", ProviderStatus::Inactive);
    row("status", "disabled", ProviderStatus::Disabled);
    row("status", "", ProviderStatus::Unknown);
    row("nature", "text", FieldNature::Text);
    row("nature", "password", FieldNature::Password);
    row("nature", "number", FieldNature::Number);
    row("nature", "select", FieldNature::Select);
    row("nature", "file", FieldNature::File);
    row("nature", "dynamic_select", FieldNature::DynamicSelect);
    row("nature", "iris_scan", FieldNature::Unknown);
}

void TestProviderDecoder::everyWordHasItsCase()
{
    QFETCH(QByteArray, member);
    QFETCH(int, known);
    const QString word = QString::fromLatin1(member.split('"').at(3));
    const Provider provider = decoded(member);
    if (member.startsWith("\"mode")) {
        QCOMPARE(static_cast<int>(provider.mode.known), known);
        QCOMPARE(provider.mode.text, word);
    } else if (member.startsWith("\"status")) {
        QCOMPARE(static_cast<int>(provider.status.known), known);
        QCOMPARE(provider.status.text, word);
    } else {
        QCOMPARE(static_cast<int>(fieldOf(member).nature.known), known);
        QCOMPARE(fieldOf(member).nature.text, word);
    }
}

void TestProviderDecoder::fieldsComeInTheOrderOfTheirPositions()
{
    const Provider provider =
        decoded(R"("interactive_fields":[{"name":"none"},{"name":"b","position":2},{"name":"null","position":null},)"
                R"({"name":"b2","position":2},{"name":"a","position":-1}])");
    QStringList names;
    for (const ProviderField &field : provider.interactiveFields.value()) {
        names.append(field.name);
    }
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s, u"b2"_s, u"none"_s, u"null"_s}));
}

void TestProviderDecoder::severalChoicesOnlyWhereExtraSaysSo_data()
{
    QTest::addColumn<QByteArray>("extra");
    QTest::addColumn<bool>("multiple");
    QTest::addColumn<int>("warnings");
    QTest::newRow("yes") << QByteArray(R"("extra":{"multiple":true,"max":9999999999999999999})") << true << 0;
    QTest::newRow("no") << QByteArray(R"("extra":{"multiple":false})") << false << 0;
    QTest::newRow("says nothing") << QByteArray(R"("extra":{"other":true})") << false << 0;
    QTest::newRow("null") << QByteArray(R"("extra":null)") << false << 0;
    QTest::newRow("null in it") << QByteArray(R"("extra":{"multiple":null})") << false << 0;
    QTest::newRow("absent") << QByteArray(R"("position":1)") << false << 0;
    QTest::newRow("a text") << QByteArray(R"("extra":{"multiple":"true"})") << false << 1;
    QTest::newRow("no object") << QByteArray(R"("extra":[true])") << false << 1;
}

void TestProviderDecoder::severalChoicesOnlyWhereExtraSaysSo()
{
    QFETCH(QByteArray, extra);
    QFETCH(bool, multiple);
    QFETCH(int, warnings);
    const Result<ProviderPage> page =
        decodeProviderPage(testing::page({R"({"id":"1","required_fields":[{"name":"f",)" + extra + "}]}"}));
    QVERIFY(page);
    QCOMPARE(page->records.front().requiredFields->front().multiple, multiple);
    QCOMPARE(static_cast<int>(page->warnings.size()), warnings);
}

void TestProviderDecoder::aFieldMaySayNoMoreThanItsName()
{
    ProviderField bare;
    bare.name = u"f"_s;
    QVERIFY(fieldOf(R"("new":1)") == bare);
    const ProviderField nulls =
        fieldOf(R"("nature":null,"position":null,"optional":null,"extra":null,"field_options":null)");
    QVERIFY(nulls.position.isNull() && nulls.optional.isNull() && nulls.extra.isNull() && nulls.options.isNull());
    QCOMPARE(nulls.nature.known, FieldNature::Unknown);
    QVERIFY(fieldOf(R"("field_options":[])").options.hasValue());
    QCOMPARE(fieldOf(R"("field_options":[{"option_value":7}])").options->front().value, u"7"_s);
}

void TestProviderDecoder::labelsFallBack()
{
    QCOMPARE(fieldOf(R"("localized_name":"L","english_name":"E")").label(), u"L"_s);
    QCOMPARE(fieldOf(R"("localized_name":"","english_name":"E")").label(), u"E"_s);
    QCOMPARE(fieldOf(R"("localized_name":null)").label(), u"f"_s);
}

void TestProviderDecoder::textsKeepEveryCharacter()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const Provider p = decoded(R"("name":")" + json + R"(","instruction":")" + json + R"(","code":")" + json + '"');
    QCOMPARE(p.name.value(), expected);
    QCOMPARE(p.instruction.value(), expected);
    QCOMPARE(p.code, expected);
    const ProviderField field = fieldOf(R"("localized_name":")" + json + '"');
    QCOMPARE(field.localizedName.value(), expected);
}

void TestProviderDecoder::momentsAreReadInEveryForm()
{
    QFETCH(QByteArray, json);
    QFETCH(QDateTime, expected);
    QCOMPARE(decoded(R"("created_at":)" + json).createdAt.value(), expected);
    QCOMPARE(decoded(R"("updated_at":)" + json).updatedAt.value(), expected);
}

void TestProviderDecoder::idsMayBeNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    QCOMPARE(decodeProvider(R"({"data":{"id":)" + json + "}}").value().id.toString(), expected);
}

void TestProviderDecoder::aBadRecordHidesNoOther()
{
    const Result<ProviderPage> page = decodeProviderPage(
        testing::page({"null", R"({"code":"no id"})", providerSample, "[]", R"({"id":"4"})"}, R"({"next_id":5})"));
    QVERIFY(page);
    QCOMPARE(page->records.size(), std::size_t(2));
    QCOMPARE(page->records.back().id.toString(), u"4"_s);
    QCOMPARE(page->nextId, u"5"_s);
    std::vector<qsizetype> places;
    for (const DecodeWarning &warning : page->warnings) {
        places.push_back(warning.record);
    }
    QCOMPARE(places, (std::vector<qsizetype>{0, 1, 3}));
}

void TestProviderDecoder::whatIsNoProviderIsMalformed()
{
    for (const char *body : {"", "[]", R"({"data":null})", R"({"data":[]})", R"({"data":{"code":"x"}})"}) {
        QCOMPARE(decodeProvider(body).error().kind, ErrorKind::Malformed);
    }
    QCOMPARE(decodeProviderPage(testing::enveloped(providerSample)).error().kind, ErrorKind::Malformed);
    QCOMPARE(decodeProviderPage(testing::nested(10'000)).error().kind, ErrorKind::TooLarge);
}

QTEST_APPLESS_MAIN(TestProviderDecoder)
#include "tst_providerdecoder.moc"
