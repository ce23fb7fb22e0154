// SPDX-License-Identifier: Apache-2.0
#include "history/ProviderDirectory.h"
#include "support/Bench.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

class ProviderDirectoryTest : public QObject
{
    Q_OBJECT

private slots:
    void aBankIsReadOnce()
    {
        Bench bench;
        bench.network.on("GET /providers/bank_xf", json(R"({"data":{"id":"1","code":"bank_xf","name":"Bank"}})"));
        ProviderDirectory providers(bench.client);
        QSignalSpy known(&providers, &ProviderDirectory::known);
        QVERIFY(providers.find(u"bank_xf"_s) == nullptr);
        providers.want(u"bank_xf"_s, u"XF"_s);
        providers.want(u"bank_xf"_s, u"XF"_s);
        QTRY_COMPARE(known.size(), 1);
        providers.want(u"bank_xf"_s, u"XF"_s);
        QCOMPARE(providers.find(u"bank_xf"_s)->name.value(), u"Bank"_s);
        QCOMPARE(bench.network.sent(), QStringList{u"GET /providers/bank_xf?include_fake_providers=true"_s});
    }

    void onlyAFakeBankIsAskedForAsOne()
    {
        Bench bench;
        bench.network.on("GET /providers/bank_de", json(R"({"data":{"id":"1","code":"bank_de"}})"));
        ProviderDirectory providers(bench.client);
        QSignalSpy known(&providers, &ProviderDirectory::known);
        providers.want(u"bank_de"_s, u"DE"_s);
        providers.want({}, u"DE"_s);
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(bench.network.sent(), QStringList{u"GET /providers/bank_de"_s});
    }

    void oneThatCantBeReadIsNotAskedForAgain()
    {
        Bench bench;
        bench.network.on("GET /providers/gone", apiError("ProviderNotFound", 404));
        ProviderDirectory providers(bench.client);
        providers.want(u"gone"_s, u"DE"_s);
        QTRY_COMPARE(bench.client.activeRequests(), 0);
        QCoreApplication::sendPostedEvents();
        providers.want(u"gone"_s, u"DE"_s);
        QCOMPARE(bench.client.activeRequests(), 0);
        QVERIFY(providers.find(u"gone"_s) == nullptr);
        QCOMPARE(bench.network.sent().size(), qsizetype{1});
    }

    void whatIsKnownOrCannotBeReadIsSettled_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("known") << json(R"({"data":{"id":"1","code":"bank"}})")
                               << QStringList{u"known bank"_s, u"settled bank"_s};
        QTest::newRow("refused") << apiError("ProviderNotFound", 404) << QStringList{u"settled bank"_s};
        QTest::newRow("no answer") << hangUp() << QStringList{u"settled bank"_s};
        QTest::newRow("no JSON") << json("<html>") << QStringList{u"settled bank"_s};
    }

    void whatIsKnownOrCannotBeReadIsSettled()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(QStringList, said);
        Bench bench;
        bench.network.on("GET /providers/bank", answer);
        ProviderDirectory providers(bench.client);
        QStringList heard;
        connect(&providers, &ProviderDirectory::known, this, [&](const QString &code) {
            QVERIFY(providers.find(code) != nullptr);
            heard << u"known "_s + code;
        });
        connect(&providers, &ProviderDirectory::settled, this, [&](const QString &code) {
            QVERIFY(providers.isSettled(code));
            heard << u"settled "_s + code;
        });
        QVERIFY(!providers.isSettled(u"bank"_s));
        providers.want(u"bank"_s, u"DE"_s);
        QVERIFY(!providers.isSettled(u"bank"_s));
        QTRY_VERIFY(providers.isSettled(u"bank"_s));
        QCOMPARE(heard, said);
        providers.want(u"bank"_s, u"DE"_s);
        QCoreApplication::processEvents();
        QCOMPARE(heard, said);
        QVERIFY(!providers.isSettled(u"other"_s));
    }

    void thereIsNothingToWaitForWithoutACode()
    {
        Bench bench;
        ProviderDirectory providers(bench.client);
        QSignalSpy settled(&providers, &ProviderDirectory::settled);
        QVERIFY(providers.isSettled({}));
        providers.want({}, u"DE"_s);
        QCoreApplication::processEvents();
        QCOMPARE(settled.size(), qsizetype{0});
        QVERIFY(bench.network.sent().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ProviderDirectoryTest)
#include "tst_providerdirectory.moc"
