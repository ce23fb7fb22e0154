// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "rules/ClientRules.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::sandbox::ClientStatus)

class ClientRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void aStatusDecidesWhatMayBeAsked_data();
    void aStatusDecidesWhatMayBeAsked();
    void badKeysAreToldFirst();
    void pendingClientsUseFakeBanksOnly();
    void pendingAndTestHaveAQuota_data();
    void pendingAndTestHaveAQuota();
    void removingMakesRoom();
    void liveClientsAskForFakeBanks();
    void clientKeysMustBeRegistered_data();
    void clientKeysMustBeRegistered();

private:
    static Answer create(Desk &desk, const QString &bank, int number = 0)
    {
        QJsonObject data = desk.createData(bank);
        data.insert(u"credentials"_s,
                    QJsonObject{{u"login"_s, u"user-%1"_s.arg(number)}, {u"password"_s, u"secret"_s}});
        return desk.postData(u"/connections"_s, data);
    }
};

void ClientRulesTest::aStatusDecidesWhatMayBeAsked_data()
{
    QTest::addColumn<ClientStatus>("status");
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QString>("writing");
    const QString none;
    QTest::newRow("open") << ClientStatus::Open << none << none;
    QTest::newRow("pending") << ClientStatus::Pending << none << none;
    QTest::newRow("test") << ClientStatus::Test << none << none;
    QTest::newRow("live") << ClientStatus::Live << none << none;
    QTest::newRow("restricted") << ClientStatus::Restricted << none << u"ClientRestricted"_s;
    QTest::newRow("disabled") << ClientStatus::Disabled << u"ClientDisabled"_s << u"ClientDisabled"_s;
}

void ClientRulesTest::aStatusDecidesWhatMayBeAsked()
{
    QFETCH(ClientStatus, status);
    QFETCH(QString, reading);
    QFETCH(QString, writing);
    Desk desk({.clientStatus = status});
    QCOMPARE(desk.get(u"/connections/"_s + Desk::refusedId()).errorClass(), reading);
    const QJsonObject update{{u"daily_refresh"_s, true}};
    QCOMPARE(desk.putData(u"/connections/"_s + Desk::refusedId(), update).errorClass(), writing);
    QCOMPARE(desk.remove(u"/connections/"_s + Desk::refusedId()).errorClass(), writing);
}

void ClientRulesTest::badKeysAreToldFirst()
{
    Desk desk({.clientStatus = ClientStatus::Disabled});
    Request request = Desk::request("GET", u"/customers"_s);
    request.headers.remove("secret");
    QCOMPARE(desk.send(request).errorClass(), u"SecretNotProvided"_s);
}

void ClientRulesTest::pendingClientsUseFakeBanksOnly()
{
    Desk desk({.clientStatus = ClientStatus::Pending});
    QCOMPARE(create(desk, u"fakebank_simple_xf"_s).status(), 200);
    QCOMPARE(create(desk, u"rabobank_nl"_s).errorClass(), u"ClientPending"_s);
    Desk test({.clientStatus = ClientStatus::Test});
    QCOMPARE(create(test, u"rabobank_nl"_s).status(), 200);
}

void ClientRulesTest::pendingAndTestHaveAQuota_data()
{
    QTest::addColumn<ClientStatus>("status");
    QTest::addColumn<QString>("eleventh");
    QTest::newRow("open") << ClientStatus::Open << QString();
    QTest::newRow("pending") << ClientStatus::Pending << u"ConnectionLimitReached"_s;
    QTest::newRow("test") << ClientStatus::Test << u"ConnectionLimitReached"_s;
}

void ClientRulesTest::pendingAndTestHaveAQuota()
{
    QFETCH(ClientStatus, status);
    Desk desk({.clientStatus = status});
    for (int number = 0; number < 10; ++number) {
        QCOMPARE(create(desk, u"fakebank_simple_xf"_s, number).status(), 200);
    }
    QTEST(create(desk, u"fakebank_simple_xf"_s, 10).errorClass(), "eleventh");
}

void ClientRulesTest::removingMakesRoom()
{
    Desk desk({.clientStatus = ClientStatus::Test});
    QString last;
    for (int number = 0; number < 10; ++number) {
        last = create(desk, u"fakebank_simple_xf"_s, number).data().value("id"_L1).toString();
    }
    QCOMPARE(desk.remove(u"/connections/"_s + Desk::refusedId()).status(), 200);
    QCOMPARE(create(desk, u"fakebank_simple_xf"_s, 10).errorClass(), u"ConnectionLimitReached"_s);
    QCOMPARE(desk.remove(u"/connections/"_s + last).status(), 200);
    QCOMPARE(create(desk, u"fakebank_simple_xf"_s, 10).status(), 200);
}

void ClientRulesTest::liveClientsAskForFakeBanks()
{
    Desk desk({.clientStatus = ClientStatus::Live});
    QCOMPARE(create(desk, u"fakebank_simple_xf"_s).errorClass(), u"ProviderNotFound"_s);
    QJsonObject data = desk.createData();
    data.insert(u"include_fake_providers"_s, true);
    QCOMPARE(desk.postData(u"/connections"_s, data).status(), 200);
    QCOMPARE(create(desk, u"rabobank_nl"_s).status(), 200);
}

void ClientRulesTest::clientKeysMustBeRegistered_data()
{
    QTest::addColumn<bool>("registered");
    QTest::addColumn<QString>("expected");
    QTest::newRow("registered") << true << QString();
    QTest::newRow("not registered") << false << u"ProviderKeyFound"_s;
}

void ClientRulesTest::clientKeysMustBeRegistered()
{
    QFETCH(bool, registered);
    QFETCH(QString, expected);
    Desk desk({.providerKeys = registered});
    for (const QString &bank :
         {u"fake_client_xf"_s, u"fake_interactive_client_xf"_s, u"fake_interactive_decoupled_client_xf"_s}) {
        QJsonObject data = desk.createData(bank);
        data.insert(u"credentials"_s, QJsonObject{{u"login"_s, u"username"_s}});
        data.insert(u"attempt"_s, QJsonObject{{u"return_to"_s, u"https://example.com/"_s}});
        QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), expected);
    }
    QCOMPARE(create(desk, u"fakebank_simple_xf"_s).status(), 200);
}

QTEST_APPLESS_MAIN(ClientRulesTest)
#include "tst_clientrules.moc"
