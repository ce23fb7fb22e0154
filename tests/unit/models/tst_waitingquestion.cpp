// SPDX-License-Identifier: Apache-2.0
#include "question/WaitingQuestion.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

class WaitingQuestionTest : public QObject
{
    Q_OBJECT

private slots:
    void theDeadlineIsTheBanksDelayAfterTheQuestion_data();
    void theDeadlineIsTheBanksDelayAfterTheQuestion();
    void withoutTheBankThereIsNoDeadline();
    void withoutATimeOfAskingThereIsNoDeadline();
};

void WaitingQuestionTest::theDeadlineIsTheBanksDelayAfterTheQuestion_data()
{
    QTest::addColumn<api::Member<qint64>>("delay");
    QTest::addColumn<int>("seconds");
    QTest::newRow("540 s") << api::Member<qint64>(540) << 540;
    QTest::newRow("1 s") << api::Member<qint64>(1) << 1;
    QTest::newRow("0 is no delay") << api::Member<qint64>(0) << 0;
    QTest::newRow("negative is none") << api::Member<qint64>(-5) << 0;
    QTest::newRow("null") << api::Member<qint64>::null() << 0;
    QTest::newRow("not told") << api::Member<qint64>() << 0;
}

void WaitingQuestionTest::theDeadlineIsTheBanksDelayAfterTheQuestion()
{
    QFETCH(api::Member<qint64>, delay);
    QFETCH(int, seconds);
    WaitingQuestion question;
    question.askedAt = QDateTime(QDate(2026, 11, 23), QTime(23, 59, 30), Qt::UTC);
    api::Provider bank;
    bank.maxInteractiveDelay = delay;
    const std::optional<QDateTime> deadline = estimatedDeadline(question, &bank);
    QCOMPARE(deadline.has_value(), seconds > 0);
    if (deadline) {
        QCOMPARE(*deadline, question.askedAt.addSecs(seconds));
        QCOMPARE(deadline->timeSpec(), Qt::UTC);
    }
}

void WaitingQuestionTest::withoutTheBankThereIsNoDeadline()
{
    WaitingQuestion question;
    question.askedAt = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    QVERIFY(!estimatedDeadline(question, nullptr));
}

void WaitingQuestionTest::withoutATimeOfAskingThereIsNoDeadline()
{
    api::Provider bank;
    bank.maxInteractiveDelay = 540;
    QVERIFY(!estimatedDeadline({}, &bank));
}

QTEST_GUILESS_MAIN(WaitingQuestionTest)
#include "tst_waitingquestion.moc"
