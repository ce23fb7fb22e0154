// SPDX-License-Identifier: Apache-2.0
#include "banks/BankReader.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class BankReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotSaidIsUsual();
    void whatIsSaidCounts();
    void brokenFilesAreNamed_data();
    void brokenFilesAreNamed();

private:
    static QByteArray provider() { return R"("provider":{"id":"1","code":"a_xf","name":"A","country_code":"XF"})"; }
};

void BankReaderTest::whatIsNotSaidIsUsual()
{
    const auto bank = readBank("{" + provider() + "}");
    QVERIFY(bank.has_value());
    QCOMPARE(bank->mode, u"web"_s);
    QCOMPARE(bank->status, u"active"_s);
    QVERIFY(bank->automaticFetch && !bank->interactive && !bank->regulated);
    QVERIFY(bank->refreshTimeout == std::chrono::minutes(60));
    QVERIFY(!bank->maxConsentDays.has_value());
    QCOMPARE(bank->script.size(), std::size_t(8));
    QCOMPARE(bank->supportedFetchScopes.size(), 4);
    QCOMPARE(bank->identificationMode, u"saltedge"_s);
    QVERIFY(bank->interactiveDelay == std::chrono::seconds(480));
}

void BankReaderTest::whatIsSaidCounts()
{
    const auto bank = readBank(R"({"provider":{"id":"1","code":"a_xf","name":"A","country_code":"XF","mode":"oauth",
        "status":"inactive","automatic_fetch":false,"interactive":true,"regulated":true,"refresh_timeout":15,
        "max_consent_days":90,"identification_mode":"client","max_interactive_delay":30,"home_url":"https://a.example","supported_fetch_scopes":["accounts"],
        "identification_mode":"client",
        "interactive_fields":[{"name":"accounts","nature":"dynamic_select","extra":{"multiple":true}}],
        "required_fields":[{"name":"pin","nature":"password","optional":true},
        {"name":"branch","nature":"select","field_options":[{"option_value":"1"},{"option_value":"2"}]}]},
        "picture":"AQID",
        "accepts":[{"pin":"1"}],"help":{"succeeds":"one","asks":"two","fails":"three"},"failures_by":"pin",
        "failures":{"ProviderError":{"stage":"connect","message":"No."},"0":{"class":"FileError","message":"Nil."}},
        "always_fails":{"class":"FileError","stage":"start","message":"Never."},
        "stages":[{"name":"start","seconds":0.25},{"name":"interactive","every":2,"question":{"html":"<p>?</p>","fields":["sms"],
        "answer":{"sms":"1"},"refuses":["3"],"options":{"a":[]},"seconds":9,"asks_again":2}}]})");
    QVERIFY(bank.has_value());
    QCOMPARE(bank->mode, u"oauth"_s);
    QCOMPARE(bank->status, u"inactive"_s);
    QVERIFY(!bank->automaticFetch && bank->interactive && bank->regulated);
    QVERIFY(bank->refreshTimeout == std::chrono::minutes(15));
    QCOMPARE(bank->maxConsentDays, std::optional(90));
    QCOMPARE(bank->identificationMode, u"client"_s);
    QVERIFY(bank->interactiveDelay == std::chrono::seconds(30));
    QCOMPARE(bank->provider.value("home_url"_L1), u"https://a.example"_s);
    QCOMPARE(bank->supportedFetchScopes, QStringList{u"accounts"_s});
    QCOMPARE(bank->requiredFields.front().name, u"pin"_s);
    QVERIFY(bank->requiredFields.front().optional);
    QCOMPARE(bank->help->succeeds, u"one"_s);
    QCOMPARE(bank->help->asks, u"two"_s);
    QCOMPARE(bank->help->fails, u"three"_s);
    QCOMPARE(bank->failures.value(u"ProviderError"_s).stage, u"connect"_s);
    QCOMPARE(bank->alwaysFails->errorClass, u"FileError"_s);
    QCOMPARE(bank->script.size(), std::size_t(3));
    QVERIFY(bank->script[0].duration == std::chrono::milliseconds(250));
    const Question &question = *bank->script[1].question;
    QCOMPARE(question.html, u"<p>?</p>"_s);
    QCOMPARE(question.fields, QStringList{u"sms"_s});
    QVERIFY(question.limit == std::chrono::seconds(9));
    QCOMPARE(question.asksAgain, 2);
    QCOMPARE(question.refusedValues, QStringList{u"3"_s});
    QCOMPARE(bank->script[1].every, 2);
    QCOMPARE(bank->requiredFields.back().options, (QStringList{u"1"_s, u"2"_s}));
    QVERIFY(!bank->requiredFields.back().multiple && bank->interactiveFields.front().multiple);
    QCOMPARE(bank->identificationMode, u"client"_s);
    QCOMPARE(bank->picture, QByteArray("\x01\x02\x03"));
    QCOMPARE(bank->failures.value(u"0"_s).errorClass, u"FileError"_s);
    QVERIFY(bank->failures.value(u"0"_s).stage.isEmpty());
    QVERIFY(question.options.contains("a"_L1));
}

void BankReaderTest::brokenFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("empty") << QByteArray() << u"illegal value"_s;
    QTest::newRow("cut") << QByteArray("{\"provider\":") << u"unterminated"_s;
    QTest::newRow("no provider") << QByteArray("{}") << u"id, code, name"_s;
    QTest::newRow("long country") << QByteArray(R"({"provider":{"id":"1","code":"a","name":"A","country_code":"XFX"}})")
                                  << u"country_code"_s;
    QTest::newRow("no stages") << "{" + provider() + R"(,"stages":[]})" << u"stages"_s;
    QTest::newRow("no start") << "{" + provider() + R"(,"stages":[{"name":"connect"},{"name":"disconnect"}]})"
                              << u"start"_s;
}

void BankReaderTest::brokenFilesAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto bank = readBank(json);
    QVERIFY(!bank);
    QVERIFY2(bank.error().contains(error), qPrintable(bank.error()));
}

QTEST_APPLESS_MAIN(BankReaderTest)
#include "tst_bankreader.moc"
