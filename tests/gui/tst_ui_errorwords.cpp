// SPDX-License-Identifier: Apache-2.0
#include "states/ErrorWords.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using api::ApiError;
using api::ErrorKind;

class TestErrorWords : public QObject
{
    Q_OBJECT

private slots:
    void everyKindSaysWhyAndWhatToDo();
    void theApisOwnTextComesFirst();
    void theSmallPrintNamesWhatSupportAsksFor();
    void aKnownClassHasItsOwnAdvice_data();
    void aKnownClassHasItsOwnAdvice();
    void anObjectionSpeaksForItself();
    void aWaitIsCountedDown();
    void theMessageHasThreePartsAndCopiesThem();
};

void TestErrorWords::everyKindSaysWhyAndWhatToDo()
{
    QSet<QString> reasons;
    for (int kind = int(ErrorKind::NotConfigured); kind <= int(ErrorKind::PagingLoop); ++kind) {
        ApiError error;
        error.kind = static_cast<ErrorKind>(kind);
        const ui::ErrorWords words = ui::errorWords(error);
        QVERIFY2(!words.why.isEmpty() && words.why.endsWith(u'.'), qPrintable(QString::number(kind)));
        QVERIFY2(!words.whatToDo.isEmpty() && words.whatToDo.endsWith(u'.'), qPrintable(QString::number(kind)));
        reasons.insert(words.why);
    }
    QCOMPARE(reasons.size(), int(ErrorKind::PagingLoop) + 1);
}

void TestErrorWords::theApisOwnTextComesFirst()
{
    ApiError error;
    error.kind = ErrorKind::Rejected;
    error.errorClass = u"SomethingNew"_s;
    error.message = u"The <b>thing</b> is new."_s;
    QCOMPARE(ui::errorWords(error).why, error.message);
    error.errorClass.clear();
    QVERIFY(ui::errorWords(error).why != error.message);
    QVERIFY(ui::errorWords(error).fine.contains(error.message));
}

void TestErrorWords::theSmallPrintNamesWhatSupportAsksFor()
{
    ApiError error;
    error.kind = ErrorKind::Rejected;
    error.httpStatus = 404;
    error.errorClass = u"ConnectionNotFound"_s;
    error.message = u"Not found."_s;
    error.requestId = u"313b4518"_s;
    QCOMPARE(ui::errorWords(error).fine, u"ConnectionNotFound · HTTP 404 · request 313b4518"_s);
    QVERIFY(ui::errorWords({}).fine.isEmpty());
}

void TestErrorWords::aKnownClassHasItsOwnAdvice_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("advice");
    QTest::newRow("key") << u"ApiKeyNotFound"_s << u"App-id"_s;
    QTest::newRow("app key") << u"AppsRestricted"_s << u"service key"_s;
    QTest::newRow("not allowed") << u"ActionNotAllowed"_s << u"keeper"_s;
    QTest::newRow("version") << u"UnsupportedApiVersion"_s << u"version 5"_s;
    QTest::newRow("locked customer") << u"CustomerLocked"_s << u"unlock"_s;
    QTest::newRow("no id") << u"AppIdNotProvided"_s << u"App-id"_s;
    QTest::newRow("signature") << u"SignatureNotMatch"_s << u"private key"_s;
    QTest::newRow("clock") << u"RequestExpired"_s << u"clock"_s;
    QTest::newRow("connection") << u"ConnectionNotFound"_s << u"F5"_s;
    QTest::newRow("customer") << u"CustomerNotFound"_s << u"identifier"_s;
    QTest::newRow("refresh") << u"ConnectionCannotBeRefreshed"_s << u"counts down"_s;
    QTest::newRow("unknown") << u"Nonsense"_s << u"support"_s;
}

void TestErrorWords::aKnownClassHasItsOwnAdvice()
{
    QFETCH(const QString, errorClass);
    QFETCH(const QString, advice);
    ApiError error;
    error.kind = ErrorKind::Rejected;
    error.errorClass = errorClass;
    QVERIFY2(ui::errorWords(error).whatToDo.contains(advice), qPrintable(ui::errorWords(error).whatToDo));
}

void TestErrorWords::anObjectionSpeaksForItself()
{
    ApiError error;
    error.kind = ErrorKind::ReadOnly;
    error.message = u"The audit trail could not be written. Make room."_s;
    QVERIFY(ui::errorWords(error).whatToDo.contains(u"Ctrl+L"));
    error.objected = true;
    QCOMPARE(ui::errorWords(error).why, error.message);
    QCOMPARE(ui::errorMessage(u"Not sent"_s, error).text, error.message);
}

void TestErrorWords::aWaitIsCountedDown()
{
    ApiError error;
    error.kind = ErrorKind::RateLimited;
    error.retryAfter = std::chrono::seconds{75};
    QVERIFY(ui::errorWords(error).whatToDo.contains(u"1:15"_s));
}

void TestErrorWords::theMessageHasThreePartsAndCopiesThem()
{
    ApiError error;
    error.kind = ErrorKind::ServerFault;
    error.httpStatus = 503;
    error.requestId = u"abc"_s;
    const ui::Message message = ui::errorMessage(u"It broke"_s, error);
    QCOMPARE(message.title, u"It broke"_s);
    QCOMPARE(message.tone, models::Tone::Bad);
    const ui::ErrorWords words = ui::errorWords(error);
    QVERIFY(message.text.contains(words.why) && message.text.contains(words.whatToDo));
    for (const QString &copied : {u"It broke"_s, words.why, u"HTTP 503"_s, u"abc"_s}) {
        QVERIFY2(message.copyText.contains(copied), qPrintable(copied));
    }
}

QTEST_MAIN(TestErrorWords)
#include "tst_ui_errorwords.moc"
