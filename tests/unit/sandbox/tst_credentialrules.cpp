// SPDX-License-Identifier: Apache-2.0
#include "rules/CredentialRules.h"

#include <QJsonDocument>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class CredentialRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void credentialsHaveTheBanksFields_data();
    void credentialsHaveTheBanksFields();
    void aBankWithoutFieldsNeedsNone();
    void answersHaveTheQuestionsFields_data();
    void answersHaveTheQuestionsFields();
    void listedFieldsTakeListedValues_data();
    void listedFieldsTakeListedValues();
    void choicesAreThoseOnOffer_data();
    void choicesAreThoseOnOffer();
    void filesHaveAnAddress_data();
    void filesHaveAnAddress();
    void closedBanksTakeNothing_data();
    void closedBanksTakeNothing();

private:
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
    static Bank bank()
    {
        Bank made;
        made.requiredFields = {{.name = u"login"_s, .nature = u"text"_s},
                               {.name = u"branch"_s, .nature = u"text"_s, .optional = true}};
        return made;
    }
};

void CredentialRulesTest::credentialsHaveTheBanksFields_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("errorClass");
    const QString format = u"WrongRequestFormat"_s;
    QTest::newRow("required") << QByteArray(R"({"credentials":{"login":"a"}})") << QString();
    QTest::newRow("optional too") << QByteArray(R"({"credentials":{"login":"a","branch":"b"}})") << QString();
    QTest::newRow("none") << QByteArray("{}") << format;
    QTest::newRow("empty") << QByteArray(R"({"credentials":{}})") << format;
    QTest::newRow("optional only") << QByteArray(R"({"credentials":{"branch":"b"}})") << format;
    QTest::newRow("unknown") << QByteArray(R"({"credentials":{"login":"a","x":"b"}})") << format;
    QTest::newRow("encrypted") << QByteArray(R"({"encrypted_credentials":{"key":"a"}})") << u"InvalidEncoding"_s;
    QTest::newRow("both") << QByteArray(R"({"credentials":{"login":"a"},"encrypted_credentials":{}})") << format;
}

void CredentialRulesTest::credentialsHaveTheBanksFields()
{
    QFETCH(QByteArray, data);
    const auto read = readCredentials(object(data), bank());
    QTEST(read ? QString() : read.error().errorClass, "errorClass");
    if (read) {
        QCOMPARE(*read, object(data).value("credentials"_L1).toObject());
    } else if (read.error().errorClass == "WrongRequestFormat"_L1) {
        QVERIFY(read.error().message.startsWith(u"data."_s));
    }
}

void CredentialRulesTest::aBankWithoutFieldsNeedsNone()
{
    QVERIFY(readCredentials({}, Bank()).has_value());
    QVERIFY(!readCredentials(object(R"({"credentials":{"login":"a"}})"), Bank()).has_value());
}

void CredentialRulesTest::answersHaveTheQuestionsFields_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("errorClass");
    const QString format = u"WrongRequestFormat"_s;
    QTest::newRow("one") << QStringList{u"sms"_s} << QByteArray(R"({"credentials":{"sms":"1"}})") << QString();
    QTest::newRow("confirm only") << QStringList() << QByteArray(R"({"credentials":{}})") << QString();
    QTest::newRow("missing") << QStringList{u"sms"_s} << QByteArray(R"({"credentials":{}})") << format;
    QTest::newRow("too many") << QStringList() << QByteArray(R"({"credentials":{"sms":"1"}})") << format;
    QTest::newRow("nothing") << QStringList() << QByteArray("{}") << format;
    QTest::newRow("encrypted") << QStringList{u"sms"_s} << QByteArray(R"({"encrypted_credentials":{}})")
                               << u"InvalidEncoding"_s;
}

void CredentialRulesTest::answersHaveTheQuestionsFields()
{
    QFETCH(QStringList, fields);
    QFETCH(QByteArray, data);
    const auto read = readAnswer(object(data), Question{.html = {}, .fields = fields}, Bank());
    QTEST(read ? QString() : read.error().errorClass, "errorClass");
}

void CredentialRulesTest::closedBanksTakeNothing_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("active") << QString();
    QTest::newRow("inactive") << u"ProviderInactive"_s;
    QTest::newRow("disabled") << u"ProviderDisabled"_s;
}

void CredentialRulesTest::closedBanksTakeNothing()
{
    Bank closed;
    closed.status = QString::fromLatin1(QTest::currentDataTag());
    const auto verdict = checkBankIsOpen(closed);
    QTEST(verdict ? QString() : verdict.error().errorClass, "errorClass");
}

void CredentialRulesTest::listedFieldsTakeListedValues_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("listed") << QByteArray(R"("1")") << true;
    QTest::newRow("not listed") << QByteArray(R"("3")") << false;
    QTest::newRow("empty") << QByteArray(R"("")") << false;
    QTest::newRow("array") << QByteArray(R"(["1"])") << false;
}

void CredentialRulesTest::listedFieldsTakeListedValues()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, allowed);
    Bank listed;
    listed.requiredFields = {{.name = u"branch"_s, .nature = u"select"_s, .options = {u"1"_s, u"2"_s}}};
    const auto read = readCredentials(object(R"({"credentials":{"branch":)" + value + "}}"), listed);
    QCOMPARE(read ? QString() : read.error().errorClass, allowed ? QString() : u"WrongRequestFormat"_s);
    QVERIFY(read || read.error().message.contains(u"data.credentials.branch"_s));
}

void CredentialRulesTest::choicesAreThoseOnOffer_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<bool>("multiple");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");
    const QByteArray documented = R"([{"option_value":"1"},{"option_value":"2"}])";
    const QByteArray single = R"({"option_value":"1"})";
    const QByteArray texts = R"(["1","2"])";
    for (const QByteArray &form : {documented, single, texts}) {
        QTest::addRow("one of %s", form.constData()) << form << false << QByteArray(R"("1")") << true;
        QTest::addRow("none of %s", form.constData()) << form << false << QByteArray(R"("3")") << false;
        QTest::addRow("list of %s", form.constData()) << form << true << QByteArray(R"(["1"])") << true;
        QTest::addRow("bad list of %s", form.constData()) << form << true << QByteArray(R"(["1","3"])") << false;
    }
    QTest::newRow("text for several") << documented << true << QByteArray(R"("1")") << false;
    QTest::newRow("list for one") << documented << false << QByteArray(R"(["1"])") << false;
    QTest::newRow("empty list") << documented << true << QByteArray("[]") << false;
}

void CredentialRulesTest::choicesAreThoseOnOffer()
{
    QFETCH(QByteArray, options);
    QFETCH(bool, multiple);
    QFETCH(QByteArray, value);
    QFETCH(bool, allowed);
    Bank asking;
    asking.interactiveFields = {{.name = u"a"_s, .nature = u"dynamic_select"_s, .multiple = multiple}};
    const Question question{.html = {}, .fields = {u"a"_s}, .options = object(R"({"a":)" + options + "}")};
    const auto read = readAnswer(object(R"({"credentials":{"a":)" + value + "}}"), question, asking);
    QCOMPARE(read ? QString() : read.error().errorClass, allowed ? QString() : u"WrongRequestFormat"_s);
}

void CredentialRulesTest::filesHaveAnAddress_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("https") << QByteArray(R"({"file_url":"https://example.com/a.csv"})") << QString();
    QTest::newRow("http") << QByteArray(R"({"file_url":"http://127.0.0.1:8/a.csv"})") << QString();
    QTest::newRow("none") << QByteArray("{}") << u"FileNotProvided"_s;
    QTest::newRow("empty") << QByteArray(R"({"file_url":""})") << u"FileNotSaved"_s;
    QTest::newRow("local") << QByteArray(R"({"file_url":"file:///etc/passwd"})") << u"FileNotSaved"_s;
    QTest::newRow("relative") << QByteArray(R"({"file_url":"a.csv"})") << u"FileNotSaved"_s;
    QTest::newRow("named") << QByteArray(R"({"file_url":"https://example.com/lost"})") << u"FileNotSaved"_s;
}

void CredentialRulesTest::filesHaveAnAddress()
{
    QFETCH(QByteArray, data);
    Bank file;
    file.mode = u"file"_s;
    file.failuresBy = u"file_url"_s;
    file.failures.insert(u"https://example.com/lost"_s, {u"FileNotSaved"_s, {}, u"Lost."_s});
    const auto read = readFileUrl(object(data), file);
    QTEST(read ? QString() : read.error().errorClass, "errorClass");
    QCOMPARE(readFileUrl(object(data), bank()).value(), QString());
}

QTEST_APPLESS_MAIN(CredentialRulesTest)
#include "tst_credentialrules.moc"
