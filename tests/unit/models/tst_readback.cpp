// SPDX-License-Identifier: Apache-2.0
#include "codec/ConsentDecoder.h"
#include "operations/ReadBack.h"
#include "support/Answers.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(saltdesk::models::ReadBack)
Q_DECLARE_METATYPE(saltdesk::testing::ConnectionJson)

namespace {

api::Result<api::ConnectionDocument> refused(const QString &errorClass)
{
    api::ApiError error;
    error.kind = api::ErrorKind::Rejected;
    error.errorClass = errorClass;
    return tl::unexpected(error);
}

ReadBack refreshAfter(const QString &attempt)
{
    return {.operation = Operation::Refresh, .attemptBefore = api::AttemptId(attempt), .question = {}, .asked = {}};
}

ReadBack update(bool setInactive, std::optional<bool> daily, std::optional<bool> store)
{
    return {.operation = Operation::Update,
            .attemptBefore = std::nullopt,
            .question = {},
            .asked = {setInactive, daily, store}};
}

ReadBack reconnectAfter(const std::optional<api::AttemptId> &attempt)
{
    return {.operation = Operation::Reconnect, .attemptBefore = attempt, .question = {}, .asked = {}};
}

/// The answer to question 88 of attempt 77.
ReadBack answer(const std::optional<api::AttemptId> &attempt = api::AttemptId(u"77"_s))
{
    return {.operation = Operation::Answer, .attemptBefore = attempt, .question = api::StageId(u"88"_s), .asked = {}};
}

ReadBack removal()
{
    return {.operation = Operation::Remove, .attemptBefore = std::nullopt, .question = {}, .asked = {}};
}

ConnectionJson asking(const QString &stageId, const QString &attempt = u"77"_s)
{
    return {.attempt = attempt, .stage = u"interactive"_s, .stageId = stageId};
}

} // namespace

class ReadBackTest : public QObject
{
    Q_OBJECT

private slots:
    void aLookTellsWhetherTheWriteTookEffect_data();
    void aLookTellsWhetherTheWriteTookEffect();
    void aLookThatFailedTellsNothing_data();
    void aLookThatFailedTellsNothing();
    void aConsentTellsWhetherItWasRevoked_data();
    void aConsentTellsWhetherItWasRevoked();
};

void ReadBackTest::aLookTellsWhetherTheWriteTookEffect_data()
{
    using Kind = OperationOutcome::Kind;
    QTest::addColumn<ReadBack>("write");
    QTest::addColumn<ConnectionJson>("seen");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const ReadBack &write, const ConnectionJson &seen, Kind kind) {
        QTest::newRow(name) << write << seen << static_cast<int>(kind);
    };
    row("refresh, another attempt", refreshAfter(u"77"_s), {.attempt = u"78"_s}, Kind::FoundDone);
    row("refresh, the same attempt", refreshAfter(u"77"_s), {.attempt = u"77"_s}, Kind::FoundNotDone);
    row("refresh, the first attempt ever", refreshAfter({}), {.attempt = u"77"_s}, Kind::FoundDone);
    row("refresh, no attempt at all", refreshAfter({}), {.attempt = {}}, Kind::FoundNotDone);
    row("refresh of a connection that was not known", {Operation::Refresh, std::nullopt, {}, {}}, {.attempt = u"77"_s},
        Kind::Unknown);
    row("reconnect, another attempt", reconnectAfter(api::AttemptId(u"77"_s)), {.attempt = u"78"_s}, Kind::FoundDone);
    row("reconnect, the same attempt", reconnectAfter(api::AttemptId(u"77"_s)), {.attempt = u"77"_s},
        Kind::FoundNotDone);
    row("reconnect, no attempt at all", reconnectAfter(api::AttemptId()), {.attempt = {}}, Kind::FoundNotDone);
    row("reconnect of a connection that was not known", reconnectAfter(std::nullopt), {.attempt = u"78"_s},
        Kind::Unknown);
    row("answer, the same question still", answer(), asking(u"88"_s), Kind::FoundNotDone);
    row("answer, another question", answer(), asking(u"89"_s), Kind::FoundDone);
    row("answer, the attempt went on", answer(), {.stage = u"fetch_accounts"_s, .stageId = u"89"_s}, Kind::FoundDone);
    row("answer, the attempt ended", answer(), {.stage = u"finish"_s, .stageId = u"90"_s}, Kind::FoundDone);
    row("answer, ended with the question as its last stage", answer(), {.stage = u"finish"_s, .stageId = u"88"_s},
        Kind::FoundDone);
    row("answer, refused by the bank", answer(),
        {.stage = u"finish"_s, .stageId = u"90"_s, .errorClass = u"InvalidInteractiveCredentials"_s}, Kind::FoundDone);
    row("answer, the bank got none in time", answer(),
        {.stage = u"finish"_s, .stageId = u"90"_s, .errorClass = u"InteractiveTimeout"_s}, Kind::FoundNotDone);
    row("answer, another attempt meanwhile", answer(), asking(u"95"_s, u"78"_s), Kind::Unknown);
    row("answer, no attempt at all", answer(), {.attempt = {}}, Kind::Unknown);
    row("answer to an attempt that was not known", answer(std::nullopt), asking(u"89"_s), Kind::Unknown);
    row("update, flag is so", update(false, true, {}), {.dailyRefresh = true}, Kind::FoundDone);
    row("update, flag is not so", update(false, true, {}), {.dailyRefresh = false}, Kind::FoundNotDone);
    row("update, flag off", update(false, false, {}), {.dailyRefresh = false}, Kind::FoundDone);
    row("update, credentials forgotten", update(false, {}, false), {.storeCredentials = false}, Kind::FoundDone);
    row("update, one of two", update(false, true, false), {.dailyRefresh = true, .storeCredentials = true},
        Kind::FoundNotDone);
    row("update, now inactive", update(true, {}, {}), {.status = u"inactive"_s}, Kind::FoundDone);
    row("update, still active", update(true, {}, {}), {.status = u"active"_s}, Kind::FoundNotDone);
    row("update, all three", update(true, true, false),
        {.status = u"inactive"_s, .dailyRefresh = true, .storeCredentials = false}, Kind::FoundDone);
    row("removal, still there", removal(), {}, Kind::FoundNotDone);
}

void ReadBackTest::aLookTellsWhetherTheWriteTookEffect()
{
    QFETCH(ReadBack, write);
    QFETCH(ConnectionJson, seen);
    const auto document = api::decodeConnection(seen.answer().body);
    QVERIFY(document);
    // An attempt that ended since no answer came in time is no sign that ours arrived.
    QTEST(static_cast<int>(judgeReadBack(write, document)), "kind");
}

void ReadBackTest::aLookThatFailedTellsNothing_data()
{
    using Kind = OperationOutcome::Kind;
    QTest::addColumn<int>("operation");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, Operation operation, const QString &errorClass, Kind kind) {
        QTest::newRow(name) << static_cast<int>(operation) << errorClass << static_cast<int>(kind);
    };
    row("removal, gone", Operation::Remove, u"ConnectionNotFound"_s, Kind::FoundDone);
    row("removal, other error", Operation::Remove, u"ClientDisabled"_s, Kind::Unknown);
    row("removal, no answer", Operation::Remove, {}, Kind::Unknown);
    row("refresh, gone", Operation::Refresh, u"ConnectionNotFound"_s, Kind::Unknown);
    row("update, no answer", Operation::Update, {}, Kind::Unknown);
    row("reconnect, gone", Operation::Reconnect, u"ConnectionNotFound"_s, Kind::Unknown);
    row("reconnect, no answer", Operation::Reconnect, {}, Kind::Unknown);
    row("answer, gone", Operation::Answer, u"ConnectionNotFound"_s, Kind::Unknown);
    row("answer, no answer", Operation::Answer, {}, Kind::Unknown);
}

void ReadBackTest::aLookThatFailedTellsNothing()
{
    QFETCH(int, operation);
    QFETCH(QString, errorClass);
    const ReadBack write{.operation = static_cast<Operation>(operation),
                         .attemptBefore = api::AttemptId(u"77"_s),
                         .question = {},
                         .asked = {}};
    QTEST(static_cast<int>(judgeReadBack(write, refused(errorClass))), "kind");
}

void ReadBackTest::aConsentTellsWhetherItWasRevoked_data()
{
    using Kind = OperationOutcome::Kind;
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &consent, Kind kind) {
        QTest::newRow(name) << QByteArray(R"({"data":)" + consent + '}') << int(kind);
    };
    row("revoked", R"({"id":"5","status":"revoked"})", Kind::FoundDone);
    row("active still", R"({"id":"5","status":"active"})", Kind::FoundNotDone);
    row("a status of tomorrow is not active", R"({"id":"5","status":"withdrawn"})", Kind::FoundDone);
    row("no status", R"({"id":"5"})", Kind::Unknown);
    row("no consent", R"({})", Kind::Unknown);
}

void ReadBackTest::aConsentTellsWhetherItWasRevoked()
{
    QFETCH(const QByteArray, answer);
    QTEST(int(judgeRevocation(api::decodeConsent(answer))), "kind");
}

QTEST_GUILESS_MAIN(ReadBackTest)
#include "tst_readback.moc"
