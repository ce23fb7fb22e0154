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
};

QTEST_GUILESS_MAIN(ProviderDirectoryTest)
#include "tst_providerdirectory.moc"
