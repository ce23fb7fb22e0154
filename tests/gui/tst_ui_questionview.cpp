// SPDX-License-Identifier: Apache-2.0
#include "FetchingFragments.h"
#include "question/LinkNotice.h"
#include "question/PictureCard.h"
#include "question/QuestionBrowser.h"
#include "question/QuestionView.h"
#include "question/RemotePicture.h"
#include "question/RemotePictureRow.h"
#include "testing/Intervals.h"
#include "testing/RawServer.h"
#include "theme/ColorTokens.h"
#include "theme/Theme.h"

#include <QApplication>
#include <QBuffer>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::QuestionText;
using models::readQuestion;
using models::RemotePicture;
using testing::RawServer;
using ui::QuestionBrowser;
using ui::QuestionView;

namespace {

QByteArray pngOf(const QSize &size, const QColor &color = Qt::red)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString embedded(const QByteArray &png, const QString &alternative = {})
{
    return u"<img alt=\"%2\" src=\"data:image/png;base64,%1\">"_s.arg(QString::fromLatin1(png.toBase64()), alternative);
}

QPushButton *button(const QWidget &view, const QString &text)
{
    for (QPushButton *found : view.findChildren<QPushButton *>()) {
        if (found->text() == text && found->isVisible()) {
            return found;
        }
    }
    return nullptr;
}

QString visibleWords(const QWidget &view)
{
    QStringList words;
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            words << label->text().remove(QChar(0x200b));
        }
    }
    return words.join(u'\n');
}

bool hasColour(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

/// Where the first link is, in the browser's viewport.
QPoint linkIn(const QuestionBrowser &browser)
{
    QTextCursor cursor(browser.document());
    while (!cursor.atEnd()) {
        cursor.movePosition(QTextCursor::NextCharacter);
        if (cursor.charFormat().isAnchor()) {
            return browser.cursorRect(cursor).center() + QPoint(3, 0);
        }
    }
    return {};
}

/// Counts the paintings of a widget.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget *widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
};

} // namespace

class TestQuestionView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsLoadedWhateverIsShown_data();
    void nothingIsLoadedWhateverIsShown();
    void aClickLoadsOnce();
    void noFileIsReadEvenIfItsNameGetsThrough();
    void theTextIsNamedAndCanBeReadAndSelected();
    void aLinkFirstShowsWhereItLeads();
    void aLinkThatIsNotHttpsIsIgnored();
    void aLongAddressIsShownToItsPoint();
    void theTextGrowsAndThenScrolls();
    void aPictureGrowsByButtonsAndKeys();
    void paperIsWhiteInTheDark();
    void aPictureWithoutHttpsIsForTheBrowser();
    void aFailureSaysWhyAndMayBeTriedAgain();
    void aLatePictureIsIgnored();
    void whatIsMissingIsSaid();
    void everyControlHasAName();
    void linksFollowTheTheme();

private:
    // Shared by all rows that must not reach them.
    RawServer m_http{RawServer::Transport::Http};
    RawServer m_https{RawServer::Transport::Tls};
};

void TestQuestionView::init()
{
    static ui::Theme theme(*qApp, ui::Theme::Mode::Light);
    theme.setMode(ui::Theme::Mode::Light);
}

void TestQuestionView::nothingIsLoadedWhateverIsShown_data()
{
    QTest::addColumn<QString>("fragment");
    for (const QString &fragment : testing::fetchingFragments()) {
        QTest::newRow(qPrintable(fragment.simplified().left(60))) << fragment;
    }
}

void TestQuestionView::nothingIsLoadedWhateverIsShown()
{
    QFETCH(const QString, fragment);
    QuestionView view;
    view.resize(440, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *browser = view.findChild<QuestionBrowser *>();
    const PaintCounter painted(browser->viewport());
    const QSignalSpy pictureWanted(&view, &QuestionView::pictureWanted);
    const QSignalSpy openWanted(&view, &QuestionView::openWanted);
    for (const RawServer *server : {&m_http, &m_https}) {
        const QString address = server->baseUrl().resolved(QUrl(u"/"_s)).toString();
        const QString bare = address.mid(address.indexOf("//"_L1) + 2);
        const QString hostile = QString(fragment).replace(u"%1"_s, address).replace(u"%2"_s, bare);
        // As it is shown, and as it would be if nothing were filtered.
        QuestionText unfiltered;
        unfiltered.html = QString(hostile + u"<p>a</p>"_s);
        for (const QuestionText &question : {readQuestion(QString(hostile + u"<p>a</p>"_s)), unfiltered}) {
            const int before = painted.count();
            view.show(question);
            browser->viewport()->update();
            QVERIFY(QTest::qWaitFor([&] { return painted.count() > before; }));
        }
    }
    QVERIFY(testing::passIntervals(std::chrono::milliseconds(5)));
    // Nothing was loaded, and nobody was asked to.
    QCOMPARE(pictureWanted.count() + openWanted.count(), 0);
    QCOMPARE(m_http.connections() + m_https.connections(), 0);
}

void TestQuestionView::aClickLoadsOnce()
{
    const QByteArray png = pngOf({40, 20});
    RawServer server(RawServer::Transport::Http);
    server.react({"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: " + QByteArray::number(png.size()) +
                      "\r\n\r\n" + png,
                  false});
    QNetworkAccessManager network;
    QuestionView view;
    connect(&view, &QuestionView::pictureWanted, &view, [&](const QUrl &url) {
        auto *picture = new RemotePicture(network, url, &view);
        connect(picture, &RemotePicture::loaded, &view,
                [&view, url](const QByteArray &bytes) { view.showPicture(url, bytes); });
        picture->start();
    });
    const QUrl url = server.baseUrl().resolved(QUrl(u"/captcha.png"_s));
    view.show(readQuestion(u"<p>Type it.</p><img src=%1 alt=Captcha><img src=%1>"_s.arg(url.toString())));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(visibleWords(view).contains(u"Picture at 127.0.0.1 was not loaded."_s));
    QVERIFY(visibleWords(view).contains(u"The bank describes it as “Captcha”."_s));
    QVERIFY(testing::passIntervals(std::chrono::milliseconds(5)));
    QCOMPARE(server.connections(), 0);
    QTest::mouseClick(button(view, u"Load picture"_s), Qt::LeftButton);
    // Both places of the one address.
    QTRY_COMPARE(view.findChildren<ui::PictureCard *>().size(), 2);
    QTRY_VERIFY(view.findChildren<ui::RemotePictureRow *>().isEmpty());
    QTRY_VERIFY(hasColour(view.grab().toImage(), Qt::red));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().front().startsWith("GET /captcha.png "));
}

void TestQuestionView::noFileIsReadEvenIfItsNameGetsThrough()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"red.png"_s);
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pngOf({40, 40}));
    file.close();
    QuestionText forged;
    forged.html = u"<p>a<img src=\"%1\" width=40 height=40></p>"_s.arg(QUrl::fromLocalFile(name).toString());

    QTextBrowser open;
    open.resize(300, 200);
    open.setHtml(forged.html);
    QVERIFY2(hasColour(open.grab().toImage(), Qt::red), "the test sees nothing");

    QuestionView view;
    view.resize(300, 200);
    view.show(forged);
    QVERIFY(!hasColour(view.grab().toImage(), Qt::red));
}

void TestQuestionView::theTextIsNamedAndCanBeReadAndSelected()
{
    QuestionView view;
    const QuestionText question = readQuestion(u"<p>Choose</p><ol><li>SMS<li>App</ol>"_s);
    view.show(question);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *browser = view.findChild<QuestionBrowser *>();
    QCOMPARE(browser->accessibleName(), u"The bank's question"_s);
    QCOMPARE(browser->accessibleDescription(), question.plain);
    QCOMPARE(question.plain, u"Choose\n1. SMS\n2. App"_s);
    QVERIFY(browser->isReadOnly());
    view.setFocus();
    QTRY_VERIFY(browser->hasFocus());
    QTest::keyClick(browser, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(browser->textCursor().selectedText().size(), browser->toPlainText().size());
    QTest::keyClick(browser, Qt::Key_X);
    QCOMPARE(browser->toPlainText(), u"Choose\nSMS\nApp"_s);
}

void TestQuestionView::aLinkFirstShowsWhereItLeads()
{
    QuestionView view;
    view.resize(440, 200);
    view.show(readQuestion(u"<p><a href='https://bank.example/help?a=1'>https://other.example</a></p>"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *browser = view.findChild<QuestionBrowser *>();
    const auto *notice = view.findChild<ui::LinkNotice *>();
    QSignalSpy opened(&view, &QuestionView::openWanted);
    QVERIFY(!notice->isVisible());

    QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, linkIn(*browser));
    QVERIFY(notice->isVisible());
    QVERIFY(visibleWords(view).contains(u"This leads to https://bank.example/help?a=1"_s));
    QTRY_VERIFY(button(view, u"Do not open"_s)->hasFocus());
    QTest::mouseClick(button(view, u"Do not open"_s), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
    QVERIFY(browser->hasFocus());
    QCOMPARE(opened.count(), 0);

    QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, linkIn(*browser));
    QTest::mouseClick(button(view, u"Open in browser"_s), Qt::LeftButton);
    QVERIFY(!notice->isVisible());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toUrl(), QUrl(u"https://bank.example/help?a=1"_s));
    // The text is still there: nothing was followed.
    QCOMPARE(browser->toPlainText(), u"https://other.example"_s);
}

void TestQuestionView::aLinkThatIsNotHttpsIsIgnored()
{
    QuestionView view;
    view.resize(440, 200);
    view.show();
    QSignalSpy opened(&view, &QuestionView::openWanted);
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    auto *browser = view.findChild<QuestionBrowser *>();
    for (const QString &address :
         {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"http://bank.example"_s, u"#a"_s}) {
        QuestionText forged;
        forged.html = u"<p><a href=\"%1\">go there</a></p>"_s.arg(address);
        view.show(forged);
        QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, linkIn(*browser));
        QVERIFY(!view.findChild<ui::LinkNotice *>()->isVisible());
        QCOMPARE(browser->toPlainText(), u"go there"_s);
    }
    QCOMPARE(opened.count(), 0);
}

void TestQuestionView::aLongAddressIsShownToItsPoint()
{
    ui::LinkNotice notice;
    notice.resize(440, 100);
    const QString path = QString(1500, u'x');
    notice.ask(QUrl(QString(u"https://bank.example/"_s + path)));
    QVERIFY(visibleWords(notice).startsWith(u"This leads to https://bank.example/xxx"_s));
    QVERIFY(visibleWords(notice).endsWith(u"xx…"_s));
    QVERIFY(visibleWords(notice).size() < 300);
    QVERIFY(notice.accessibleName().endsWith(path));
}

void TestQuestionView::theTextGrowsAndThenScrolls()
{
    QuestionView view;
    view.resize(440, 600);
    view.show(readQuestion(u"<p>One line</p>"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto *browser = view.findChild<QuestionBrowser *>();
    const int one = browser->height();
    QVERIFY(one < 60);
    view.show(readQuestion(u"<p>One</p><p>Two</p><p>Three</p>"_s));
    QTRY_VERIFY(browser->height() > one + 20);
    QVERIFY(browser->verticalScrollBar()->maximum() == 0);
    const int three = browser->height();
    view.show(readQuestion(u"<p>One line of many</p>"_s.repeated(100)));
    QTRY_VERIFY(browser->height() > three);
    QVERIFY(browser->height() <= 240);
    QTRY_VERIFY(browser->verticalScrollBar()->maximum() > 0);
    view.show(readQuestion(u"<p>One line</p>"_s));
    QTRY_COMPARE(browser->height(), one);
}

void TestQuestionView::aPictureGrowsByButtonsAndKeys()
{
    QuestionView view;
    view.resize(440, 600);
    view.show(readQuestion(embedded(pngOf({100, 40}), u"Captcha"_s)));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QApplication::setActiveWindow(&view);
    const auto *card = view.findChild<ui::PictureCard *>();
    QVERIFY(card != nullptr);
    QCOMPARE(card->zoom(), 1.0);
    QVERIFY(!button(view, u"Smaller"_s)->isEnabled());
    const int low = card->height();
    QTest::mouseClick(button(view, u"Larger"_s), Qt::LeftButton);
    QCOMPARE(card->zoom(), 1.5);
    QTRY_VERIFY(card->height() > low);
    QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(card->zoom(), 2.0);
    QTest::keyClick(&view, Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(card->zoom(), 3.0);
    QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(card->zoom(), 2.0);
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&view, Qt::Key_Plus, Qt::ControlModifier);
    }
    QVERIFY(!button(view, u"Larger"_s)->isEnabled());
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(&view, Qt::Key_Minus, Qt::ControlModifier);
    }
    QTRY_COMPARE(card->height(), low);
}

void TestQuestionView::paperIsWhiteInTheDark()
{
    const ui::Theme dark(*qApp, ui::Theme::Mode::Dark);
    QuestionView view;
    view.resize(440, 200);
    view.show(readQuestion(embedded(pngOf({40, 40}))));
    const auto *card = view.findChild<ui::PictureCard *>();
    QVERIFY(card != nullptr);
    const QImage seen = view.grab().toImage();
    QVERIFY(hasColour(seen, Qt::white));
    QVERIFY(hasColour(seen, Qt::red));
}

void TestQuestionView::aPictureWithoutHttpsIsForTheBrowser()
{
    QuestionView view;
    view.resize(440, 300);
    view.show(readQuestion(u"<img src=http://bank.example/a.png>"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(visibleWords(view).contains(u"because its address isn't protected by https."_s));
    QVERIFY(button(view, u"Load picture"_s) == nullptr);
    QSignalSpy opened(&view, &QuestionView::openWanted);
    QTest::mouseClick(button(view, u"Open in browser"_s), Qt::LeftButton);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toUrl(), QUrl(u"http://bank.example/a.png"_s));
}

void TestQuestionView::aFailureSaysWhyAndMayBeTriedAgain()
{
    QuestionView view;
    view.resize(440, 300);
    const QUrl url(u"https://bank.example/a.png"_s);
    view.show(readQuestion(u"<img src=https://bank.example/a.png>"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QSignalSpy wanted(&view, &QuestionView::pictureWanted);
    QTest::mouseClick(button(view, u"Load picture"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toUrl(), url);
    QVERIFY(!button(view, u"Load picture"_s)->isEnabled());
    QVERIFY(visibleWords(view).contains(u"The picture at bank.example is being loaded…"_s));
    view.showPictureFailure(url, u"The server took too long to send it."_s);
    QVERIFY(visibleWords(view).contains(
        u"The picture at bank.example could not be loaded. The server took too long to send it."_s));
    QTest::mouseClick(button(view, u"Load picture"_s), Qt::LeftButton);
    QCOMPARE(wanted.count(), 2);
    view.showPicture(url, "no picture");
    QVERIFY(visibleWords(view).contains(u"could not be loaded. It isn't a picture that can be shown."_s));
}

void TestQuestionView::aLatePictureIsIgnored()
{
    QuestionView view;
    view.show(readQuestion(u"<img src=https://bank.example/a.png>"_s));
    view.show(readQuestion(u"<p>Another</p>"_s));
    view.showPicture(QUrl(u"https://bank.example/a.png"_s), pngOf({10, 10}));
    view.showPictureFailure(QUrl(u"https://bank.example/a.png"_s), u"Late."_s);
    QTRY_VERIFY(view.findChildren<ui::RemotePictureRow *>().isEmpty());
    QVERIFY(view.findChildren<ui::PictureCard *>().isEmpty());
}

void TestQuestionView::whatIsMissingIsSaid()
{
    QuestionView view;
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.show(readQuestion(u"<p>Whole</p>"_s));
    QCOMPARE(visibleWords(view), QString());
    view.show(readQuestion(u"<p>Part</p><script>x</script>"_s));
    QCOMPARE(visibleWords(view), u"Parts that can't be shown safely were left out."_s);
    view.show(readQuestion(u"words "_s.repeated(100'000)));
    QCOMPARE(visibleWords(view), u"The bank's text is longer than can be shown. Its end is missing."_s);
    view.show(QuestionText());
    QCOMPARE(visibleWords(view), u"The bank asks without words."_s);
    QVERIFY(!view.findChild<QuestionBrowser *>()->isVisible());
    view.show(readQuestion(u"<img src=data:image/gif;base64,R0lGODlh alt=QR>"_s));
    QCOMPARE(visibleWords(view), u"The bank sent a picture that can't be shown: “QR”."_s);
}

void TestQuestionView::everyControlHasAName()
{
    QuestionView view;
    view.show(
        readQuestion(QString(u"<p>a</p><img src=https://bank.example/a.png><img src=http://bank.example/b.png>"_s +
                             embedded(pngOf({9, 9})))));
    for (const QWidget *widget : view.findChildren<QWidget *>()) {
        const auto *named = qobject_cast<const QAbstractButton *>(widget);
        const QString name = named != nullptr ? named->text() : widget->accessibleName();
        QVERIFY2(widget->focusPolicy() == Qt::NoFocus || !name.isEmpty(), widget->metaObject()->className());
    }
}

void TestQuestionView::linksFollowTheTheme()
{
    ui::Theme theme(*qApp, ui::Theme::Mode::Light);
    QuestionView view;
    view.show(readQuestion(u"<a href=https://bank.example>help</a>"_s));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto *browser = view.findChild<QuestionBrowser *>();
    const auto linkColour = [&] {
        QTextCursor cursor(browser->document());
        cursor.movePosition(QTextCursor::NextCharacter);
        return cursor.charFormat().foreground().color();
    };
    QCOMPARE(linkColour(), ui::ColorTokens::light().accent);
    theme.setMode(ui::Theme::Mode::Dark);
    QTRY_COMPARE(linkColour(), ui::ColorTokens::dark().accent);
}

QTEST_MAIN(TestQuestionView)
#include "tst_ui_questionview.moc"
