// SPDX-License-Identifier: Apache-2.0
#include "OpenWindow.h"
#include "states/PageState.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::OpenWindow;
using testing::WindowWish;
using ui::PageAction;

namespace {

ui::PageState state(OpenWindow &open)
{
    return ui::pageState(open.workspace().environment(), open.workspace().scope(), open.model());
}

} // namespace

class TestPageState : public QObject
{
    Q_OBJECT

private slots:
    void notSearchedInvitesToSearch();
    void nobodyFoundNamesWhatWasLookedFor();
    void aCustomerWithoutConnectionsIsNamed();
    void aFailureHasThreePartsAndCopies();
    void aReadingCanBeCancelled();
    void rowsThatCouldNotBeReadAgainStayUnderABanner();
    void whatTheUserTypedIsShownAsPlainText();
};

void TestPageState::notSearchedInvitesToSearch()
{
    OpenWindow open;
    QCOMPARE(state(open).action, PageAction::Find);
    QVERIFY(open.says(u"Whose bank does not sync?"_s));
    QVERIFY(open.press(u"Find customer or connection"_s));
    QVERIFY(open.server().requestLog().isEmpty());
}

void TestPageState::nobodyFoundNamesWhatWasLookedFor()
{
    OpenWindow open;
    QVERIFY(open.find(u"nobody-here"_s));
    QVERIFY(open.says(u"Nobody found for “nobody-here”"_s));
    QVERIFY(!open.table()->isVisible());
}

void TestPageState::aCustomerWithoutConnectionsIsNamed()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000112"_s));
    QVERIFY(open.says(u"helpdesk-000112 has no connections"_s));
    QCOMPARE(state(open).action, PageAction::ReadAgain);
    QVERIFY(!open.action(u"Update"_s)->isEnabled());
}

void TestPageState::aFailureHasThreePartsAndCopies()
{
    OpenWindow open;
    sandbox::Fault fault;
    fault.status = 400;
    fault.errorClass = u"ApiKeyNotFound"_s;
    fault.times = sandbox::Fault::always;
    open.server().faults().add(fault);
    QVERIFY(open.find(u"helpdesk-000101"_s));
    QVERIFY(open.says(u"The connections could not be read"_s));
    QVERIFY(open.says(u"Check the App-id and the secret."_s));
    QVERIFY(open.says(u"ApiKeyNotFound · HTTP 400 · request "_s));
    QVERIFY(state(open).copyText.contains(u"ApiKeyNotFound"_s));
    open.server().faults().clear();
    QVERIFY(open.press(u"Read again"_s));
    QTRY_COMPARE(open.model().rowCount(), 3);
    QTRY_VERIFY(open.table()->isVisible());
}

void TestPageState::aReadingCanBeCancelled()
{
    OpenWindow open;
    sandbox::Fault fault;
    fault.kind = sandbox::FaultKind::Latency;
    fault.delay = std::chrono::seconds{20};
    fault.times = sandbox::Fault::always;
    open.server().faults().add(fault);
    open.workspace().scope().find(u"helpdesk-000101"_s);
    QVERIFY(state(open).busy);
    QTRY_VERIFY(open.says(u"Looking for “helpdesk-000101”"_s));
    QVERIFY(QTest::qWaitFor([&] { return open.press(u"Cancel"_s); }));
    QTRY_VERIFY(!open.workspace().scope().isBusy());
    QVERIFY(!state(open).busy);
}

void TestPageState::rowsThatCouldNotBeReadAgainStayUnderABanner()
{
    OpenWindow open;
    QVERIFY(open.find(u"helpdesk-000101"_s));
    sandbox::Fault fault;
    fault.times = sandbox::Fault::always;
    open.server().faults().add(fault);
    QTest::keyClick(&open.window(), Qt::Key_F5);
    QTRY_VERIFY(open.says(u"Showing what was read at "_s));
    QVERIFY(open.table()->isVisible());
    QCOMPARE(open.model().rowCount(), 3);
    open.server().faults().clear();
    QVERIFY(open.press(u"Read again"_s));
    QTRY_VERIFY(!open.says(u"Showing what was read at "_s));
}

void TestPageState::whatTheUserTypedIsShownAsPlainText()
{
    OpenWindow open;
    QVERIFY(open.find(u"<b>bold</b>"_s));
    QVERIFY(open.says(u"<b>bold</b>"_s));
    for (const QLabel *label : open.window().findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    }
}

QTEST_MAIN(TestPageState)
#include "tst_ui_pagestate.moc"
