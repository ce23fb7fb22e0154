// SPDX-License-Identifier: Apache-2.0
#include "link/ConnectLinkWords.h"

#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::ConnectLink;
using models::Tone;
using State = ConnectLink::State;

class TestConnectLinkWords : public QObject
{
    Q_OBJECT

private slots:
    void itSaysWhatTheLinkIsFor_data();
    void itSaysWhatTheLinkIsFor();
    void theTimeIsToldInWords_data();
    void theTimeIsToldInWords();
    void adviceFitsALink_data();
    void adviceFitsALink();
};

void TestConnectLinkWords::itSaysWhatTheLinkIsFor_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing yet") << -1 << u"For customer 4711"_s;
    QTest::newRow("create") << 0 << u"New connection for customer 4711"_s;
    QTest::newRow("reconnect") << 1 << u"Reconnect for customer 4711"_s;
    QTest::newRow("refresh") << 2 << u"Refresh for customer 4711"_s;
}

void TestConnectLinkWords::itSaysWhatTheLinkIsFor()
{
    QFETCH(const int, which);
    const std::array<ConnectLink::Request, 3> requests{
        api::CreateConnectSessionRequest(), api::ReconnectConnectSessionRequest(), api::RefreshConnectSessionRequest()};
    const auto request = which < 0 ? std::nullopt : std::optional(requests.at(static_cast<std::size_t>(which)));
    QTEST(ui::purposeWords(request, u"4711"_s), "words");
}

void TestConnectLinkWords::theTimeIsToldInWords_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("words");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("idle") << State::Idle << 0 << u"No link yet"_s << Tone::Idle;
    QTest::newRow("asking") << State::Asking << 0 << u"Asking for a link…"_s << Tone::Idle;
    QTest::newRow("ten minutes") << State::Ready << 600 << u"Open within 10:00"_s << Tone::Running;
    QTest::newRow("42 s") << State::Ready << 42 << u"Open within 0:42"_s << Tone::Running;
    QTest::newRow("16 s") << State::Ready << 16 << u"Open within 0:16"_s << Tone::Running;
    QTest::newRow("15 s") << State::Ready << 15 << u"Open within 0:15"_s << Tone::Warning;
    QTest::newRow("1 s") << State::Ready << 1 << u"Open within 0:01"_s << Tone::Warning;
    QTest::newRow("expired") << State::Expired << 0 << u"This link has expired"_s << Tone::Bad;
}

void TestConnectLinkWords::theTimeIsToldInWords()
{
    QFETCH(const State, state);
    QFETCH(const int, left);
    const ui::ExpiryWords words = ui::expiryWords(state, std::chrono::seconds(left));
    QTEST(words.text, "words");
    QTEST(words.tone, "tone");
    QVERIFY(!words.icon.isEmpty());
}

void TestConnectLinkWords::adviceFitsALink_data()
{
    QTest::addColumn<api::ErrorKind>("kind");
    QTest::addColumn<QString>("advice");
    QTest::newRow("network") << api::ErrorKind::Network << u"ask for a new link"_s;
    QTest::newRow("timeout") << api::ErrorKind::Timeout << u"ask for a new link"_s;
    QTest::newRow("aborted") << api::ErrorKind::Aborted << u"Ask for a new link"_s;
    QTest::newRow("locked") << api::ErrorKind::ReadOnly << u"Ctrl+L"_s;
    QTest::newRow("fault") << api::ErrorKind::ServerFault << u"Try again"_s;
}

void TestConnectLinkWords::adviceFitsALink()
{
    QFETCH(const api::ErrorKind, kind);
    QFETCH(const QString, advice);
    api::ApiError error;
    error.kind = kind;
    const ui::Message message = ui::failureMessage(error);
    QVERIFY2(message.text.contains(advice), qPrintable(message.text));
    QVERIFY(!message.text.contains(u"F5"));
    QCOMPARE(message.title, u"No link could be made."_s);
}

QTEST_GUILESS_MAIN(TestConnectLinkWords)
#include "tst_ui_connectlinkwords.moc"
