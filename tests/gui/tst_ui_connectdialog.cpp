// SPDX-License-Identifier: Apache-2.0
#include "ConnectSteps.h"
#include "connecting/ConnectPage.h"
#include "credentials/FieldEntry.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QNetworkReply>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::ConnectSteps;
using testing::Entries;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

const Entries goodPair{{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}};
constexpr auto newTitle = "New connection"_L1;

} // namespace

/// What the browser of a customer does: an address handed to the desktop is fetched, and forms are answered.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser()
    {
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
        QDesktopServices::setUrlHandler(u"https"_s, this, "open");
    }
    ~Browser() override
    {
        QDesktopServices::unsetUrlHandler(u"http"_s);
        QDesktopServices::unsetUrlHandler(u"https"_s);
    }
    Q_DISABLE_COPY_MOVE(Browser)

    QList<QUrl> opened;
    /// The word of the button that the customer presses on the bank's page; empty: he does nothing.
    QString presses;

public slots:
    void open(const QUrl &url)
    {
        opened << url;
        if (presses.isEmpty()) {
            return;
        }
        QNetworkReply *page = m_network.get(QNetworkRequest(url));
        connect(page, &QNetworkReply::finished, this, [this, page, url] {
            answer(url, QString::fromUtf8(page->readAll()));
            page->deleteLater();
        });
    }

private:
    /// Presses the button whose form's words hold `presses`.
    void answer(const QUrl &url, const QString &html)
    {
        static const QRegularExpression button(u"name=.(\\w+). value=.(\\w+).[^>]*>([^<]+)</button>"_s);
        auto found = button.globalMatch(html);
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            if (match.captured(3).contains(presses)) {
                QNetworkRequest request(url);
                request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
                QNetworkReply *reply =
                    m_network.post(request, QString(match.captured(1) + u'=' + match.captured(2)).toUtf8());
                connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
                return;
            }
        }
        qWarning("no such button: %s", qPrintable(html));
    }

    QNetworkAccessManager m_network;
};

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aSimpleConnectionTakesFewKeys();
    void anUnknownCustomerCanBeCreated();
    void aBankThatTheCustomerHasOffersToReconnect();
    void aSwitchedOffBankIsExplained();
    void theCustomerAgreesToWhatIsShown();
    void aBankThatGivesNoHolderDataDoesNotOfferIt();
    void whatStandsUnderMoreIsSent();
    void refusalsLandBesideTheirCause_data();
    void refusalsLandBesideTheirCause();
    void whenCredentialsAreNotTakenALinkIsOffered();
    void aLostCreationIsFoundAndNeverSentAgain();
    void aLostCreationThatCameToNothingSaysSo();
    void aReconnectBeginsWithTheLastConsent();
    void anotherLoginCanReplaceTheLast();
    void closingLeavesTheAttemptRunning();
    void lockingWipesWhatWasTyped();
    void aFileBankWantsAnAddress();
    void aRedirectBankGoesByTheBrowser_data();
    void aRedirectBankGoesByTheBrowser();
    void aLinkIsGivenForAConnection();
    void itStaysWithTheCustomerWhomItBeganWith();
    void anotherCustomerStartsAnew();
    void aBankThatCannotBeReadSendsNothing();
    void aRefreshLinkIsGivenForAnActiveConnection();
    void everyControlHasAName();

private:
    [[nodiscard]] QDialog *shown() const { return m_steps->dialog(newTitle); }
    [[nodiscard]] QPushButton *button(const QString &text) const;
    [[nodiscard]] QCheckBox *box(const QString &text) const;
    void plan(const QByteArray &method, const QString &errorClass, sandbox::FaultKind kind = sandbox::FaultKind::Error);

    std::unique_ptr<OpenWindow> m_open;
    std::unique_ptr<ConnectSteps> m_steps;
};

void TestConnectDialog::init()
{
    WindowWish wish;
    wish.timeScale = 60;
    m_open = std::make_unique<OpenWindow>(wish);
    m_steps = std::make_unique<ConnectSteps>(*m_open);
}

void TestConnectDialog::cleanup()
{
    m_steps.reset();
    m_open.reset();
}

QPushButton *TestConnectDialog::button(const QString &text) const
{
    const auto buttons = m_open->window().findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, [&text](const QPushButton *each) {
        return each->isVisible() && each->text().remove(u'&').startsWith(text);
    });
    return found == buttons.end() ? nullptr : *found;
}

QCheckBox *TestConnectDialog::box(const QString &text) const
{
    const auto boxes = m_open->window().findChildren<QCheckBox *>();
    const auto found = std::ranges::find_if(boxes, [&text](const QCheckBox *each) {
        return each->isVisible() && each->text().remove(u'&').startsWith(text);
    });
    return found == boxes.end() ? nullptr : *found;
}

void TestConnectDialog::plan(const QByteArray &method, const QString &errorClass, sandbox::FaultKind kind)
{
    sandbox::Fault fault;
    fault.kind = kind;
    fault.method = method;
    fault.status = 400;
    fault.errorClass = errorClass;
    m_open->server().faults().add(fault);
}

void TestConnectDialog::aSimpleConnectionTakesFewKeys()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    m_steps->resetKeys();
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"simple"_s));
    QVERIFY(m_steps->agree());
    const int before = m_steps->keys();
    QVERIFY(m_steps->fill(goodPair));
    // From field to field with Tab.
    const int typed = m_steps->keys() - before + 1;
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"Fakebank Simple is connected"_s));
    const int keys = m_steps->keys() + 1;
    qInfo("keystrokes to a finished simple connection: %d, of which credentials %d", keys, typed);
    // The README names this figure.
    QCOMPARE(keys, 26);
    QCOMPARE(keys - typed, 11);
}

void TestConnectDialog::anUnknownCustomerCanBeCreated()
{
    QVERIFY(m_steps->openNew());
    QVERIFY(ConnectSteps::says(shown(), u"Whose bank is to be connected?"_s));
    m_steps->type(shown()->focusWidget(), u"nobody-yet"_s);
    m_steps->press(shown(), Qt::Key_Return);
    QTRY_VERIFY(button(u"Create customer"_s) != nullptr);
    QTest::mouseClick(button(u"Create customer"_s), Qt::LeftButton);
    QTRY_VERIFY(ConnectSteps::says(shown(), u"Which bank?"_s));
    QCOMPARE(m_open->workspace().scope().customerLabel(), u"nobody-yet"_s);
    QCOMPARE(m_open->received("POST"), 1);
}

void TestConnectDialog::aBankThatTheCustomerHasOffersToReconnect()
{
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    QVERIFY(m_steps->openNew());
    const auto lists = shown()->findChildren<QListView *>();
    QTRY_VERIFY(lists.front()->model()->rowCount() > 0);
    m_steps->type(shown()->focusWidget(), u"fakebank_simple"_s);
    QTRY_VERIFY(ConnectSteps::says(shown(), u"The customer has this bank already."_s));
    QTest::mouseClick(button(u"Reconnect that one instead"_s), Qt::LeftButton);
    QVERIFY(m_steps->waitFor(u"Reconnect"_s) != nullptr);
    QTRY_VERIFY(box(u"The customer agreed"_s) != nullptr && box(u"The customer agreed"_s)->isEnabled());
}

void TestConnectDialog::aSwitchedOffBankIsExplained()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    const auto combos = shown()->findChildren<QComboBox *>();
    auto *country = *std::ranges::find(combos, u"Country"_s, &QWidget::accessibleName);
    QTRY_VERIFY(country->count() > 0);
    QVERIFY(country->findData(u"FR"_s) >= 0);
    country->setCurrentIndex(country->findData(u"FR"_s));
    QTRY_VERIFY(ConnectSteps::says(shown(), u"Salt Edge does not connect to this bank at the moment."_s));
    QVERIFY(!button(u"Next"_s)->isEnabled());
}

void TestConnectDialog::theCustomerAgreesToWhatIsShown()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"simple"_s));
    QVERIFY(!button(u"Next"_s)->isEnabled());
    box(u"The customer agreed"_s)->click();
    QVERIFY(button(u"Next"_s)->isEnabled());
    QVERIFY(ConnectSteps::says(shown(), u"your accounts and their balances"_s));
    // He agreed to other words.
    box(u"Holder information"_s)->click();
    QVERIFY(ConnectSteps::says(shown(), u"your name and contact details"_s));
    QVERIFY(!button(u"Next"_s)->isEnabled());
    box(u"Accounts and balances"_s)->click();
    QVERIFY(!box(u"Transactions"_s)->isChecked());
    box(u"Transactions"_s)->click();
    QVERIFY(box(u"Accounts and balances"_s)->isChecked());
    auto *days = shown()->findChild<QSpinBox *>();
    days->setValue(1'000'000);
    QVERIFY(days->value() <= 3650);
}

void TestConnectDialog::aBankThatGivesNoHolderDataDoesNotOfferIt()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"fakebank_with_token_xf"_s));
    QVERIFY(!box(u"Holder information"_s)->isEnabled());
    QVERIFY(!box(u"Holder information"_s)->toolTip().isEmpty());
    QVERIFY(box(u"Transactions"_s)->isEnabled());
}

void TestConnectDialog::whatStandsUnderMoreIsSent()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"simple"_s));
    const auto tools = shown()->findChildren<QToolButton *>();
    const auto more =
        std::ranges::find_if(tools, [](const QToolButton *tool) { return tool->text().remove(u'&') == "More"_L1; });
    (*more)->click();
    box(u"The customer is present"_s)->click();
    box(u"Store the credentials"_s)->click();
    box(u"Daily refresh"_s)->click();
    QVERIFY(m_steps->agree());
    QVERIFY(m_steps->fill(goodPair));
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"is connected"_s));
    const auto made = m_open->model().summary(m_open->model().ids().front());
    QVERIFY(!made->storeCredentials);
    QVERIFY(made->dailyRefresh);
    QCOMPARE(made->countryCode, u"XF"_s);
}

void TestConnectDialog::refusalsLandBesideTheirCause_data()
{
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("page");
    QTest::newRow("customer") << u"CustomerLocked"_s << u"Whose bank"_s;
    QTest::newRow("bank") << u"ProviderInactive"_s << u"Which bank?"_s;
    QTest::newRow("registration") << u"ProviderKeyFound"_s << u"Which bank?"_s;
    QTest::newRow("consent") << u"AispConsentScopesNotAllowed"_s << u"What does the customer agree to?"_s;
    QTest::newRow("options") << u"CustomFieldsSizeTooBig"_s << u"What does the customer agree to?"_s;
    QTest::newRow("credentials") << u"InvalidCredentials"_s << u"What does the bank's login need?"_s;
    QTest::newRow("duplicate") << u"ConnectionDuplicated"_s << u"What does the bank's login need?"_s;
    QTest::newRow("limits") << u"TooManyRequests"_s << u"What does the bank's login need?"_s;
    QTest::newRow("something new") << u"BrandNewClass"_s << u"What does the bank's login need?"_s;
}

void TestConnectDialog::refusalsLandBesideTheirCause()
{
    QFETCH(QString, errorClass);
    QFETCH(QString, page);
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    plan("POST", errorClass);
    QVERIFY(m_steps->connectNew(u"simple"_s, goodPair));
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"Fakebank Simple was not connected"_s));
    QVERIFY(ConnectSteps::says(shown(), errorClass));
    QVERIFY(ConnectSteps::says(shown(), u"request "_s));
    QVERIFY2(ConnectSteps::says(shown(), page), qPrintable(page));
    QCOMPARE(m_open->model().total(), 0);
}

void TestConnectDialog::whenCredentialsAreNotTakenALinkIsOffered()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    plan("POST", u"ActionNotAllowed"_s);
    QVERIFY(m_steps->connectNew(u"simple"_s, goodPair));
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"does not take credentials from your company's account"_s));
    QTest::mouseClick(button(u"Give a link"_s), Qt::LeftButton);
    QVERIFY(m_steps->waitFor(u"Connect link"_s) != nullptr);
    QTRY_VERIFY(shown() == nullptr);
    QTRY_COMPARE(m_open->received("POST"), 3);
    const auto log = m_open->server().requestLog();
    QVERIFY(std::ranges::any_of(
        log, [](const auto &request) { return request.target.contains("connect_sessions/create"); }));
}

void TestConnectDialog::aLostCreationIsFoundAndNeverSentAgain()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    plan("POST", {}, sandbox::FaultKind::LostReply);
    QVERIFY(m_steps->connectNew(u"simple"_s, goodPair));
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"is connected"_s));
    QCOMPARE(m_open->model().total(), 1);
    // One for the customer, one for the connection.
    QCOMPARE(m_open->received("POST"), 2);
}

void TestConnectDialog::aLostCreationThatCameToNothingSaysSo()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    plan("POST", {}, sandbox::FaultKind::HangUp);
    QVERIFY(m_steps->connectNew(u"simple"_s, goodPair));
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"the customer's list shows nothing new"_s));
    QCOMPARE(m_open->received("POST"), 2);
    // The agent, and nobody else, tries again.
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"is connected"_s));
    QCOMPARE(m_open->received("POST"), 3);
}

void TestConnectDialog::aReconnectBeginsWithTheLastConsent()
{
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    m_open->chooseRow(m_open->rowOf(u"Fakebank Simple"_s));
    m_steps->resetKeys();
    QVERIFY(m_steps->openReconnect());
    QVERIFY(m_steps->agree());
    QVERIFY(m_steps->fill(goodPair));
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(u"Reconnect"_s, u"inactive → active"_s));
    QVERIFY(ConnectSteps::says(m_steps->dialog(u"Reconnect"_s), u"last success"_s));
    QTRY_VERIFY(m_open->says(u"is connected"_s));
    QCOMPARE(m_open->model().total(), 7);
}

void TestConnectDialog::anotherLoginCanReplaceTheLast()
{
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    m_open->chooseRow(m_open->rowOf(u"Fakebank Simple"_s));
    plan("PUT", u"CredentialsNotMatch"_s);
    QVERIFY(m_steps->openReconnect());
    QVERIFY(m_steps->agree());
    QVERIFY(m_steps->fill(goodPair));
    QVERIFY(box(u"These are new credentials"_s) == nullptr);
    QVERIFY(m_steps->send());
    QTRY_VERIFY(box(u"These are new credentials"_s) != nullptr);
    QVERIFY(box(u"These are new credentials"_s)->hasFocus());
    m_steps->press(box(u"These are new credentials"_s), Qt::Key_Space);
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(u"Reconnect"_s, u"is connected"_s));
}

void TestConnectDialog::closingLeavesTheAttemptRunning()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->connectNew(u"fake_demobank"_s, goodPair));
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"You may close this"_s));
    QTRY_COMPARE(m_open->workspace().poller().followed(), 1);
    m_steps->press(shown(), Qt::Key_Escape);
    QTRY_VERIFY(shown() == nullptr);
    QCOMPARE(m_open->workspace().poller().followed(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_open->says(u"Demobank is connected"_s), 30'000);
}

void TestConnectDialog::lockingWipesWhatWasTyped()
{
    m_steps.reset();
    m_open.reset();
    WindowWish wish;
    wish.kind = models::EnvironmentKind::Live;
    m_open = std::make_unique<OpenWindow>(wish);
    m_steps = std::make_unique<ConnectSteps>(*m_open);
    QVERIFY(m_open->find(u"helpdesk-000101"_s));
    QVERIFY(!m_open->action(u"New connection"_s)->isEnabled());
    QVERIFY(m_open->workspace().writeLock().unlock(u"ticket 4711"_s));
    QVERIFY(m_steps->openReconnect());
    QVERIFY(m_steps->agree());
    QVERIFY(m_steps->fill({{u"login"_s, u"username"_s}, {u"password"_s, u"canary"_s}}));
    m_open->workspace().writeLock().lock();
    for (const auto *line : m_steps->dialog(u"Reconnect"_s)->findChildren<QLineEdit *>()) {
        QVERIFY(!line->isVisible() || line->text().isEmpty());
    }
}

void TestConnectDialog::aFileBankWantsAnAddress()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"fakebank_file_xf"_s));
    QVERIFY(m_steps->agree());
    QVERIFY(!button(u"Connect bank"_s)->isEnabled());
    m_steps->type(shown()->focusWidget(), u"ftp://example.com/x"_s);
    QVERIFY(!button(u"Connect bank"_s)->isEnabled());
    qobject_cast<QLineEdit *>(shown()->focusWidget())->clear();
    m_steps->type(shown()->focusWidget(), u"https://example.com/statement.csv"_s);
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"is connected"_s));
}

void TestConnectDialog::aRedirectBankGoesByTheBrowser_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("pressed");
    QTest::addColumn<QString>("end");
    QTest::newRow("allowed") << u"fakebank_oauth_xf"_s << u"Allow"_s << u"is connected"_s;
    QTest::newRow("denied") << u"fakebank_oauth_xf"_s << u"Deny"_s << u"was not connected"_s;
    QTest::newRow("own registration") << u"fake_oauth_client_xf"_s << u"Allow"_s << u"is connected"_s;
}

void TestConnectDialog::aRedirectBankGoesByTheBrowser()
{
    QFETCH(QString, bank);
    QFETCH(QString, pressed);
    QFETCH(QString, end);
    Browser browser;
    browser.presses = pressed;
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->connectNew(bank, {}));
    QTRY_COMPARE(browser.opened.size(), 1);
    if (bank.startsWith(u"fake_oauth_client")) {
        QVERIFY(m_steps->answer({{u"confirmation_code"_s, u"123456"_s}}));
    }
    QVERIFY(m_steps->waitUntilSaid(newTitle, end));
    QCOMPARE(browser.opened.size(), 1);
    const auto log = m_open->server().requestLog();
    const auto authorized =
        std::ranges::count_if(log, [](const auto &request) { return request.target.contains("/authorize"); });
    QCOMPARE(int(authorized), bank.startsWith(u"fake_oauth_client") ? 1 : 0);
}

void TestConnectDialog::aLinkIsGivenForAConnection()
{
    QVERIFY(m_open->find(u"helpdesk-000101"_s));
    m_steps->press(&m_open->window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_steps->waitFor(u"Connect link"_s) != nullptr);
    QVERIFY(m_steps->waitUntilSaid(u"Connect link"_s, u"Open within"_s));
    const auto log = m_open->server().requestLog();
    QVERIFY(std::ranges::any_of(
        log, [](const auto &request) { return request.target.contains("connect_sessions/reconnect"); }));
}

void TestConnectDialog::itStaysWithTheCustomerWhomItBeganWith()
{
    QVERIFY(m_steps->makeCustomer(u"first"_s));
    const api::CustomerId first = m_open->workspace().scope().customer()->id;
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"simple"_s));
    // A colleague's question is looked up in between.
    QVERIFY(m_open->find(u"helpdesk-000101"_s));
    QVERIFY(m_steps->agree());
    QVERIFY(ConnectSteps::says(shown(), u"Customer first"_s));
    QVERIFY(m_steps->fill(goodPair));
    QVERIFY(m_steps->send());
    QVERIFY(m_steps->waitUntilSaid(newTitle, u"is connected"_s));
    QVERIFY(m_open->find(u"first"_s));
    QCOMPARE(m_open->model().total(), 1);
    QCOMPARE(m_open->model().summary(m_open->model().ids().front())->customerId, first);
}

void TestConnectDialog::anotherCustomerStartsAnew()
{
    QVERIFY(m_steps->makeCustomer(u"second"_s));
    QVERIFY(m_steps->makeCustomer(u"first"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"simple"_s));
    QVERIFY(m_steps->agree());
    QVERIFY(m_steps->fill({{u"login"_s, u"of-the-first"_s}, {u"password"_s, u"canary"_s}}));
    for (int i = 0; i < 3; ++i) {
        button(u"Back"_s)->click();
    }
    auto *who = qobject_cast<QLineEdit *>(shown()->focusWidget());
    who->setText(u"second"_s);
    m_steps->press(shown(), Qt::Key_Return);
    QTRY_VERIFY(ConnectSteps::says(shown(), u"Customer second"_s));
    QTRY_VERIFY(button(u"Next"_s)->isEnabled());
    m_steps->press(shown(), Qt::Key_Return);
    QTRY_VERIFY(ConnectSteps::says(shown(), u"What does the customer agree to?"_s));
    QVERIFY(!box(u"The customer agreed"_s)->isChecked());
    QVERIFY(m_steps->agree());
    for (const auto *line : shown()->findChildren<QLineEdit *>()) {
        QVERIFY(!line->isVisible() || line->text().isEmpty());
    }
}

void TestConnectDialog::aBankThatCannotBeReadSendsNothing()
{
    QVERIFY(m_open->find(sandbox::Server::demoCustomer()));
    m_open->chooseRow(m_open->rowOf(u"Fakebank Simple"_s));
    sandbox::Fault broken;
    broken.method = "GET";
    broken.path = u"/api/v5/providers/fakebank_simple_xf"_s;
    broken.status = 400;
    broken.errorClass = u"ProviderNotFound"_s;
    m_open->server().faults().add(broken);
    QVERIFY(m_steps->openReconnect());
    QVERIFY(m_steps->waitUntilSaid(u"Reconnect"_s, u"The bank could not be read"_s));
    QVERIFY(!button(u"Next"_s)->isEnabled());
    QVERIFY(!box(u"The customer agreed"_s)->isEnabled());
    QTest::mouseClick(button(u"Read again"_s), Qt::LeftButton);
    QVERIFY(m_steps->agree());
}

void TestConnectDialog::aRefreshLinkIsGivenForAnActiveConnection()
{
    QVERIFY(m_open->find(u"helpdesk-000101"_s));
    QTRY_VERIFY(m_open->action(u"Refresh link"_s)->isEnabled());
    m_open->action(u"Refresh link"_s)->trigger();
    QVERIFY(m_steps->waitUntilSaid(u"Connect link"_s, u"Open within"_s));
    const auto log = m_open->server().requestLog();
    QVERIFY(std::ranges::any_of(
        log, [](const auto &request) { return request.target.contains("connect_sessions/refresh"); }));
}

void TestConnectDialog::everyControlHasAName()
{
    QVERIFY(m_steps->makeCustomer(u"fresh"_s));
    QVERIFY(m_steps->openNew());
    QVERIFY(m_steps->chooseBank(u"fakebank_select_xf"_s));
    const auto tools = shown()->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->text().remove(u'&') == "More"_L1) {
            tool->click();
        }
    }
    QVERIFY(m_steps->agree());
    int seen = 0;
    for (const auto *page : shown()->findChildren<ui::ConnectPage *>()) {
        for (QWidget *widget : page->findChildren<QWidget *>()) {
            const bool inside = widget->objectName().startsWith(u"qt_") ||
                                qobject_cast<QComboBox *>(widget->parentWidget()) != nullptr ||
                                qobject_cast<QAbstractSpinBox *>(widget->parentWidget()) != nullptr;
            if ((widget->focusPolicy() & Qt::TabFocus) == 0 || inside || !widget->isVisibleTo(page)) {
                continue;
            }
            ++seen;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface != nullptr && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
    QVERIFY2(seen > 20, qPrintable(QString::number(seen)));
}

QTEST_MAIN(TestConnectDialog)
#include "tst_ui_connectdialog.moc"
