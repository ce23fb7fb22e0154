// SPDX-License-Identifier: Apache-2.0
#include "notification/NoticeWords.h"
#include "testing/ManualClock.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using Kind = Notice::Kind;

Q_DECLARE_METATYPE(saltdesk::models::Notice::Kind)
Q_DECLARE_METATYPE(saltdesk::models::Attention)

namespace {

const QDateTime now = testing::ManualClock().now();

ConnectionSummary ending(const QString &bank, int days)
{
    ConnectionSummary connection;
    connection.id = api::ConnectionId(u"1"_s + QString::number(days));
    connection.customerLabel = u"canary-customer"_s;
    connection.providerName = bank;
    connection.providerCode = u"bank_code"_s;
    connection.consent = {.kind = ConsentState::Kind::Active,
                          .revoked = false,
                          .endsAt = api::PackedTime::of(now.addDays(days).addSecs(60))};
    return connection;
}

WaitingQuestion question(const QString &bank)
{
    WaitingQuestion question;
    question.connection = api::ConnectionId(u"11"_s);
    question.customerLabel = u"canary-customer"_s;
    question.bankName = bank;
    question.stage.interactiveHtml = u"<p>canary-html 123456</p>"_s;
    return question;
}

} // namespace

class NoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void theDesktopIsToldOfWhatTheWindowDoesNotShow_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Attention>("attention");
        QTest::addColumn<bool>("told");
        const auto rows = [](const QByteArray &name, Kind kind, bool told, bool toldInFront) {
            const auto row = [&](const char *when, const Attention &attention, bool is) {
                QTest::newRow(QByteArray(name + when).constData()) << kind << attention << is;
            };
            row(", behind", {.isInFront = false, .doNotDisturb = false}, told);
            row(", in front", {.isInFront = true, .doNotDisturb = false}, toldInFront);
            row(", behind, not to be disturbed", {.isInFront = false, .doNotDisturb = true}, false);
            row(", in front, not to be disturbed", {.isInFront = true, .doNotDisturb = true}, false);
        };
        rows("question", Kind::Question, true, false);
        rows("success", Kind::AttemptSucceeded, true, false);
        rows("failure", Kind::AttemptFailed, true, false);
        rows("consents", Kind::ConsentsEnd, true, true);
    }

    void theDesktopIsToldOfWhatTheWindowDoesNotShow()
    {
        QFETCH(const Kind, kind);
        QFETCH(const Attention, attention);
        QTEST(isTold(kind, attention), "told");
    }

    void aNoticeNamesTheBankAndNobodyElse_data()
    {
        QTest::addColumn<Notice>("notice");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        const api::ConnectionId id(u"11"_s);
        const auto row = [](const char *name, const Notice &notice, const QString &title, const QString &text) {
            QTest::newRow(name) << notice << title << text;
        };
        row("question", questionNotice(question(u"Rabobank"_s)), u"A bank asks a question"_s,
            u"Rabobank waits for an answer."_s);
        row("success", attemptNotice({id, {}}, u"Rabobank"_s), u"An attempt succeeded"_s,
            u"Rabobank has given its data."_s);
        row("failure", attemptNotice({id, u"InvalidCredentials"_s}, u"Rabobank"_s), u"An attempt failed"_s,
            u"Rabobank: InvalidCredentials"_s);
        row("one consent", consentsNotice({ending(u"Rabobank"_s, 3)}, now), u"A consent ends soon"_s,
            u"The consent for Rabobank ends in 3 days."_s);
        row("a bank without a name", consentsNotice({ending({}, 3)}, now), u"A consent ends soon"_s,
            u"The consent for bank_code ends in 3 days."_s);
        row("several consents", consentsNotice({ending(u"Rabobank"_s, 1), ending(u"Revolut"_s, 3)}, now),
            u"2 consents end within 7 days"_s, u"Rabobank, Revolut"_s);
        row("two of one bank", consentsNotice({ending(u"Rabobank"_s, 1), ending(u"Rabobank"_s, 3)}, now),
            u"2 consents end within 7 days"_s, u"Rabobank"_s);
        row("more than can be read",
            consentsNotice(
                {ending(u"A"_s, 1), ending(u"B"_s, 2), ending(u"C"_s, 3), ending(u"D"_s, 4), ending(u"E"_s, 5)}, now),
            u"5 consents end within 7 days"_s, u"A, B, C, D, …"_s);
        row("a name of several lines", questionNotice(question(u" A\n\tB "_s)), u"A bank asks a question"_s,
            u"A B waits for an answer."_s);
        row("a name without an end", attemptNotice({id, {}}, QString(500, u'x')), u"An attempt succeeded"_s,
            QString(QString(80, u'x') + u"… has given its data."_s));
    }

    void aNoticeNamesTheBankAndNobodyElse()
    {
        QFETCH(const Notice, notice);
        QTEST(notice.title, "title");
        QTEST(notice.text, "text");
        QVERIFY(!notice.title.contains(u"canary"_s) && !notice.text.contains(u"canary"_s));
    }

    void aNoticeOfSeveralConsentsIsAboutTheMostUrgent()
    {
        const Notice notice = consentsNotice({ending(u"Rabobank"_s, 1), ending(u"Revolut"_s, 3)}, now);
        QCOMPARE(notice.connection, api::ConnectionId(u"11"_s));
    }

    void noticesOfOneConnectionsAttemptTakeEachOthersPlace()
    {
        const api::ConnectionId id(u"11"_s);
        QCOMPARE(attemptNotice({id, {}}, {}).key(), attemptNotice({id, u"Failed"_s}, {}).key());
        QVERIFY(attemptNotice({id, {}}, {}).key() != attemptNotice({api::ConnectionId(u"12"_s), {}}, {}).key());
        QVERIFY(questionNotice(question({})).key() != attemptNotice({id, {}}, {}).key());
    }
};

QTEST_GUILESS_MAIN(NoticeTest)
#include "tst_notice.moc"
