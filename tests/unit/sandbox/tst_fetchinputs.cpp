// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;
using std::chrono::minutes;

/// What a create or reconnect needs beside credentials, by the kind of its bank.
class FetchInputsTest : public QObject
{
    Q_OBJECT

private slots:
    void interactiveApisNeedAWayBack();
    void aFileIsReadByItsAddress();
    void aFileIsReadAgainByReconnectOnly();
    void theSameFileIsNoDuplicate();
    void scopesThatTheBankLacksAreRefused();
    void whatIsOutOfReachLeavesNothingBehind_data();
    void whatIsOutOfReachLeavesNothingBehind();

private:
    static QJsonObject loginData(Desk &desk, const QString &bank)
    {
        QJsonObject data = desk.createData(bank);
        data.insert(u"credentials"_s, QJsonObject{{u"login"_s, u"username"_s}});
        return data;
    }
    static QJsonObject fileData(Desk &desk, const QString &url)
    {
        QJsonObject data = desk.createData(u"fakebank_file_xf"_s);
        data.remove("credentials"_L1);
        data.insert("file_url"_L1, url);
        return data;
    }
    static QString pathOf(const Answer &answer) { return u"/connections/"_s + answer.data().value("id"_L1).toString(); }
};

void FetchInputsTest::interactiveApisNeedAWayBack()
{
    Desk desk;
    QJsonObject data = loginData(desk, u"fake_interactive_client_xf"_s);
    QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), u"ReturnURLInvalid"_s);
    data.insert(u"attempt"_s, QJsonObject{{u"return_to"_s, u"saltdesk://back"_s}});
    const Answer created = desk.postData(u"/connections"_s, data);
    QCOMPARE(created.attempt().value("return_to"_L1), u"saltdesk://back"_s);
}

void FetchInputsTest::aFileIsReadByItsAddress()
{
    Desk desk;
    const QString path = pathOf(desk.postData(u"/connections"_s, fileData(desk, u"https://example.com/broken.csv"_s)));
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).attempt().value("fail_error_class"_L1), u"FileError"_s);
    const QJsonObject better{{u"file_url"_s, u"https://example.com/whole.csv"_s}};
    QCOMPARE(desk.putData(path + u"/reconnect"_s, better).status(), 200);
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).data().value("status"_L1), u"active"_s);
}

void FetchInputsTest::aFileIsReadAgainByReconnectOnly()
{
    Desk desk;
    const QString path = pathOf(desk.postData(u"/connections"_s, fileData(desk, u"https://example.com/a.csv"_s)));
    desk.pass(minutes(1));
    QCOMPARE(desk.get(path).data().value("next_refresh_possible_at"_L1), QJsonValue());
    const Answer refused = desk.put(path + u"/refresh"_s, "{}");
    QCOMPARE(refused.errorClass(), u"ConnectionCannotBeRefreshed"_s);
    QVERIFY(refused.json.value("next_refresh_possible_at"_L1).isNull());
    QCOMPARE(desk.putData(path + u"/reconnect"_s, {}).errorClass(), u"FileNotProvided"_s);
    QCOMPARE(desk.putData(path, {{u"store_credentials"_s, false}}).errorClass(), u"WrongRequestFormat"_s);
    QCOMPARE(desk.putData(path, {{u"daily_refresh"_s, true}}).status(), 200);
}

void FetchInputsTest::theSameFileIsNoDuplicate()
{
    Desk desk;
    const QJsonObject data = fileData(desk, u"https://example.com/a.csv"_s);
    QCOMPARE(desk.postData(u"/connections"_s, data).status(), 200);
    QCOMPARE(desk.postData(u"/connections"_s, data).status(), 200);
}

void FetchInputsTest::scopesThatTheBankLacksAreRefused()
{
    Desk desk;
    QJsonObject data = desk.createData(u"fakebank_with_token_xf"_s);
    data.insert(u"credentials"_s, QJsonObject{{u"login"_s, u"username"_s}, {u"token"_s, u"token-123456"_s}});
    const QString details = u"account_details"_s;
    data.insert(u"consent"_s, QJsonObject{{u"scopes"_s, QJsonArray{details, u"holder_information"_s}}});
    QCOMPARE(desk.postData(u"/connections"_s, data).errorClass(), u"AispConsentScopesNotAllowed"_s);
    data.insert(u"consent"_s, QJsonObject{{u"scopes"_s, QJsonArray{details}}});
    QCOMPARE(desk.postData(u"/connections"_s, data).status(), 200);
}

void FetchInputsTest::whatIsOutOfReachLeavesNothingBehind_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("not granted") << u"closed_circle_bank_ch"_s << u"ProviderAccessNotGranted"_s;
    QTest::newRow("inactive") << u"banque_dormante_fr"_s << u"ProviderInactive"_s;
    QTest::newRow("disabled") << u"old_savings_bank_de"_s << u"ProviderDisabled"_s;
    QTest::newRow("not reachable") << u"unreachable_bank_it"_s << u"ProviderUnavailable"_s;
}

void FetchInputsTest::whatIsOutOfReachLeavesNothingBehind()
{
    QFETCH(QString, bank);
    Desk desk;
    QTEST(desk.postData(u"/connections"_s, desk.createData(bank)).errorClass(), "errorClass");
    QCOMPARE(desk.get(u"/connections?customer_id="_s + desk.customer(u"helpdesk-000112"_s)).rows().size(), 0);
}

QTEST_APPLESS_MAIN(FetchInputsTest)
#include "tst_fetchinputs.moc"
