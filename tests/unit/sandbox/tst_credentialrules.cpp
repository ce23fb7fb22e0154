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

QTEST_APPLESS_MAIN(CredentialRulesTest)
#include "tst_credentialrules.moc"
