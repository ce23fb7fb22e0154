// SPDX-License-Identifier: Apache-2.0
#include "catalogue/ProviderCatalogue.h"
#include "support/Bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

FakeAnswer countriesAnswer()
{
    return json(R"({"data":[{"code":"NL","name":"Netherlands"},{"code":"AT","name":"austria"}]})");
}

QByteArray banksJson(const QList<QByteArray> &names, const QByteArray &nextId = "null")
{
    QList<QByteArray> records;
    for (const QByteArray &name : names) {
        records.append(R"({"id":")" + name + R"(","code":")" + name.toLower() + R"(_nl","name":")" + name + R"("})");
    }
    return R"({"data":[)" + records.join(',') + R"(],"meta":{"next_id":)" + nextId + "}}";
}

FakeAnswer banksAnswer(const QList<QByteArray> &names, const QByteArray &nextId = "null")
{
    return json(banksJson(names, nextId));
}

QStringList names(const std::vector<api::Provider> &banks)
{
    QStringList all;
    std::ranges::transform(banks, std::back_inserter(all), [](const api::Provider &bank) { return bank.name.value(); });
    return all;
}

struct Scene
{
    explicit Scene(bool withFakes = false)
        : catalogue(std::make_unique<ProviderCatalogue>(bench.client, withFakes))
        , changed(catalogue.get(), &ProviderCatalogue::changed)
    {}
    Bench bench;
    std::unique_ptr<ProviderCatalogue> catalogue;
    QSignalSpy changed;
};

} // namespace

class ProviderCatalogueTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsReadUnasked();
    void countriesAreReadOnceAndStandByName();
    void banksOfACountryAreReadOnceAndStandByName();
    void whatIsBeingReadIsNotAskedForAgain();
    void allPagesOfBanksAreRead();
    void eachCountryHasItsOwnBanks();
    void fakesAreAskedForOnlyWhereTheyMayBeOffered_data();
    void fakesAreAskedForOnlyWhereTheyMayBeOffered();
    void aListThatFailedIsReadAgainWhenWantedAgain();
    void countriesThatFailedAreReadAgainWhenWantedAgain();
    void aListCutShortShowsWhatCameAndSaysWhy();
    void anEmptyListIsAListToo();
    void noCountryHasNoBanks();
    void beginAndEndOfAReadingAreTold();
    void itMayBeAskedFromItsOwnSignal();
    void destroyingItWhileItReadsIsHarmless();
};

void ProviderCatalogueTest::nothingIsReadUnasked()
{
    Scene scene;
    QVERIFY(scene.catalogue->countries().empty());
    QVERIFY(scene.catalogue->banks(u"NL"_s).empty());
    QVERIFY(!scene.catalogue->isReadingCountries());
    QVERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    QVERIFY(!scene.catalogue->countriesError());
    QVERIFY(!scene.catalogue->banksError(u"NL"_s));
    QVERIFY(scene.bench.network.sent().isEmpty());
}

void ProviderCatalogueTest::countriesAreReadOnceAndStandByName()
{
    Scene scene;
    scene.bench.network.on("GET /countries", countriesAnswer());
    scene.catalogue->wantCountries();
    QVERIFY(scene.catalogue->isReadingCountries());
    QTRY_VERIFY(!scene.catalogue->isReadingCountries());
    QCOMPARE(scene.catalogue->countries().size(), std::size_t{2});
    QCOMPARE(scene.catalogue->countries().front().code, u"AT"_s);
    scene.catalogue->wantCountries();
    QVERIFY(!scene.catalogue->isReadingCountries());
    QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /countries"_s});
}

void ProviderCatalogueTest::banksOfACountryAreReadOnceAndStandByName()
{
    Scene scene;
    scene.bench.network.on("GET /providers", banksAnswer({"Rabobank", "abn", "ING"}));
    scene.catalogue->wantBanks(u"NL"_s);
    QVERIFY(scene.catalogue->isReadingBanks(u"NL"_s));
    QTRY_VERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    QCOMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList({u"abn"_s, u"ING"_s, u"Rabobank"_s}));
    scene.catalogue->wantBanks(u"NL"_s);
    QCOMPARE(scene.bench.network.sent(), QStringList{u"GET /providers?country_code=NL"_s});
}

void ProviderCatalogueTest::whatIsBeingReadIsNotAskedForAgain()
{
    Scene scene;
    scene.bench.network.on("GET /countries", countriesAnswer());
    scene.bench.network.on("GET /providers", banksAnswer({"ING"}));
    for (int i = 0; i < 3; ++i) {
        scene.catalogue->wantCountries();
        scene.catalogue->wantBanks(u"NL"_s);
    }
    QTRY_COMPARE(scene.catalogue->banks(u"NL"_s).size(), std::size_t{1});
    QTRY_VERIFY(!scene.catalogue->isReadingCountries());
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
}

void ProviderCatalogueTest::allPagesOfBanksAreRead()
{
    Scene scene;
    scene.bench.network.onTurns("GET /providers", {banksAnswer({"Rabobank"}, "\"7\""), banksAnswer({"ING"})});
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_VERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    QCOMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList({u"ING"_s, u"Rabobank"_s}));
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
    QVERIFY(scene.bench.network.sent().last().contains("from_id=7"_L1));
}

void ProviderCatalogueTest::eachCountryHasItsOwnBanks()
{
    Scene scene;
    scene.bench.network.onTurns("GET /providers", {banksAnswer({"ING"}), banksAnswer({"Erste"})});
    scene.catalogue->wantBanks(u"NL"_s);
    scene.catalogue->wantBanks(u"AT"_s);
    QTRY_VERIFY(!scene.catalogue->isReadingBanks(u"NL"_s) && !scene.catalogue->isReadingBanks(u"AT"_s));
    QCOMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList{u"ING"_s});
    QCOMPARE(names(scene.catalogue->banks(u"AT"_s)), QStringList{u"Erste"_s});
    QCOMPARE(scene.bench.network.count(u"GET /providers?country_code=NL"_s), 1);
    QCOMPARE(scene.bench.network.count(u"GET /providers?country_code=AT"_s), 1);
}

void ProviderCatalogueTest::fakesAreAskedForOnlyWhereTheyMayBeOffered_data()
{
    QTest::addColumn<bool>("withFakes");
    QTest::addColumn<QStringList>("sent");
    QTest::newRow("where customers are real")
        << false << QStringList{u"GET /countries"_s, u"GET /providers?country_code=XF"_s};
    QTest::newRow("where they are not") << true
                                        << QStringList{u"GET /countries?include_fake_providers=true"_s,
                                                       u"GET /providers?country_code=XF&include_fake_providers=true"_s};
}

void ProviderCatalogueTest::fakesAreAskedForOnlyWhereTheyMayBeOffered()
{
    QFETCH(bool, withFakes);
    Scene scene(withFakes);
    QCOMPARE(scene.catalogue->withFakes(), withFakes);
    scene.bench.network.on("GET /countries", countriesAnswer());
    scene.bench.network.on("GET /providers", banksAnswer({}));
    scene.catalogue->wantCountries();
    QTRY_VERIFY(!scene.catalogue->isReadingCountries());
    scene.catalogue->wantBanks(u"XF"_s);
    QTRY_VERIFY(!scene.catalogue->isReadingBanks(u"XF"_s));
    QTEST(scene.bench.network.sent(), "sent");
}

void ProviderCatalogueTest::aListThatFailedIsReadAgainWhenWantedAgain()
{
    Scene scene;
    scene.bench.network.onTurns("GET /providers", {apiError("ClientDisabled", 403), banksAnswer({"ING"})});
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_VERIFY(scene.catalogue->banksError(u"NL"_s));
    QCOMPARE(scene.catalogue->banksError(u"NL"_s)->errorClass, u"ClientDisabled"_s);
    QVERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    QCoreApplication::processEvents();
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{1});
    scene.catalogue->wantBanks(u"NL"_s);
    QVERIFY(!scene.catalogue->banksError(u"NL"_s));
    QTRY_COMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList{u"ING"_s});
    QVERIFY(!scene.catalogue->banksError(u"NL"_s));
    scene.catalogue->wantBanks(u"NL"_s);
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{2});
}

void ProviderCatalogueTest::countriesThatFailedAreReadAgainWhenWantedAgain()
{
    Scene scene;
    scene.bench.network.onTurns("GET /countries", {apiError("ClientDisabled", 403), countriesAnswer()});
    scene.catalogue->wantCountries();
    QTRY_VERIFY(scene.catalogue->countriesError());
    scene.catalogue->wantCountries();
    QTRY_COMPARE(scene.catalogue->countries().size(), std::size_t{2});
    QVERIFY(!scene.catalogue->countriesError());
}

void ProviderCatalogueTest::aListCutShortShowsWhatCameAndSaysWhy()
{
    Scene scene;
    scene.bench.network.onTurns("GET /providers", {banksAnswer({"ING"}, "\"7\""), apiError("ClientDisabled", 403),
                                                   banksAnswer({"ING", "abn"})});
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_VERIFY(scene.catalogue->banksError(u"NL"_s));
    QCOMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList{u"ING"_s});
    scene.catalogue->wantBanks(u"NL"_s);
    // What was shown stays while it is read anew.
    QCOMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList{u"ING"_s});
    QTRY_COMPARE(names(scene.catalogue->banks(u"NL"_s)), QStringList({u"abn"_s, u"ING"_s}));
}

void ProviderCatalogueTest::anEmptyListIsAListToo()
{
    Scene scene;
    scene.bench.network.on("GET /providers", banksAnswer({}));
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_VERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    scene.catalogue->wantBanks(u"NL"_s);
    QVERIFY(!scene.catalogue->isReadingBanks(u"NL"_s));
    QVERIFY(!scene.catalogue->banksError(u"NL"_s));
}

void ProviderCatalogueTest::noCountryHasNoBanks()
{
    Scene scene;
    scene.catalogue->wantBanks({});
    QVERIFY(!scene.catalogue->isReadingBanks({}));
    QVERIFY(scene.bench.network.sent().isEmpty());
    QCOMPARE(scene.changed.size(), qsizetype{0});
}

void ProviderCatalogueTest::beginAndEndOfAReadingAreTold()
{
    Scene scene;
    scene.bench.network.on("GET /countries", countriesAnswer());
    scene.bench.network.on("GET /providers", apiError("ClientDisabled", 403));
    scene.catalogue->wantCountries();
    QCOMPARE(scene.changed.size(), qsizetype{1});
    QTRY_COMPARE(scene.changed.size(), qsizetype{2});
    scene.catalogue->wantBanks(u"NL"_s);
    QCOMPARE(scene.changed.size(), qsizetype{3});
    QTRY_COMPARE(scene.changed.size(), qsizetype{4});
}

void ProviderCatalogueTest::itMayBeAskedFromItsOwnSignal()
{
    Scene scene;
    scene.bench.network.onTurns("GET /providers", {apiError("ClientDisabled", 403), banksAnswer({"ING"})});
    connect(scene.catalogue.get(), &ProviderCatalogue::changed, this, [&scene] {
        scene.catalogue->wantBanks(u"NL"_s);
        scene.catalogue->wantBanks(u"AT"_s);
    });
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_COMPARE(scene.catalogue->banks(u"NL"_s).size(), std::size_t{1});
    QTRY_COMPARE(scene.catalogue->banks(u"AT"_s).size(), std::size_t{1});
    QCOMPARE(scene.bench.network.sent().size(), qsizetype{3});
}

void ProviderCatalogueTest::destroyingItWhileItReadsIsHarmless()
{
    Scene scene;
    scene.bench.network.on("GET /countries", silence());
    scene.bench.network.on("GET /providers", silence());
    scene.catalogue->wantCountries();
    scene.catalogue->wantBanks(u"NL"_s);
    QTRY_COMPARE(scene.bench.network.open(), 2);
    scene.catalogue.reset();
    QTRY_COMPARE(scene.bench.network.open(), 0);
}

QTEST_GUILESS_MAIN(ProviderCatalogueTest)
#include "tst_providercatalogue.moc"
