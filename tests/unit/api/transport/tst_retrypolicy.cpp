// SPDX-License-Identifier: Apache-2.0
#include "transport/RetryPolicy.h"

#include <QTest>

using namespace saltdesk::api;
using namespace std::chrono_literals;

namespace {

RetryPolicy policyWithJitter(double share)
{
    RetryPolicy policy;
    policy.jitter = [share] { return share; };
    return policy;
}

ApiError errorOf(ErrorKind kind)
{
    ApiError error;
    error.kind = kind;
    return error;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void onlyPassingTroubleIsWorthAnotherTry_data();
    void onlyPassingTroubleIsWorthAnotherTry();
    void theDelayDoublesUpToTheCap_data();
    void theDelayDoublesUpToTheCap();
    void jitterTakesAwayHalfAtMost();
    void theLastTryIsFinal();
    void retryAfterIsHonoured();
    void anEndlessRetryAfterIsNotWaitedFor();
    void withoutAJitterTheDelayStaysInItsStep();
};

void TestRetryPolicy::onlyPassingTroubleIsWorthAnotherTry_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("again");

    QTest::newRow("Network") << ErrorKind::Network << true;
    QTest::newRow("RateLimited") << ErrorKind::RateLimited << true;
    QTest::newRow("ServerFault") << ErrorKind::ServerFault << true;
    QTest::newRow("Timeout") << ErrorKind::Timeout << false;
    QTest::newRow("Tls") << ErrorKind::Tls << false;
    QTest::newRow("Aborted") << ErrorKind::Aborted << false;
    QTest::newRow("Redirected") << ErrorKind::Redirected << false;
    QTest::newRow("Firewall") << ErrorKind::Firewall << false;
    QTest::newRow("Rejected") << ErrorKind::Rejected << false;
    QTest::newRow("Malformed") << ErrorKind::Malformed << false;
    QTest::newRow("TooLarge") << ErrorKind::TooLarge << false;
    QTest::newRow("ReadOnly") << ErrorKind::ReadOnly << false;
    QTest::newRow("NotConfigured") << ErrorKind::NotConfigured << false;
}

void TestRetryPolicy::onlyPassingTroubleIsWorthAnotherTry()
{
    QFETCH(ErrorKind, kind);
    QFETCH(bool, again);
    QCOMPARE(policyWithJitter(0).delayAfter(1, errorOf(kind)).has_value(), again);
}

void TestRetryPolicy::theDelayDoublesUpToTheCap_data()
{
    QTest::addColumn<int>("tryNumber");
    QTest::addColumn<int>("least");

    QTest::newRow("first") << 1 << 250;
    QTest::newRow("second") << 2 << 500;
    QTest::newRow("third") << 3 << 1000;
    QTest::newRow("fifth, capped") << 5 << 4000;
    QTest::newRow("fiftieth, capped") << 50 << 4000;
}

void TestRetryPolicy::theDelayDoublesUpToTheCap()
{
    QFETCH(int, tryNumber);
    QFETCH(int, least);
    RetryPolicy policy = policyWithJitter(0);
    policy.maxTries = 100;

    QCOMPARE(policy.delayAfter(tryNumber, errorOf(ErrorKind::Network)), std::chrono::milliseconds(least));
}

void TestRetryPolicy::jitterTakesAwayHalfAtMost()
{
    QCOMPARE(policyWithJitter(0).delayAfter(1, errorOf(ErrorKind::Network)), 250ms);
    QCOMPARE(policyWithJitter(0.5).delayAfter(1, errorOf(ErrorKind::Network)), 375ms);
    QCOMPARE(policyWithJitter(0.999).delayAfter(1, errorOf(ErrorKind::Network)), 499ms);
}

void TestRetryPolicy::theLastTryIsFinal()
{
    const RetryPolicy policy = policyWithJitter(0);

    QVERIFY(policy.delayAfter(policy.maxTries - 1, errorOf(ErrorKind::Network)).has_value());
    QVERIFY(!policy.delayAfter(policy.maxTries, errorOf(ErrorKind::Network)).has_value());
}

void TestRetryPolicy::retryAfterIsHonoured()
{
    ApiError error = errorOf(ErrorKind::RateLimited);
    error.retryAfter = 7s;
    QCOMPARE(policyWithJitter(0).delayAfter(1, error), std::chrono::milliseconds(7s));
}

void TestRetryPolicy::anEndlessRetryAfterIsNotWaitedFor()
{
    ApiError error = errorOf(ErrorKind::RateLimited);
    error.retryAfter = 3600s;
    QVERIFY(!policyWithJitter(0).delayAfter(1, error).has_value());
}

void TestRetryPolicy::withoutAJitterTheDelayStaysInItsStep()
{
    const auto delay = RetryPolicy{}.delayAfter(1, errorOf(ErrorKind::Network));
    QVERIFY(delay >= 250ms && delay <= 500ms);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
