// SPDX-License-Identifier: Apache-2.0
#include "connecting/ConnectLink.h"
#include "link/CodePlace.h"
#include "link/ConnectLinkDialog.h"
#include "link/ConnectLinkWords.h"
#include "link/ExpiryLine.h"
#include "link/QrCode.h"
#include "testing/Arrival.h"
#include "testing/FakeNetwork.h"
#include "testing/ManualClock.h"
#include "theme/ButtonRole.h"
#include "theme/EnvironmentBadge.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace saltdesk;
using models::ConnectLink;
using models::EnvironmentKind;
using models::Tone;
using State = ConnectLink::State;

namespace {

const QString address = u"https://www.saltedge.com/connect?token=canary-token"_s;

testing::FakeAnswer lostAnswer()
{
    testing::FakeAnswer answer;
    answer.status = 0;
    answer.error = QNetworkReply::RemoteHostClosedError;
    return answer;
}

/// A dialog on a link whose answers and clock are the test's.
struct Scene
{
    explicit Scene(const QString &bank = u"Fakebank Simple"_s, EnvironmentKind kind = EnvironmentKind::Sandbox)
        : client(network, testing::endpointAt(QUrl(u"http://127.0.0.1:9/api/v5"_s)), clock, testing::hastyLimits())
        , link(client, clock)
        , clipboard(*QGuiApplication::clipboard())
        , dialog(new ui::ConnectLinkDialog(link, clipboard, u"helpdesk-000123"_s, bank, kind))
    {
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->open();
        if (!QTest::qWaitForWindowActive(dialog.get())) {
            qFatal("the dialog did not become active");
        }
    }
    void answerWithALink()
    {
        const QByteArray expires = clock.now().addSecs(60).toString(Qt::ISODate).toLatin1();
        network.answerJson("{\"data\":{\"expires_at\":\"" + expires + "\",\"connect_url\":\"" + address.toLatin1() +
                           "\"}}");
    }
    void answerWithAnError()
    {
        network.answerJson(R"({"error":{"class":"CustomerLocked","message":"Customer is locked.",)"
                           R"("request_id":"313b4518"},"request":{}})",
                           406);
    }
    [[nodiscard]] bool reaches(State state)
    {
        return QTest::qWaitFor([this, state] { return link.state() == state; }, 10'000);
    }
    [[nodiscard]] bool asksUntil(State state)
    {
        api::CreateConnectSessionRequest request;
        request.customerId = api::CustomerId(u"22"_s);
        return link.ask(request) && reaches(state);
    }
    /// With a link that has that much time left.
    [[nodiscard]] bool isReady(std::chrono::seconds left = 60s)
    {
        answerWithALink();
        if (!asksUntil(State::Ready)) {
            return false;
        }
        clock.advance(60s - left);
        const QString words = ui::expiryWords(State::Ready, left).text;
        return QTest::qWaitFor([this, words] { return expiry()->words().text == words; });
    }
    [[nodiscard]] bool isExpired()
    {
        const bool ready = isReady();
        clock.advance(60s);
        return ready && reaches(State::Expired);
    }

    [[nodiscard]] QPushButton *button(const QString &words) const
    {
        const auto buttons = dialog->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *button) { return button->text().remove(u'&') == words; });
        return found == buttons.end() ? nullptr : *found;
    }
    [[nodiscard]] ui::ExpiryLine *expiry() const { return dialog->findChild<ui::ExpiryLine *>(); }
    [[nodiscard]] const ui::QrCode &code() const { return dialog->findChild<ui::CodePlace *>()->code(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    testing::FakeNetwork network;
    testing::ManualClock clock;
    api::ApiClient client;
    ConnectLink link;
    ui::ClipboardSecret clipboard;
    std::unique_ptr<ui::ConnectLinkDialog> dialog;
};

} // namespace

class TestConnectLinkDialog : public QObject
{
    Q_OBJECT

private slots:
    void withoutABankTheCustomerChooses();
    void aReadyLinkIsShownAsACode();
    void theLinkItselfIsNowhereToRead();
    void theCountdownRuns();
    void copyingSaysSo();
    void openingIsTheOwners();
    void anExpiredLinkIsOfNoUse();
    void aFailureIsToldInThreeParts();
    void aLostAnswerAsksNothingByItself();
    void aNewLinkIsTheSameAgain();
    void whatCanBePressed_data();
    void whatCanBePressed();
    void nothingMovesBetweenTheStates_data();
    void nothingMovesBetweenTheStates();
    void theMainButtonHasTheFocus();
    void whoIsAboutToCloseStillCloses();
    void everyButtonHasAKeyOfItsOwn();
    void escapeCloses();
    void foreignWordsAreNeverRichText();
};

void TestConnectLinkDialog::withoutABankTheCustomerChooses()
{
    const Scene chosen(u"Fakebank Simple"_s, EnvironmentKind::Live);
    QVERIFY(chosen.says(u"Fakebank Simple"_s));
    QCOMPARE(chosen.dialog->findChild<ui::EnvironmentBadge *>()->accessibleName(), u"LIVE"_s);
    QCOMPARE(chosen.dialog->windowTitle(), u"Connect link"_s);
    QCOMPARE(chosen.dialog->accessibleName(), u"Connect link"_s);
    const Scene any{QString()};
    QVERIFY(any.says(u"A bank of the customer's choice"_s));
}

void TestConnectLinkDialog::aReadyLinkIsShownAsACode()
{
    Scene scene;
    QVERIFY(scene.code().isEmpty());
    QVERIFY(scene.isReady());
    QVERIFY(!scene.code().isEmpty());
    QVERIFY(!scene.code().isFaded());
    QVERIFY(scene.says(u"New connection for customer helpdesk-000123"_s));
    QVERIFY(scene.says(u"Open within 1:00"_s));
    QVERIFY(scene.says(u"Leads to www.saltedge.com"_s));
    QVERIFY(scene.says(u"I am sending you a link. Please open it within a minute and sign in at your bank there."_s));
}

void TestConnectLinkDialog::theLinkItselfIsNowhereToRead()
{
    Scene scene;
    QVERIFY(scene.isReady());
    QTest::mouseClick(scene.button(u"Copy link"_s), Qt::LeftButton);
    QStringList read{scene.dialog->windowTitle()};
    for (const QWidget *widget : scene.dialog->findChildren<QWidget *>()) {
        read << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
    }
    for (const QLabel *label : scene.dialog->findChildren<QLabel *>()) {
        read << label->text();
    }
    QVERIFY(!read.join(u'\n').contains(u"canary"));
}

void TestConnectLinkDialog::theCountdownRuns()
{
    Scene scene;
    QVERIFY(scene.isReady(42s));
    QVERIFY(scene.says(u"Open within 0:42"_s));
    QCOMPARE(scene.expiry()->accessibleName(), u"Open within 0:42"_s);
    scene.clock.advance(31s);
    QTRY_VERIFY(scene.says(u"Open within 0:11"_s));
    QCOMPARE(scene.expiry()->words().tone, Tone::Warning);
}

void TestConnectLinkDialog::copyingSaysSo()
{
    Scene scene;
    QVERIFY(scene.isReady());
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(scene.dialog.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), address);
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QPushButton *copy = scene.button(u"Copied"_s);
    QVERIFY(copy != nullptr);
    QVERIFY(scene.says(u"Cleared in 20 s"_s));
    QTRY_COMPARE(copy->text(), u"&Copy link"_s);
    QTRY_VERIFY(scene.says(u"Cleared in 18 s"_s));
    scene.clipboard.clear();
    QVERIFY(!scene.says(u"Cleared in"_s));
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void TestConnectLinkDialog::openingIsTheOwners()
{
    Scene scene;
    QSignalSpy wanted(scene.dialog.get(), &ui::ConnectLinkDialog::openWanted);
    QVERIFY(scene.isReady());
    QTest::mouseClick(scene.button(u"Open in browser"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().toUrl(), QUrl(address));
    QVERIFY(scene.dialog->isVisible());
}

void TestConnectLinkDialog::anExpiredLinkIsOfNoUse()
{
    Scene scene;
    QVERIFY(scene.isExpired());
    QVERIFY(scene.says(u"This link has expired"_s));
    QVERIFY(scene.code().isFaded());
    QVERIFY(!scene.button(u"Copy link"_s)->isEnabled());
    QVERIFY(!scene.button(u"Open in browser"_s)->isEnabled());
    QCOMPARE(scene.network.sent().size(), 1);
}

void TestConnectLinkDialog::aFailureIsToldInThreeParts()
{
    Scene scene;
    scene.answerWithAnError();
    QVERIFY(scene.asksUntil(State::Failed));
    for (const QString &words : {u"No link could be made."_s, u"Customer is locked."_s, u"unlock him first"_s,
                                 u"CustomerLocked"_s, u"HTTP 406"_s, u"313b4518"_s}) {
        QVERIFY2(scene.says(words), qPrintable(words));
    }
    QVERIFY(scene.code().isEmpty());
    QTest::mouseClick(scene.button(u"Copy the message"_s), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"CustomerLocked") && copied.contains(u"313b4518"));

    scene.answerWithALink();
    QTest::mouseClick(scene.button(u"New link"_s), Qt::LeftButton);
    QVERIFY(scene.reaches(State::Ready));
    QVERIFY(!scene.says(u"No link could be made."_s));
    QVERIFY(scene.says(u"Open within"_s));
}

void TestConnectLinkDialog::aLostAnswerAsksNothingByItself()
{
    Scene scene;
    scene.network.answer(lostAnswer());
    QVERIFY(scene.asksUntil(State::Failed));
    QVERIFY(scene.says(u"The answer was lost."_s));
    QVERIFY(scene.says(u"A link may exist, but nobody has it"_s));
    QVERIFY(scene.says(u"does no harm to the customer's data"_s));
    scene.clock.advance(1h);
    QTRY_COMPARE(scene.client.activeRequests(), 0);
    QCOMPARE(scene.network.sent().size(), 1);
    QVERIFY(scene.button(u"New link"_s)->isEnabled());
}

void TestConnectLinkDialog::aNewLinkIsTheSameAgain()
{
    Scene scene;
    QVERIFY(scene.isReady());
    QCOMPARE(ui::buttonRole(scene.button(u"New link"_s)), ui::ButtonRole::Normal);
    scene.answerWithALink();
    QTest::keyClick(scene.dialog.get(), Qt::Key_N, Qt::AltModifier);
    QTest::keyClick(scene.dialog.get(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(scene.network.sent().size(), 2);
    QTRY_COMPARE(scene.link.state(), State::Ready);
    QCOMPARE(scene.network.sent().size(), 2);
    QCOMPARE(scene.network.sent().at(1).body, scene.network.sent().at(0).body);
    QCOMPARE(scene.network.sent().at(1).url(), scene.network.sent().at(0).url());
}

void TestConnectLinkDialog::whatCanBePressed_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<bool>("use");
    QTest::addColumn<bool>("another");
    QTest::addColumn<QString>("primary");
    QTest::newRow("idle") << State::Idle << false << false << QString();
    QTest::newRow("asking") << State::Asking << false << false << QString();
    QTest::newRow("ready") << State::Ready << true << true << u"Copy link"_s;
    QTest::newRow("expired") << State::Expired << false << true << u"New link"_s;
    QTest::newRow("failed") << State::Failed << false << true << u"New link"_s;
}

namespace {

bool bring(Scene &scene, State state)
{
    switch (state) {
    case State::Idle:
        return true;
    case State::Asking: {
        testing::FakeAnswer silence;
        silence.hangs = true;
        scene.network.answer(silence);
        return scene.asksUntil(State::Asking);
    }
    case State::Ready:
        return scene.isReady();
    case State::Expired:
        return scene.isExpired();
    case State::Failed:
        scene.answerWithAnError();
        return scene.asksUntil(State::Failed);
    }
    return false;
}

} // namespace

void TestConnectLinkDialog::whatCanBePressed()
{
    QFETCH(const State, state);
    QFETCH(const QString, primary);
    Scene scene;
    QVERIFY(bring(scene, state));
    QTEST(scene.button(u"Copy link"_s)->isEnabled(), "use");
    QTEST(scene.button(u"Open in browser"_s)->isEnabled(), "use");
    QTEST(scene.button(u"New link"_s)->isEnabled(), "another");
    QVERIFY(scene.button(u"Close"_s)->isEnabled());
    for (const QPushButton *button : scene.dialog->findChildren<QPushButton *>()) {
        const bool isPrimary = ui::buttonRole(button) == ui::ButtonRole::Primary;
        QCOMPARE(isPrimary, button->text().remove(u'&') == primary);
        QVERIFY(!isPrimary || button->isDefault());
    }
}

void TestConnectLinkDialog::nothingMovesBetweenTheStates_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("short") << u"No."_s;
    QTest::newRow("long") << u"A sentence of the API that goes on. "_s.repeated(60);
}

void TestConnectLinkDialog::nothingMovesBetweenTheStates()
{
    QFETCH(const QString, message);
    Scene scene;
    const auto places = [&scene] {
        QList<QRect> list{QRect({}, scene.dialog->size())};
        for (const QWidget *widget :
             {static_cast<QWidget *>(scene.button(u"New link"_s)), static_cast<QWidget *>(scene.button(u"Close"_s)),
              static_cast<QWidget *>(scene.dialog->findChild<ui::CodePlace *>())}) {
            list << QRect(widget->mapTo(scene.dialog.get(), QPoint()), widget->size());
        }
        return list;
    };
    const auto useful = [&scene] {
        QList<QRect> list;
        for (const QString &name : {u"copy"_s, u"open"_s, u"expiry"_s, u"host"_s, u"sentence"_s}) {
            const auto *widget = scene.dialog->findChild<QWidget *>(name);
            list << QRect(widget->mapTo(scene.dialog.get(), QPoint()), widget->size());
        }
        return list;
    };
    const auto atFirst = places();
    const auto usefulAtFirst = useful();
    QVERIFY(scene.isReady());
    QTest::mouseClick(scene.button(u"Copy link"_s), Qt::LeftButton);
    QCoreApplication::processEvents();
    QCOMPARE(places(), atFirst);
    QCOMPARE(useful(), usefulAtFirst);
    scene.clock.advance(60s);
    QVERIFY(scene.reaches(State::Expired));
    QCoreApplication::processEvents();
    QCOMPARE(places(), atFirst);
    QCOMPARE(useful(), usefulAtFirst);
    scene.network.answerJson("{\"error\":{\"class\":\"X\",\"message\":\"" + message.toLatin1() + "\"}}", 400);
    QVERIFY(scene.link.askAgain());
    QVERIFY(scene.reaches(State::Failed));
    QCoreApplication::processEvents();
    QCOMPARE(places(), atFirst);
    // What does not fit is scrolled to, by keys too.
    const auto *scroll = scene.dialog->findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->height() >= scroll->viewport()->height());
    QTRY_COMPARE(scroll->widget()->height() > scroll->viewport()->height(), message.size() > 100);
}

void TestConnectLinkDialog::theMainButtonHasTheFocus()
{
    Scene scene;
    QVERIFY(scene.isReady());
    QCOMPARE(QApplication::focusWidget(), scene.button(u"Copy link"_s));
    QTest::keyClick(scene.dialog.get(), Qt::Key_Return);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), address);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), scene.button(u"Open in browser"_s));
    scene.clock.advance(60s);
    QVERIFY(scene.reaches(State::Expired));
    QCOMPARE(QApplication::focusWidget(), scene.button(u"New link"_s));
    scene.answerWithAnError();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(scene.reaches(State::Failed));
    QCOMPARE(QApplication::focusWidget(), scene.button(u"New link"_s));
}

void TestConnectLinkDialog::whoIsAboutToCloseStillCloses()
{
    Scene scene;
    QVERIFY(scene.isReady());
    scene.button(u"Close"_s)->setFocus();
    scene.clock.advance(60s);
    QVERIFY(scene.reaches(State::Expired));
    QCOMPARE(QApplication::focusWidget(), scene.button(u"Close"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!scene.dialog->isVisible());
    QCOMPARE(scene.network.sent().size(), 1);
}

void TestConnectLinkDialog::everyButtonHasAKeyOfItsOwn()
{
    const Scene scene;
    QStringList keys;
    for (const QPushButton *button : scene.dialog->findChildren<QPushButton *>()) {
        const QString key = button->shortcut().toString();
        QVERIFY2(!key.isEmpty(), qPrintable(button->text()));
        QVERIFY2(!keys.contains(key), qPrintable(key));
        keys << key;
    }
    QCOMPARE(keys.size(), 5);
}

void TestConnectLinkDialog::escapeCloses()
{
    Scene scene;
    QVERIFY(scene.isReady());
    QTest::keyClick(scene.dialog.get(), Qt::Key_Escape);
    QVERIFY(!scene.dialog->isVisible());
    scene.dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(scene.dialog.get()));
    QTest::keyClick(scene.dialog.get(), Qt::Key_L, Qt::AltModifier);
    QTRY_VERIFY(!scene.dialog->isVisible());

    QPointer<ui::ConnectLinkDialog> own =
        new ui::ConnectLinkDialog(scene.link, scene.clipboard, {}, {}, EnvironmentKind::Test);
    own->open();
    own->reject();
    QTRY_VERIFY(own.isNull());
}

void TestConnectLinkDialog::foreignWordsAreNeverRichText()
{
    Scene scene(u"<b>Bank</b>"_s);
    scene.network.answerJson(R"({"error":{"class":"X","message":"<img src=x>"}})", 400);
    QVERIFY(scene.asksUntil(State::Failed));
    QVERIFY(scene.says(u"<b>Bank</b>"_s));
    QVERIFY(scene.says(u"<img src=x>"_s));
    for (const QLabel *label : scene.dialog->findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
    }
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    // The style decides the sizes.
    const ui::Theme theme(application, ui::Theme::Mode::Light);
    TestConnectLinkDialog test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui_connectlinkdialog.moc"
