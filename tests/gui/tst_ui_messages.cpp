// SPDX-License-Identifier: Apache-2.0
#include "states/MessageBar.h"
#include "states/StatePage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPaintEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using ui::Message;
using ui::MessageBar;
using ui::PageAction;
using ui::PageState;
using ui::StatePage;

namespace {

Message broken()
{
    Message message;
    message.tone = models::Tone::Bad;
    message.title = u"It broke"_s;
    message.text = u"Because. Do this."_s;
    message.fine = u"Class · HTTP 500"_s;
    message.copyText = u"copied words"_s;
    message.actionText = u"Read again"_s;
    return message;
}

template <class Button>
Button *button(const QWidget &widget, const QString &text)
{
    for (Button *found : widget.findChildren<Button *>()) {
        if (found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

bool says(const QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::ranges::any_of(labels,
                               [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

/// What of a widget was painted since it was made.
class PaintedRegion : public QObject
{
public:
    explicit PaintedRegion(QWidget &widget) { widget.installEventFilter(this); }

    [[nodiscard]] const QRegion &region() const { return m_region; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_region += static_cast<QPaintEvent *>(event)->region();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QRegion m_region;
};

PageState busyState()
{
    PageState state;
    state.title = u"Reading"_s;
    state.action = PageAction::Cancel;
    state.busy = true;
    return state;
}

} // namespace

class TestMessages : public QObject
{
    Q_OBJECT

private slots:
    void aBarIsHiddenUntilThereIsSomethingToSay();
    void theSameAgainIsCounted();
    void copyAndActionAreOffered();
    void anotherToneColoursTheWholeBar();
    void theCrossDismisses();
    void aBannerHasNoCross();
    void allTextIsPlain();
    void aPageThatEndedShowsAtOnce();
    void aBusyPageWaitsBeforeItSpeaks();
    void aBusyPageOffersCancelLater();
    void aPageWithoutActionHasNoButton();
};

void TestMessages::aBarIsHiddenUntilThereIsSomethingToSay()
{
    QWidget parent;
    MessageBar bar(&parent);
    parent.show();
    QVERIFY(!bar.isVisible());
    bar.tell(broken());
    QVERIFY(bar.isVisible());
    QVERIFY(says(bar, u"It broke"_s) && says(bar, u"Because. Do this."_s) && says(bar, u"Class · HTTP 500"_s));
    QCOMPARE(bar.accessibleName(), u"It broke"_s);
    bar.clear();
    QVERIFY(!bar.isVisible());
}

void TestMessages::theSameAgainIsCounted()
{
    MessageBar bar;
    bar.tell(broken());
    bar.tell(broken());
    bar.tell(broken());
    QCOMPARE(bar.repeats(), 3);
    QVERIFY(says(bar, u"It broke (3 times)"_s));
    Message other = broken();
    other.title = u"Something else"_s;
    bar.tell(other);
    QCOMPARE(bar.repeats(), 1);
    QVERIFY(says(bar, u"Something else"_s));
}

void TestMessages::copyAndActionAreOffered()
{
    MessageBar bar;
    bar.tell(broken());
    QSignalSpy acted(&bar, &MessageBar::actionTriggered);
    QTest::mouseClick(button<QPushButton>(bar, u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"copied words"_s);
    QTest::mouseClick(button<QPushButton>(bar, u"Read again"_s), Qt::LeftButton);
    QCOMPARE(acted.count(), 1);
    Message plain;
    plain.title = u"Done"_s;
    bar.tell(plain);
    QVERIFY(!button<QPushButton>(bar, u"Copy"_s)->isVisible());
    QVERIFY(!button<QPushButton>(bar, QString())->isVisible());
}

void TestMessages::anotherToneColoursTheWholeBar()
{
    MessageBar bar;
    Message message = broken();
    message.tone = models::Tone::Running;
    const PaintedRegion before(bar);
    bar.tell(message);
    QTRY_COMPARE(before.region(), QRegion(bar.rect()));
    const PaintedRegion painted(bar);
    message.tone = models::Tone::Good;
    message.title = u"It is well"_s;
    bar.tell(message);
    QTRY_COMPARE(painted.region(), QRegion(bar.rect()));
}

void TestMessages::theCrossDismisses()
{
    MessageBar bar;
    bar.tell(broken());
    QSignalSpy dismissed(&bar, &MessageBar::dismissed);
    QTest::mouseClick(bar.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    QVERIFY(!bar.isVisible());
    bar.tell(broken());
    QCOMPARE(bar.repeats(), 1);
}

void TestMessages::aBannerHasNoCross()
{
    MessageBar bar;
    bar.setDismissable(false);
    bar.tell(broken());
    QVERIFY(!bar.findChild<QToolButton *>()->isVisible());
}

void TestMessages::allTextIsPlain()
{
    MessageBar bar;
    StatePage page;
    for (const QWidget *widget : {static_cast<QWidget *>(&bar), static_cast<QWidget *>(&page)}) {
        for (const QLabel *label : widget->findChildren<QLabel *>()) {
            QVERIFY(label->textFormat() == Qt::PlainText || label->text().isEmpty());
        }
    }
}

void TestMessages::aPageThatEndedShowsAtOnce()
{
    StatePage page;
    page.resize(600, 400);
    static_cast<QWidget &>(page).show();
    PageState state;
    state.icon = u"search"_s;
    state.title = u"Nobody found"_s;
    state.text = u"Look again."_s;
    state.fine = u"small"_s;
    state.copyText = u"to copy"_s;
    state.action = PageAction::Find;
    page.show(state);
    QVERIFY(says(page, u"Nobody found"_s) && says(page, u"Look again."_s) && says(page, u"small"_s));
    QSignalSpy wanted(&page, &StatePage::actionWanted);
    QTest::mouseClick(button<QPushButton>(page, u"Find customer or connection"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<PageAction>(), PageAction::Find);
    QTest::mouseClick(button<QPushButton>(page, u"Copy"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"to copy"_s);
}

void TestMessages::aBusyPageWaitsBeforeItSpeaks()
{
    StatePage page;
    page.resize(600, 400);
    static_cast<QWidget &>(page).show();
    page.show(busyState());
    QVERIFY(!says(page, u"Reading"_s));
    QTRY_VERIFY(says(page, u"Reading"_s));
}

void TestMessages::aBusyPageOffersCancelLater()
{
    StatePage page;
    page.resize(600, 400);
    static_cast<QWidget &>(page).show();
    page.show(busyState());
    QVERIFY(!button<QPushButton>(page, u"Cancel"_s)->isVisible());
    QTRY_VERIFY(button<QPushButton>(page, u"Cancel"_s)->isVisible());
    QSignalSpy wanted(&page, &StatePage::actionWanted);
    QTest::mouseClick(button<QPushButton>(page, u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(wanted[0][0].value<PageAction>(), PageAction::Cancel);
}

void TestMessages::aPageWithoutActionHasNoButton()
{
    StatePage page;
    static_cast<QWidget &>(page).show();
    PageState state;
    state.title = u"No keys yet"_s;
    page.show(state);
    for (const QPushButton *found : page.findChildren<QPushButton *>()) {
        QVERIFY(!found->isVisible());
    }
}

QTEST_MAIN(TestMessages)
#include "tst_ui_messages.moc"
