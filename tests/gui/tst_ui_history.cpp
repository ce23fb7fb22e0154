// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "details/BankFacts.h"
#include "details/HolderFacts.h"
#include "privacy/Personal.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::OpenWindow;

namespace {

QTableView *tableNamed(const OpenWindow &open, const QString &name)
{
    const auto tables = const_cast<OpenWindow &>(open).window().findChildren<QTableView *>();
    const auto found = std::ranges::find(tables, name, &QTableView::accessibleName);
    return found == tables.end() ? nullptr : *found;
}

int received(OpenWindow &open, const QByteArray &path)
{
    const auto log = open.server().requestLog();
    return static_cast<int>(
        std::ranges::count_if(log, [&](const auto &request) { return request.target.contains(path); }));
}

void nextTab(OpenWindow &open, int times)
{
    for (int i = 0; i < times; ++i) {
        open.action(u"Next tab"_s)->trigger();
    }
}

void refuseOnce(OpenWindow &open, const QString &path, const QString &errorClass)
{
    sandbox::Fault fault;
    fault.path = path;
    fault.status = 400;
    fault.errorClass = errorClass;
    open.server().faults().add(fault);
}

QString value(const std::vector<ui::FactsList::Fact> &facts, const QString &name)
{
    const auto found = std::ranges::find(facts, name, &ui::FactsList::Fact::name);
    return found == facts.end() ? QString() : found->value;
}

api::ProviderField field(const QString &name, const QString &label, bool optional = false)
{
    api::ProviderField field;
    field.name = name;
    field.localizedName = label;
    field.optional = optional;
    return field;
}

} // namespace

/// The tabs "Attempts" and "Consents", and what the overview says of the bank.
class HistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void aTabReadsWhenItIsFirstSeen()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        QTRY_VERIFY(open.workspace().openConnection().document().has_value());
        QCOMPARE(received(open, "/attempts?"), 0);
        open.action(u"Next tab"_s)->trigger();
        QTableView *attempts = tableNamed(open, u"Attempts"_s);
        QTRY_COMPARE(attempts->model()->rowCount(), 2);
        QVERIFY(attempts->isVisible());
        QCOMPARE(attempts->model()->index(0, 1).data().toString(), u"InvalidCredentials"_s);
        QCOMPARE(received(open, "/attempts?"), 1);
        QCOMPARE(received(open, "/consents?connection_id"), 0);
    }

    void anotherConnectionIsReadInTheTabThatIsOpen()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.action(u"Next tab"_s)->trigger();
        open.action(u"Next tab"_s)->trigger();
        QTableView *consents = tableNamed(open, u"Consents"_s);
        QTRY_VERIFY(consents->isVisible() && consents->model()->rowCount() == 1);
        open.chooseRow(open.rowOf(u"Old Savings Bank"_s));
        QTRY_VERIFY(consents->model()->rowCount() > 0 &&
                    consents->model()->index(0, 0).data().toString() == u"revoked"_s);
    }

    void readingAgainReadsTheOpenTabToo()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.action(u"Next tab"_s)->trigger();
        QTRY_COMPARE(received(open, "/attempts?"), 1);
        QTRY_COMPARE(tableNamed(open, u"Attempts"_s)->model()->rowCount(), 2);
        open.action(u"Read again"_s)->trigger();
        QTRY_COMPARE(received(open, "/attempts?"), 2);
    }

    void aFailureIsSaidInTheTab()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        refuseOnce(open, u"/api/v5/attempts"_s, u"ActionNotAllowed"_s);
        open.action(u"Next tab"_s)->trigger();
        QTRY_VERIFY(open.says(u"The attempts could not be read"_s));
        QVERIFY(open.says(u"is not allowed to do this"_s));
        QVERIFY(open.press(u"Read again"_s));
        QTRY_COMPARE(tableNamed(open, u"Attempts"_s)->model()->rowCount(), 2);
    }

    void theAccountsHaveBalancesOnTheRight()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.chooseRow(open.rowOf(u"Rabobank"_s));
        nextTab(open, 3);
        QTableView *accounts = tableNamed(open, u"Accounts"_s);
        QTRY_VERIFY(accounts->isVisible() && accounts->model()->rowCount() > 0);
        const QModelIndex balance = accounts->model()->index(0, 1);
        QVERIFY2(QRegularExpression(u"^-?[0-9,]+\\.[0-9]{2,} [A-Z]{3}$"_s).match(balance.data().toString()).hasMatch(),
                 qPrintable(balance.data().toString()));
        QVERIFY(balance.data(Qt::TextAlignmentRole).value<Qt::Alignment>().testFlag(Qt::AlignRight));
        QVERIFY(ui::isPersonal(accounts->parentWidget()));
        QCOMPARE(received(open, "/accounts?connection_id"), 1);
    }

    void theHolderIsReadWhenAskedForAndForgottenWhenLeft()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.chooseRow(open.rowOf(u"Rabobank"_s));
        nextTab(open, 3);
        const models::HolderReading &holder = open.workspace().holder();
        QTRY_VERIFY(open.workspace().openConnection().document().has_value());
        QCOMPARE(received(open, "/holder_info"), 0);
        QVERIFY(open.press(u"Show holder information"_s));
        QTRY_COMPARE(holder.state(), models::HolderReading::State::Shown);
        QVERIFY(open.says(u"Name"_s));
        QVERIFY(open.says(holder.info()->names->constFirst()));
        const QString name = holder.info()->names->constFirst();

        open.action(u"Next tab"_s)->trigger();
        QCOMPARE(holder.state(), models::HolderReading::State::Hidden);
        nextTab(open, 4);
        QVERIFY(!open.says(name));
        QVERIFY(open.press(u"Show holder information"_s));
        QTRY_COMPARE(holder.state(), models::HolderReading::State::Shown);
        open.chooseRow(open.rowOf(u"Revolut"_s));
        QCOMPARE(holder.state(), models::HolderReading::State::Hidden);
        QVERIFY(!open.says(name));
    }

    void aHolderThatCannotBeReadIsSaid()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        refuseOnce(open, u"/api/v5/holder_info"_s, u"HolderInfoNotSupported"_s);
        nextTab(open, 3);
        QVERIFY(open.press(u"Show holder information"_s));
        QTRY_VERIFY(open.says(u"The holder information could not be read"_s));
    }

    void holderFactsLeaveOutWhatTheBankDoesNotSay()
    {
        api::HolderInfo info;
        QVERIFY(ui::holderFacts(info).empty());
        info.names = QStringList{u"A"_s, QString(), u"B"_s};
        info.addresses = std::vector<api::HolderAddress>{
            {.city = u"Riga"_s, .state = {}, .street = u"Street 1"_s, .countryCode = u"LV"_s, .postCode = {}}};
        info.extra = QByteArray("{\"ssn\":\"1234\"}");
        const auto facts = ui::holderFacts(info);
        QCOMPARE(facts.size(), size_t{4});
        QCOMPARE(facts[1].value, u"B"_s);
        QCOMPARE(value(facts, u"Address"_s), u"Street 1, Riga, LV"_s);
        QCOMPARE(value(facts, u"ssn"_s), u"1234"_s);
    }

    void chosenRowsAreCopiedWithTheirTitles()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.action(u"Next tab"_s)->trigger();
        QTableView *attempts = tableNamed(open, u"Attempts"_s);
        QTRY_COMPARE(attempts->model()->rowCount(), 2);
        attempts->setFocus();
        attempts->selectRow(0);
        QTest::keySequence(attempts, QKeySequence::Copy);
        const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.at(0).startsWith(u"Started\tResult"_s));
        QVERIFY(lines.at(1).contains(u"InvalidCredentials"_s));
        // An absolute time, not "9 days ago".
        QVERIFY(QDateTime::fromString(lines.at(1).section(u'\t', 0, 0), Qt::ISODate).isValid());
    }

    void theTabsFitBesideTheTable_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("as it opens") << QSize(1280, 800);
        QTest::newRow("narrow") << QSize(900, 600);
        QTest::newRow("just wide enough to be beside") << QSize(1080, 700);
    }

    void theTabsFitBesideTheTable()
    {
        QFETCH(const QSize, size);
        OpenWindow open;
        open.window().resize(size);
        QVERIFY(open.find(u"helpdesk-000123"_s));
        auto *tabs = open.window().findChild<QTabWidget *>();
        QTRY_VERIFY(tabs->isVisible());
        const QTabBar &bar = *tabs->tabBar();
        QCOMPARE(bar.count(), 5);
        QVERIFY(bar.tabRect(0).left() >= 0);
        QVERIFY2(bar.tabRect(4).right() < bar.width(),
                 qPrintable(u"%1 of %2"_s.arg(bar.tabRect(4).right()).arg(bar.width())));
    }

    void theOverviewProvesWhatWasDone()
    {
        testing::WindowWish wish;
        wish.timeScale = 100;
        OpenWindow open(wish);
        QVERIFY(open.find(u"helpdesk-000101"_s));
        QTRY_VERIFY(open.action(u"Refresh"_s)->isEnabled());
        QVERIFY(!open.says(u"before that"_s));
        open.action(u"Refresh"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(open.says(u"Still active, last success"_s) && open.says(u"before that"_s), 20'000);
    }

    void theOverviewKnowsTheBank()
    {
        OpenWindow open;
        QVERIFY(open.find(u"helpdesk-000123"_s));
        open.chooseRow(open.rowOf(u"Fake Bank with SMS"_s));
        QTRY_VERIFY(open.says(u"SMS code"_s));
        QCOMPARE(received(open, "/providers/fakebank_interactive_xf"), 1);
    }

    void aQuestionIsNamedByTheBanksLabels()
    {
        api::Stage waiting;
        waiting.interactiveFieldsNames = QStringList{u"sms"_s, u"strange"_s};
        QCOMPARE(ui::questionLabels(waiting, nullptr), (QStringList{u"sms"_s, u"strange"_s}));
        api::Provider provider;
        provider.interactiveFields = std::vector{field(u"sms"_s, u"SMS code"_s)};
        QCOMPARE(ui::questionLabels(waiting, &provider), (QStringList{u"SMS code"_s, u"strange"_s}));
        QCOMPARE(value(ui::bankFacts(&provider, &waiting), u"Asks now for"_s), u"SMS code, strange"_s);
        waiting.interactiveFieldsNames = QStringList{};
        QCOMPARE(value(ui::bankFacts(nullptr, &waiting), u"Asks now for"_s), u"a confirmation on another device"_s);
    }

    void aBankIsDescribedAsFarAsItIsKnown()
    {
        QVERIFY(ui::bankFacts(nullptr, nullptr).empty());
        api::Provider provider;
        provider.name = u"Harbour"_s;
        provider.status = {api::ProviderStatus::Inactive, u"inactive"_s};
        provider.requiredFields = std::vector{field(u"login"_s, u"Login"_s), field(u"pin"_s, u"PIN"_s, true)};
        const auto facts = ui::bankFacts(&provider, nullptr);
        QCOMPARE(value(facts, u"Bank's name"_s), u"Harbour"_s);
        QCOMPARE(value(facts, u"Bank is"_s), u"switched off for now by Salt Edge"_s);
        QCOMPARE(value(facts, u"Login needs"_s), u"Login, PIN (optional)"_s);
        QCOMPARE(value(facts, u"May ask for"_s), QString());
        provider.status = {api::ProviderStatus::Unknown, u"resting"_s};
        QCOMPARE(value(ui::bankFacts(&provider, nullptr), u"Bank is"_s), u"resting"_s);
    }
};

QTEST_MAIN(HistoryTest)
#include "tst_ui_history.moc"
