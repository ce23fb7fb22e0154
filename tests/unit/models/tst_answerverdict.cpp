// SPDX-License-Identifier: Apache-2.0
#include "proving/AnswerVerdict.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;
using models::Hop;
using models::HopResult;
using models::HopState;

/// Which hop an error of the API fails.
class TestAnswerVerdict : public QObject
{
    Q_OBJECT

private slots:
    void aRefusedReadingFailsTheHopOfItsClass_data();
    void aRefusedReadingFailsTheHopOfItsClass();
    void anAnswerThatIsNotTheApisFailsTheHopOfItsKind_data();
    void anAnswerThatIsNotTheApisFailsTheHopOfItsKind();
    void aRefusedWriteIsAPermission_data();
    void aRefusedWriteIsAPermission();
    void everySentenceIsWhole();
    void theErrorComesAlong();
};

namespace {

api::ApiError refusal(const QString &errorClass)
{
    api::ApiError error;
    error.kind = ErrorKind::Rejected;
    error.httpStatus = 400;
    error.errorClass = errorClass;
    error.message = u"It is so."_s;
    error.requestId = u"r-1"_s;
    return error;
}

api::ApiError failure(ErrorKind kind, int status = 0)
{
    api::ApiError error;
    error.kind = kind;
    error.httpStatus = status;
    error.message = u"Connection closed"_s;
    return error;
}

constexpr std::array kinds{ErrorKind::NotConfigured, ErrorKind::ForbiddenUrl, ErrorKind::ReadOnly,
                           ErrorKind::Network,       ErrorKind::Tls,          ErrorKind::Timeout,
                           ErrorKind::Aborted,       ErrorKind::Redirected,   ErrorKind::Firewall,
                           ErrorKind::Rejected,      ErrorKind::RateLimited,  ErrorKind::ServerFault,
                           ErrorKind::Malformed,     ErrorKind::TooLarge,     ErrorKind::PagingLoop};

} // namespace

void TestAnswerVerdict::aRefusedReadingFailsTheHopOfItsClass_data()
{
    QTest::addColumn<Hop>("hop");
    for (const char *name :
         {"AppIdNotProvided", "SecretNotProvided", "ApiKeyNotFound", "WrongClientToken", "AppsRestricted",
          "ActionNotAllowed", "ClientNotFound", "ClientDisabled", "ClientPending", "ClientRestricted"}) {
        QTest::newRow(name) << Hop::Keys;
    }
    QTest::newRow("RequestExpired") << Hop::Clock;
    QTest::newRow("ExpiresAtInvalid") << Hop::Clock;
    for (const char *name : {"MissingExpiresAt", "MissingSignature", "SignatureNotMatch", "PublicKeyNotProvided"}) {
        QTest::newRow(name) << Hop::Signature;
    }
    QTest::newRow("UnsupportedApiVersion") << Hop::ApiVersion;
    QTest::newRow("RouteNotFound") << Hop::Reachability;
    QTest::newRow("SomethingNew") << Hop::ApiVersion;
}

void TestAnswerVerdict::aRefusedReadingFailsTheHopOfItsClass()
{
    QFETCH(Hop, hop);

    const HopResult verdict = models::verdictOnReading(refusal(QString::fromLatin1(QTest::currentDataTag())));

    QCOMPARE(verdict.hop, hop);
    QCOMPARE(verdict.state, HopState::Failed);
    QVERIFY(verdict.detail.endsWith(u'.'));
}

void TestAnswerVerdict::anAnswerThatIsNotTheApisFailsTheHopOfItsKind_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<Hop>("hop");
    QTest::addColumn<QString>("words");
    QTest::newRow("no keys") << ErrorKind::NotConfigured << 0 << Hop::Keys << u"missing"_s;
    QTest::newRow("no https") << ErrorKind::ForbiddenUrl << 0 << Hop::Name << u"begin with https"_s;
    QTest::newRow("certificate") << ErrorKind::Tls << 0 << Hop::Tls << u"Connection closed"_s;
    QTest::newRow("connection") << ErrorKind::Network << 0 << Hop::Reachability << u"Connection closed"_s;
    QTest::newRow("time") << ErrorKind::Timeout << 0 << Hop::Reachability << u"in time"_s;
    QTest::newRow("redirect") << ErrorKind::Redirected << 302 << Hop::Reachability << u"HTTP 302"_s;
    QTest::newRow("firewall") << ErrorKind::Firewall << 403 << Hop::Reachability << u"HTTP 403"_s;
    QTest::newRow("server") << ErrorKind::ServerFault << 503 << Hop::Reachability << u"HTTP 503"_s;
    QTest::newRow("limit") << ErrorKind::RateLimited << 429 << Hop::Reachability << u"HTTP 429"_s;
    QTest::newRow("no JSON") << ErrorKind::Malformed << 200 << Hop::Reachability << u"not the API"_s;
    QTest::newRow("a page of its own") << ErrorKind::Rejected << 404 << Hop::Reachability << u"HTTP 404"_s;
}

void TestAnswerVerdict::anAnswerThatIsNotTheApisFailsTheHopOfItsKind()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(Hop, hop);
    QFETCH(QString, words);

    const HopResult verdict = models::verdictOnReading(failure(kind, status));

    QCOMPARE(verdict.hop, hop);
    QCOMPARE(verdict.state, HopState::Failed);
    QVERIFY2(verdict.detail.contains(words), qPrintable(verdict.detail));
}

void TestAnswerVerdict::aRefusedWriteIsAPermission_data()
{
    QTest::addColumn<Hop>("hop");
    QTest::addColumn<HopState>("state");
    QTest::newRow("CustomerNotFound") << Hop::Permission << HopState::Passed;
    QTest::newRow("ProviderNotFound") << Hop::Permission << HopState::Passed;
    QTest::newRow("WrongRequestFormat") << Hop::Permission << HopState::Passed;
    QTest::newRow("ClientPending") << Hop::Permission << HopState::Passed;
    QTest::newRow("ActionNotAllowed") << Hop::Permission << HopState::Failed;
    QTest::newRow("ClientRestricted") << Hop::Permission << HopState::Failed;
    QTest::newRow("SignatureNotMatch") << Hop::Signature << HopState::Failed;
    QTest::newRow("RequestExpired") << Hop::Clock << HopState::Failed;
    QTest::newRow("") << Hop::Permission << HopState::Warned;
}

void TestAnswerVerdict::aRefusedWriteIsAPermission()
{
    QFETCH(Hop, hop);
    QFETCH(HopState, state);

    const HopResult verdict = models::verdictOnWriting(refusal(QString::fromLatin1(QTest::currentDataTag())));

    QCOMPARE(verdict.hop, hop);
    QCOMPARE(verdict.state, state);
    QVERIFY(verdict.detail.endsWith(u'.'));
}

void TestAnswerVerdict::everySentenceIsWhole()
{
    for (const ErrorKind kind : kinds) {
        api::ApiError error = failure(kind, 418);
        error.message = u"Nothing came of it."_s;
        for (const HopResult &verdict : {models::verdictOnReading(error), models::verdictOnWriting(error)}) {
            QVERIFY2(verdict.detail.endsWith(u'.') && !verdict.detail.endsWith(".."_L1), qPrintable(verdict.detail));
            QVERIFY(verdict.state == HopState::Failed || verdict.state == HopState::Warned);
        }
    }
}

void TestAnswerVerdict::theErrorComesAlong()
{
    const api::ApiError error = refusal(u"ApiKeyNotFound"_s);

    QCOMPARE(models::verdictOnReading(error).error, std::optional(error));
}

QTEST_GUILESS_MAIN(TestAnswerVerdict)
#include "tst_answerverdict.moc"
