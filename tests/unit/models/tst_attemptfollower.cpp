// SPDX-License-Identifier: Apache-2.0
#include "following/AttemptFollower.h"
#include "following/PageSearch.h"
#include "support/RowSpec.h"

#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Everything a follower said, in order.
class Heard : public QObject
{
public:
    explicit Heard(AttemptFollower &follower)
    {
        connect(&follower, &AttemptFollower::stageChanged, this, [this](const QString &s) { said << u"stage "_s + s; });
        connect(&follower, &AttemptFollower::questionAsked, this,
                [this](const api::StageId &s) { said << u"question "_s + s.toString(); });
        connect(&follower, &AttemptFollower::succeeded, this, [this] { said << u"succeeded"_s; });
        connect(&follower, &AttemptFollower::failed, this,
                [this](const QString &c, const QString &m) { said << u"failed "_s + c + u'/' + m; });
        connect(&follower, &AttemptFollower::superseded, this,
                [this](const api::AttemptId &a) { said << u"superseded by "_s + a.toString(); });
        connect(&follower, &AttemptFollower::vanished, this, [this] { said << u"vanished"_s; });
    }
    QStringList said;
};

void show(AttemptFollower &follower, const RowSpec &spec)
{
    const api::ConnectionPage page = pageOf({spec});
    follower.observe(page.rows.front(), page.texts);
}

RowSpec at(const QString &stage, const QString &stageId, const QString &attempt = u"70"_s)
{
    return {.id = u"1"_s, .attempt = attempt, .stage = stage, .stageId = stageId, .finished = stage == "finish"_L1};
}

} // namespace

class AttemptFollowerTest : public QObject
{
    Q_OBJECT

private slots:
    void aRunIsToldStageByStage();
    void aStageSeenTwiceIsToldOnce();
    void aRepeatedQuestionIsRecognisedByItsStageId();
    void aFailureIsToldWithItsClass();
    void theStageFinishAloneDoesNotMeanSuccess();
    void aNewerAttemptSupersedes();
    void anOlderAttemptIsALateAnswer();
    void idsOfDifferentLengthCompareAsNumbers();
    void aNewerAttemptMayBeKnownWithoutLooking_data();
    void aNewerAttemptMayBeKnownWithoutLooking();
    void afterTheEndNoNewerAttemptIsTold();
    void withoutAnIdTheFirstAttemptSeenIsFollowed();
    void aConnectionWithoutAttemptSaysNothing();
    void anUnknownStageIsStillRunning();
    void aStageWithoutIdIsToldByItsName();
    void afterTheEndItStaysSilent();
    void itMayBeDeletedFromItsOwnSignal();
    void aRowIsFoundInAPageByAnyKindOfId_data();
    void aRowIsFoundInAPageByAnyKindOfId();
};

void AttemptFollowerTest::aRunIsToldStageByStage()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"start"_s, u"1"_s));
    show(follower, at(u"connect"_s, u"2"_s));
    show(follower, at(u"interactive"_s, u"3"_s));
    show(follower, at(u"fetch_recent"_s, u"4"_s));
    show(follower, at(u"finish"_s, u"5"_s));
    QCOMPARE(heard.said, QStringList({u"stage start"_s, u"stage connect"_s, u"stage interactive"_s, u"question 3"_s,
                                      u"stage fetch_recent"_s, u"stage finish"_s, u"succeeded"_s}));
    QVERIFY(follower.isOver());
}

void AttemptFollowerTest::aStageSeenTwiceIsToldOnce()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"connect"_s, u"2"_s));
    show(follower, at(u"connect"_s, u"2"_s));
    show(follower, at(u"interactive"_s, u"3"_s));
    show(follower, at(u"interactive"_s, u"3"_s));
    QCOMPARE(heard.said, QStringList({u"stage connect"_s, u"stage interactive"_s, u"question 3"_s}));
}

void AttemptFollowerTest::aRepeatedQuestionIsRecognisedByItsStageId()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"interactive"_s, u"3"_s));
    show(follower, at(u"interactive"_s, u"4"_s));
    QCOMPARE(heard.said.filter(u"question"_s), QStringList({u"question 3"_s, u"question 4"_s}));
}

void AttemptFollowerTest::aFailureIsToldWithItsClass()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    RowSpec failed = at(u"finish"_s, u"5"_s);
    failed.errorClass = u"InteractiveTimeout"_s;
    failed.failMessage = u"Too slow."_s;
    show(follower, failed);
    QCOMPARE(heard.said, QStringList({u"stage finish"_s, u"failed InteractiveTimeout/Too slow."_s}));
}

void AttemptFollowerTest::theStageFinishAloneDoesNotMeanSuccess()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    RowSpec failed = at(u"finish"_s, u"5"_s);
    failed.failedAgo = 1s;
    show(follower, failed);
    QCOMPARE(heard.said.last(), u"failed /"_s);
}

void AttemptFollowerTest::aNewerAttemptSupersedes()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"connect"_s, u"9"_s, u"71"_s));
    QCOMPARE(heard.said, QStringList({u"superseded by 71"_s}));
    QVERIFY(follower.isOver());
}

void AttemptFollowerTest::anOlderAttemptIsALateAnswer()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"finish"_s, u"5"_s, u"69"_s));
    QCOMPARE(heard.said, QStringList());
    QVERIFY(!follower.isOver());
}

void AttemptFollowerTest::aNewerAttemptMayBeKnownWithoutLooking_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("supersedes");
    QTest::newRow("newer") << u"71"_s << true;
    QTest::newRow("newer by its length") << u"100"_s << true;
    QTest::newRow("older") << u"69"_s << false;
    QTest::newRow("older by its length") << u"9"_s << false;
    QTest::newRow("none") << QString() << false;
}

void AttemptFollowerTest::aNewerAttemptMayBeKnownWithoutLooking()
{
    QFETCH(QString, known);
    QFETCH(bool, supersedes);
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"connect"_s, u"2"_s));
    follower.observeNewer(api::AttemptId(known));
    QCOMPARE(follower.isOver(), supersedes);
    QCOMPARE(heard.said.size(), qsizetype{supersedes ? 2 : 1});
    QCOMPARE(heard.said.last(), supersedes ? QString(u"superseded by "_s + known) : u"stage connect"_s);
    // Nothing of the old one is told from now on, and it goes on where it was not superseded.
    show(follower, at(u"finish"_s, u"3"_s));
    QCOMPARE(heard.said.contains(u"succeeded"_s), !supersedes);
}

void AttemptFollowerTest::afterTheEndNoNewerAttemptIsTold()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    follower.observeNewer(api::AttemptId(u"71"_s));
    follower.observeNewer(api::AttemptId(u"72"_s));
    follower.observeVanished();
    QCOMPARE(heard.said, QStringList{u"superseded by 71"_s});
}

void AttemptFollowerTest::idsOfDifferentLengthCompareAsNumbers()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"999999999999999999"_s));
    Heard heard(follower);
    show(follower, at(u"connect"_s, u"5"_s, u"99"_s));
    QVERIFY(!follower.isOver());
    show(follower, at(u"connect"_s, u"5"_s, u"1000000000000000000"_s));
    QCOMPARE(heard.said, QStringList({u"superseded by 1000000000000000000"_s}));
}

void AttemptFollowerTest::withoutAnIdTheFirstAttemptSeenIsFollowed()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), {});
    Heard heard(follower);
    show(follower, at(u"connect"_s, u"2"_s, u"55"_s));
    QCOMPARE(follower.attempt(), api::AttemptId(u"55"_s));
    show(follower, at(u"connect"_s, u"3"_s, u"56"_s));
    QCOMPARE(heard.said, QStringList({u"stage connect"_s, u"superseded by 56"_s}));
}

void AttemptFollowerTest::aConnectionWithoutAttemptSaysNothing()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), {});
    Heard heard(follower);
    show(follower, {.id = u"1"_s});
    QCOMPARE(heard.said, QStringList());
    QVERIFY(follower.attempt().isEmpty());
}

void AttemptFollowerTest::anUnknownStageIsStillRunning()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"teleport"_s, u"2"_s));
    QCOMPARE(heard.said, QStringList({u"stage teleport"_s}));
    QVERIFY(!follower.isOver());
}

void AttemptFollowerTest::aStageWithoutIdIsToldByItsName()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    show(follower, at(u"connect"_s, {}));
    show(follower, at(u"connect"_s, {}));
    show(follower, at(u"fetch_recent"_s, {}));
    QCOMPARE(heard.said, QStringList({u"stage connect"_s, u"stage fetch_recent"_s}));
}

void AttemptFollowerTest::afterTheEndItStaysSilent()
{
    AttemptFollower follower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    Heard heard(follower);
    follower.observeVanished();
    follower.observeVanished();
    show(follower, at(u"connect"_s, u"2"_s));
    QCOMPARE(heard.said, QStringList({u"vanished"_s}));
}

void AttemptFollowerTest::itMayBeDeletedFromItsOwnSignal()
{
    auto *follower = new AttemptFollower(api::ConnectionId(u"1"_s), api::AttemptId(u"70"_s));
    connect(follower, &AttemptFollower::stageChanged, this, [follower] { delete follower; });
    QPointer<AttemptFollower> watched(follower);
    show(*follower, at(u"finish"_s, u"2"_s));
    QVERIFY(!watched);
}

void AttemptFollowerTest::aRowIsFoundInAPageByAnyKindOfId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("short number") << u"7"_s << true;
    QTest::newRow("19 digits") << u"9223372036854775807"_s << true;
    QTest::newRow("not a number") << u"conn-a"_s << true;
    QTest::newRow("leading zero") << u"007"_s << true;
    QTest::newRow("unknown number") << u"8"_s << false;
    QTest::newRow("unknown text") << u"conn-b"_s << false;
    QTest::newRow("another leading zero") << u"07"_s << false;
}

void AttemptFollowerTest::aRowIsFoundInAPageByAnyKindOfId()
{
    QFETCH(QString, id);
    const api::ConnectionPage page =
        pageOf({{.id = u"9223372036854775807"_s}, {.id = u"conn-a"_s}, {.id = u"007"_s}, {.id = u"7"_s}});
    const api::ConnectionRow *row = rowIn(page, api::ConnectionId(id));
    QTEST(row != nullptr, "isThere");
    if (row) {
        QCOMPARE(QString::fromStdString(row->id.text(page.texts)), id);
    }
}

QTEST_GUILESS_MAIN(AttemptFollowerTest)
#include "tst_attemptfollower.moc"
