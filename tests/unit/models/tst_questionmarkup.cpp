// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionMarkup.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk::models;
using Source = QuestionPicture::Source;

namespace {

/// One pixel.
const QString onePixelPng =
    u"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="_s;

QString repeated(const QString &piece, int times)
{
    return piece.repeated(times);
}

QString dataAddress(const QString &type, const QByteArray &bytes)
{
    return QString(u"data:"_s + type + u";base64,"_s + QString::fromLatin1(bytes.toBase64()));
}

void sameTextRow(const char *name, const char *markup, const char *html, bool leftOut = false)
{
    QTest::newRow(name) << QString::fromUtf8(markup) << QString::fromUtf8(html) << leftOut;
}

void textRows()
{
    sameTextRow("nothing", "", "");
    sameTextRow("blanks", " \n\t<p> </p><br><br>&nbsp;", "");
    sameTextRow("plain words", "Enter the code.", "<p>Enter the code.</p>");
    sameTextRow("sandbox: sms",
                "<p>Enter the code that we have just sent by SMS to <b>+49 151 \u2022\u2022 4711</b>.</p>",
                "<p>Enter the code that we have just sent by SMS to <b>+49 151 \u2022\u2022 4711</b>.</p>");
    sameTextRow("sandbox: options", "<p>How do you want to confirm?</p><ul><li>SMS</li><li>Mobile app</li></ul>",
                "<p>How do you want to confirm?</p><ul><li>SMS</li><li>Mobile app</li></ul>");
    sameTextRow("sandbox: emphasis", "<p>Confirm with your <em>PIN</em>. <strong>Three tries.</strong></p>",
                "<p>Confirm with your <i>PIN</i>. <b>Three tries.</b></p>");
    sameTextRow("heading", "<h1>Code</h1>now<H6>Soon</H6>", "<p><b>Code</b></p><p>now</p><p><b>Soon</b></p>");
    sameTextRow("upper case", "<P>One<BR>two</P>", "<p>One<br>two</p>");
    sameTextRow("breaks at the edges", "<br>a<br/><br /><br>b<br>", "<p>a<br><br>b</p>");
    sameTextRow("unknown elements", "<x-code>12</x-code><font color=red>34</font><o:p>5</o:p>", "<p>12345</p>");
    sameTextRow("blocks", "<div>a<section>b</section>c</div>d<hr>e", "<p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>");
    sameTextRow("blanks collapse", "a  \n b<b> c </b> d", "<p>a b <b>c</b> d</p>");
    sameTextRow("a fixed space stays", "12&nbsp;345,67&nbsp; EUR", "<p>12\u00a0345,67 EUR</p>");
    sameTextRow("underlined", "<u>a</u><ins>b</ins>", "<p><u>ab</u></p>");
    sameTextRow("quotation", "<blockquote><p>a</p><p>b</p></blockquote>c",
                "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>");
    sameTextRow("code", "Type <code>a  b</code>", "<p>Type <code>a b</code></p>");
    sameTextRow("table as lines", "<table><tr><th>To<td>IBAN</tr><tr><td></td><td>5 EUR</td></table>x",
                "<p>To \u00b7 IBAN<br>5 EUR</p><p>x</p>");
    sameTextRow("form keeps its words", "<form action='https://x.example'><label>Code</label> please</form>",
                "<p>Code please</p>");
    sameTextRow("entities", "&lt;b&gt; &amp;amp; &quot;&#39;&#x41;&eacute;&euro;&copy;&hellip;&apos;",
                "<p>&lt;b&gt; &amp;amp; &quot;'A\u00e9\u20ac\u00a9\u2026'</p>");
    sameTextRow("entities without end", "a&ampb &lt c &nosuch; &; & &#; &#x; &#65b",
                "<p>a&amp;b &lt; c &amp;nosuch; &amp;; &amp; &amp;#; &amp;#x; Ab</p>");
    sameTextRow("numbers out of range", "&#0;&#xD800;&#x110000;&#99999999999999999999;&#150;",
                "<p>\ufffd\ufffd\ufffd\ufffd\u2013</p>");
    sameTextRow("loose signs", "1 < 2 > 0 <3 <- </ 4", "<p>1 &lt; 2 &gt; 0 &lt;3 &lt;-</p>");
    sameTextRow("emoji", "ok \U0001F600", "<p>ok \U0001F600</p>");
}

void listRows()
{
    sameTextRow("nested lists", "<ol><li>a<ul><li>b<li>c</ul>d<li>e</ol>f",
                "<ol><li>a<ul><li>b</li><li>c</li></ul>d</li><li>e</li></ol><p>f</p>");
    sameTextRow("paragraphs in an item", "<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>");
    sameTextRow("empty items", "<ol><li></li><li>a</li><li> </li></ol>", "<ol><li>a</li></ol>");
    sameTextRow("item without list", "<li>a<li>b", "<p>a</p><p>b</p>");
    sameTextRow("list without items", "<ul>a</ul>", "<ul><li>a</li></ul>");
    sameTextRow("ends that match nothing", "</ul></li></b></p></blockquote></x>a", "<p>a</p>");
    sameTextRow("list in a quotation", "<blockquote><ul><li>a</ul>b</blockquote>",
                "<blockquote><ul><li>a</li></ul><p>b</p></blockquote>");
    sameTextRow("quotation in a list", "<ul><li>a<blockquote>b</blockquote></ul><blockquote>c",
                "<ul><li>a<br>b</li></ul><blockquote><p>c</p></blockquote>");
    sameTextRow("unclosed", "<p>a<b>b<i>c", "<p>a<b>b</b><b><i>c</i></b></p>");
    sameTextRow("crossed", "<b>a<i>b</b>c</i>d", "<p><b>a</b><b><i>b</i></b><i>c</i>d</p>");
    sameTextRow("a tag that never ends", "a<b", "<p>a</p>");
    sameTextRow("a quote that never ends", "a<p title=\"b>c</p>d", "<p>a</p>");
}

void vanishingRows()
{
    sameTextRow("script", "a<script>alert('</p>')</script>b", "<p>ab</p>", true);
    sameTextRow("script in upper case", "a<SCRIPT SRC=//x.example/x.js></SCRIPT >b", "<p>ab</p>", true);
    sameTextRow("script unclosed", "a<script>b", "<p>a</p>", true);
    sameTextRow("script within a word", "a<scr<script>x</script>ipt>b</script>c", "<p>axipt&gt;bc</p>");
    sameTextRow("script after a slash", "a<script/src=x>b</script/>c", "<p>ac</p>", true);
    sameTextRow("style", "<style>p{background:url(https://x.example/)}</style>a", "<p>a</p>");
    sameTextRow("import", "<style>@import 'https://x.example/x.css';</style>a", "<p>a</p>");
    sameTextRow("head", "<html><head><title>T</title><link rel=stylesheet href=x><base href=//x/></head><body>a",
                "<p>a</p>");
    sameTextRow("head unclosed",
                "<head><meta http-equiv=refresh content='0;url=https://x.example'><title>T</title><p>a", "<p>a</p>");
    sameTextRow("iframe", "a<iframe src=https://x.example><p>in</p></iframe>b", "<p>ab</p>", true);
    sameTextRow("object", "a<object data=x><object>in</object><embed src=x>in</object>b", "<p>ab</p>", true);
    sameTextRow("embed", "a<embed src=https://x.example>b", "<p>ab</p>", true);
    sameTextRow("template", "a<template><p>in</p></template>b", "<p>ab</p>");
    sameTextRow("noscript", "a<noscript><img src=https://x.example/1.png></noscript>b", "<p>ab</p>");
    sameTextRow("svg", "a<svg onload=alert(1)><text>in</text><script>x</script><a href=https://x>in</a></svg>b",
                "<p>ab</p>", true);
    sameTextRow("svg that closes itself", "a<svg/>b", "<p>ab</p>", true);
    sameTextRow("math", "a<math><mtext>in<script></math></script></math>b", "<p>ab</p>", true);
    sameTextRow("select", "a<select><option>x<option>y</select>b", "<p>ab</p>", true);
    sameTextRow("textarea", "a<textarea></p><script></textarea>b", "<p>ab</p>", true);
    sameTextRow("fields", "Code: <input name=sms value=123><button>Send <b>it</b></button>", "<p>Code:</p>", true);
    sameTextRow("video and audio", "a<video src=x poster=y>in</video><audio src=x>in</audio>b", "<p>ab</p>", true);
    sameTextRow("comments", "a<!-- <p> -- --!>b<!-->c<!--->d<!-- x -->e<!- x>f<!-- never", "<p>abcdef</p>");
    sameTextRow("declarations", "<!DOCTYPE html><?xml version='1'?></ x>a<!x", "<p>a</p>");
    sameTextRow("cdata", "<![CDATA[<p>a ]]> b</p>]]>", "<p>a b</p><p>]]&gt;</p>");
    sameTextRow("script in cdata", "<![CDATA[a<script>x]]></script>b]]>c", "<p>abc</p>", true);
    sameTextRow("handlers", "<p onclick=alert(1) style='color:red' id=x class=y>a</p><body onload=x>b",
                "<p>a</p><p>b</p>");
}

void hiddenRows()
{
    sameTextRow("hidden", "a<p hidden>b</p>c", "<p>ac</p>", true);
    sameTextRow("hidden with a value", "a<b HIDDEN=until-found>b<i>c</i></b>d", "<p>ad</p>", true);
    sameTextRow("display", "a<div style='color:red; DISPLAY : none !important'>b<div>c</div>d</div>e", "<p>ae</p>",
                true);
    sameTextRow("visibility", "a<i style=visibility:hidden>b</i>c", "<p>ac</p>", true);
    sameTextRow("opacity", "a<i style='opacity:0.0'>b</i>c<i style='opacity:0.5'>d</i>", "<p>ac<i>d</i></p>", true);
    sameTextRow("size", "a<i style='font-size:0px'>b</i>c", "<p>ac</p>", true);
    sameTextRow("in disguise", "a<i style='dis/* */play&#58;none'>b</i>c", "<p>ac</p>", true);
    sameTextRow("the last declaration counts", "<i style='display:none;display:inline'>b</i>", "<p><i>b</i></p>");
    sameTextRow("hidden paragraph unclosed", "<p hidden>a<p>b<div>c", "<p>b</p><p>c</p>", true);
    sameTextRow("hidden item unclosed", "<ul><li>a<li hidden>b<ul><li>c</ul><li>d</ul>",
                "<ul><li>a</li><li>d</li></ul>", true);
    sameTextRow("last item hidden", "<ul><li>a<li hidden>b</ul>c", "<ul><li>a</li></ul><p>c</p>", true);
    sameTextRow("hidden cell unclosed", "<table><tr><td>a<td hidden>b<tr><td>c</table>d", "<p>a<br>c</p><p>d</p>",
                true);
    sameTextRow("hidden script", "a<script hidden></p></script>b", "<p>ab</p>", true);
    sameTextRow("by place and colour it is shown",
                "<p style='position:absolute;left:-9999px'>a</p><p style=color:#fff>b", "<p>a</p><p>b</p>");
    sameTextRow("hidden whole it is shown", "<div style=display:none><p>Enter the code</p></div>",
                "<p>Enter the code</p>");
}

void characterRows()
{
    QTest::newRow("NUL") << QString(u"a<scr"_s + QChar(u'\0') + u"ipt>x</script>b"_s + QChar(u'\0') + u'c')
                         << u"<p>abc</p>"_s << true;
    sameTextRow("direction", "a\u202e\u2066b\u2069\u202c&#x202E;&#8237;c", "<p>abc</p>");
    sameTextRow("controls", "a\u0001\u001b[31m\u007f\u0085&#7;b", "<p>a[31mb</p>");
    sameTextRow("separators", "a\u2028b\u2029c", "<p>a b c</p>");
    sameTextRow("Qt's own", "a\ufffc\ufdd0\ufdd1\ufeff&#xFFFC;b", "<p>ab</p>");
    sameTextRow("invisible tags", "a\U000E0041\U000E0042b", "<p>ab</p>");
    QTest::newRow("half a character") << QString(u'a' + QString(QChar(0xd83d)) + u'b' + QChar(0xde00)) << u"<p>ab</p>"_s
                                      << false;
}

} // namespace

class TestQuestionMarkup : public QObject
{
    Q_OBJECT

private slots:
    void htmlIsMadeAnew_data();
    void htmlIsMadeAnew();
    void preformattedTextKeepsItsBlanks();
    void onlySafeLinksStay_data();
    void onlySafeLinksStay();
    void aScreenReaderGetsLines();
    void onlyPicturesAreKept_data();
    void onlyPicturesAreKept();
    void aLargePictureIsLeftOut();
    void aDozenPicturesAreKept();
    void aPictureThatIsLeftOutLeavesItsWords();
    void aLongTextIsCut_data();
    void aLongTextIsCut();
    void whatFitsExactlyIsNotCut();
    void whatComesAfterEightMillionCharactersIsNotRead();
    void sizeAndNestingCostNothing_data();
    void sizeAndNestingCostNothing();
    void deepListsStopAtTheSixth();
    void theFirstOfTwoAttributesCounts();
};

void TestQuestionMarkup::htmlIsMadeAnew_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("leftOut");
    textRows();
    listRows();
    vanishingRows();
    hiddenRows();
    characterRows();
}

void TestQuestionMarkup::htmlIsMadeAnew()
{
    QFETCH(const QString, markup);
    QFETCH(const QString, html);
    QFETCH(const bool, leftOut);
    const QuestionText question = readQuestion(markup);
    QCOMPARE(question.html, html);
    QCOMPARE(question.leftOut, leftOut);
    QVERIFY(!question.cut);
    QVERIFY(question.pictures.empty());
    // What we have made is read as itself.
    QCOMPARE(readQuestion(html).html, html);
    QCOMPARE(readQuestion(html).plain, question.plain);
}

void TestQuestionMarkup::preformattedTextKeepsItsBlanks()
{
    const QuestionText question = readQuestion(u"<pre>\n1  2\r\n  <b>3</b>\n</pre>4  5"_s);
    QCOMPARE(question.html, u"<p><code>1 \u00a02<br>\u00a0</code> <b><code>3</code></b></p><p>4 5</p>"_s);
    QCOMPARE(question.plain, u"1  2\n  3\n4 5"_s);
}

void TestQuestionMarkup::onlySafeLinksStay_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("html");
    QTest::addColumn<bool>("leftOut");
    const auto safe = [](const char *name, const char *address, const char *written) {
        QTest::newRow(name) << QString(u"<a href='"_s + QString::fromUtf8(address) + u"' onclick=x>go</a>"_s)
                            << QString(u"<p><a href=\""_s + QString::fromUtf8(written) + u"\">go</a></p>"_s) << false;
    };
    const auto dropped = [](const char *name, const char *address, bool leftOut = true) {
        QTest::newRow(name) << QString(u"<a href=\""_s + QString::fromUtf8(address) + u"\">go</a>"_s) << u"<p>go</p>"_s
                            << leftOut;
    };
    safe("https", "https://bank.example/a?b=c&amp;d=e#f", "https://bank.example/a?b=c&amp;d=e#f");
    safe("upper case", "HTTPS://BANK.example/A", "https://bank.example/A");
    safe("blanks around and line ends within", "\n https://ba\nnk.example/\tx ", "https://bank.example/x");
    safe("no reference without end", "https://bank.example/?a=1&copy=2&lt=3",
         "https://bank.example/?a=1&amp;copy=2&amp;lt=3");
    safe("signs", "https://bank.example/\"<b>", "https://bank.example/%22%3Cb%3E");
    safe("look-alike", "https://b\u0430nk.example/", "https://xn--bnk-6cd.example/");
    safe("direction", "https://bank.example/\u202ecod.exe", "https://bank.example/cod.exe");
    dropped("javascript", "javascript:alert(1)");
    dropped("javascript in disguise", " java\nscr&#9;ipt&colon;alert(1)");
    dropped("javascript by references", "&#106;&#x61;vascript&#58;alert(1)");
    dropped("javascript in upper case", "JaVaScRiPt:alert(1)");
    dropped("javascript after a control", "\x01javascript:alert(1)");
    dropped("data", "data:text/html,<script>alert(1)</script>");
    dropped("vbscript", "vbscript:msgbox(1)");
    dropped("file", "file:///etc/passwd");
    dropped("ftp", "ftp://bank.example/");
    dropped("own scheme", "saltdesk://customer/1");
    dropped("mail", "mailto:a@bank.example");
    dropped("no scheme", "//bank.example/");
    dropped("relative", "/login");
    dropped("one slash", "https:/bank.example/");
    dropped("no host", "https:///x");
    dropped("a user's name", "https://bank.example@evil.example/");
    dropped("a backslash", "https://bank.example\\@evil.example/");
    dropped("bad port", "https://bank.example:99999999/");
    dropped("anchor", "#top", false);
    dropped("empty", "", false);
    QTest::newRow("too long") << QString(u"<a href=https://bank.example/"_s + repeated(u"x"_s, 2048) + u">go</a>"_s)
                              << u"<p>go</p>"_s << true;
    QTest::newRow("without an address") << u"<a name=x>go</a>"_s << u"<p>go</p>"_s << false;
    QTest::newRow("base") << u"<base href=https://evil.example/><a href=x>go</a>"_s << u"<p>go</p>"_s << true;
    QTest::newRow("http shows its address")
        << u"<a href=http://bank.example/x>go</a> on"_s << u"<p>go (http://bank.example/x) on</p>"_s << false;
    QTest::newRow("http shows it once") << u"<p>At <a href=http://bank.example/x>http://bank.example/x</a>.</p>"_s
                                        << u"<p>At http://bank.example/x.</p>"_s << false;
    QTest::newRow("a link without words shows its address")
        << u"<a href=https://bank.example/x> </a>"_s
        << u"<p><a href=\"https://bank.example/x\">https://bank.example/x</a></p>"_s << false;
    QTest::newRow("links end links") << u"<a href=https://a.example>a<a href=https://b.example>b</a>c"_s
                                     << QString(u"<p><a href=\"https://a.example\">a</a>"_s +
                                                u"<a href=\"https://b.example\">b</a>c</p>"_s)
                                     << false;
    QTest::newRow("over paragraphs") << u"<a href=https://a.example><p>a</p><ul><li><b>b</b></ul></a>"_s
                                     << QString(u"<p><a href=\"https://a.example\">a</a></p><ul><li>"_s +
                                                u"<a href=\"https://a.example\"><b>b</b></a></li></ul>"_s)
                                     << false;
}

void TestQuestionMarkup::onlySafeLinksStay()
{
    QFETCH(const QString, markup);
    QFETCH(const QString, html);
    QFETCH(const bool, leftOut);
    const QuestionText question = readQuestion(markup);
    QCOMPARE(question.html, html);
    QCOMPARE(question.leftOut, leftOut);
}

void TestQuestionMarkup::aScreenReaderGetsLines()
{
    const QuestionText question = readQuestion(
        u"<h2>Step&nbsp;1</h2><p>Enter <b>the</b><br>code &amp; go</p><ol><li>SMS<ul><li>a<li>b</ul><li>App</ol>"_s +
        u"<table><tr><td>To<td>IBAN</table><a href=https://bank.example>Help</a>"_s);
    QCOMPARE(question.plain, u"Step 1\nEnter the\ncode & go\n1. SMS\n  - a\n  - b\n2. App\nTo \u00b7 IBAN\nHelp"_s);
}

void TestQuestionMarkup::onlyPicturesAreKept_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("kept");
    QTest::addColumn<bool>("remote");
    const auto embedded = [](const char *name, const QString &source) {
        QTest::newRow(name) << source << true << false;
    };
    const auto remote = [](const char *name, const QString &source) { QTest::newRow(name) << source << true << true; };
    const auto dropped = [](const char *name, const QString &source) {
        QTest::newRow(name) << source << false << false;
    };
    embedded("png", QString(u"data:image/png;base64,"_s + onePixelPng));
    embedded("upper case and parameters", QString(u"DATA:Image/PNG;charset=x;BASE64,"_s + onePixelPng));
    embedded("line ends in base64", QString(u" data:image/png;base64, iVBORw0K\n"_s + onePixelPng.mid(8)));
    embedded("percent signs", QString(u"data:image/png;base64,"_s + QString(onePixelPng).replace(u'=', u"%3D"_s)));
    embedded("jpeg", dataAddress(u"image/jpeg"_s, "\xff\xd8\xff\xe0 rest"));
    embedded("gif", dataAddress(u"image/gif"_s, "GIF89a rest"));
    embedded("webp", dataAddress(u"image/webp"_s, "RIFF....WEBPVP8 "));
    embedded("called otherwise", QString(u"data:image/gif;base64,"_s + onePixelPng));
    remote("https", u"https://bank.example/captcha.png?x=1"_s);
    remote("http", u"http://127.0.0.1:8080/pictures/a.png"_s);
    dropped("svg", dataAddress(u"image/svg+xml"_s, "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    dropped("svg that is called png", dataAddress(u"image/png"_s, "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    dropped("html", dataAddress(u"text/html"_s, "<script>alert(1)</script>"));
    dropped("not base64", u"data:image/png,%89PNG"_s);
    dropped("no comma", u"data:image/png;base64"_s);
    dropped("no content", u"data:image/png;base64,"_s);
    dropped("no type", QString(u"data:;base64,"_s + onePixelPng));
    dropped("javascript", u"javascript:alert(1)"_s);
    dropped("file", u"file:///etc/passwd"_s);
    dropped("resource", u"qrc:/saltdesk/icons/alert.svg"_s);
    dropped("content id", u"cid:1"_s);
    dropped("no scheme", u"//bank.example/a.png"_s);
    dropped("relative", u"a.png"_s);
    dropped("share", u"\\\\evil.example\\share\\a.png"_s);
    dropped("a user's name", u"https://bank.example@evil.example/a.png"_s);
    dropped("empty", u""_s);
}

void TestQuestionMarkup::onlyPicturesAreKept()
{
    QFETCH(const QString, source);
    QFETCH(const bool, kept);
    QFETCH(const bool, remote);
    for (const QString &tag : {u"img"_s, u"IMAGE"_s}) {
        const QuestionText question = readQuestion(
            u"a<%1 width=1 alt='In\n words' src=\"%2\" srcset='https://x.example/2.png 2x'>b"_s.arg(tag, source));
        QCOMPARE(question.leftOut, !kept);
        QCOMPARE(question.html, kept ? u"<p>a b</p>"_s : u"<p>a In words b</p>"_s);
        QCOMPARE(question.pictures.size(), std::size_t(kept ? 1 : 0));
        if (kept) {
            const QuestionPicture &picture = question.pictures.front();
            QCOMPARE(picture.alternative, u"In words"_s);
            QCOMPARE(picture.source, remote ? Source::Remote : Source::Embedded);
            QCOMPARE(picture.bytes.isEmpty(), remote);
            QCOMPARE(picture.url, remote ? QUrl(source) : QUrl());
        }
    }
    const QString onlyPng = QString(u"<img src=data:image/png;base64,"_s + onePixelPng + u'>');
    QCOMPARE(readQuestion(onlyPng).pictures.front().bytes, QByteArray::fromBase64(onePixelPng.toLatin1()));
    QVERIFY(readQuestion(u"<img hidden src=https://x.example/a.png>b"_s).pictures.empty());
}

void TestQuestionMarkup::aLargePictureIsLeftOut()
{
    QByteArray bytes("GIF89a");
    bytes.resize(QuestionText::pictureBytes, 'x');
    const auto read = [&] {
        return readQuestion(QString(u"<img src='"_s + dataAddress(u"image/gif"_s, bytes) + u"'>"_s));
    };
    QCOMPARE(read().pictures.size(), std::size_t(1));
    QCOMPARE(read().pictures.front().bytes.size(), QuestionText::pictureBytes);
    bytes += 'x';
    QVERIFY(read().pictures.empty());
    bytes.resize(3 * QuestionText::pictureBytes, 'x');
    QVERIFY(read().pictures.empty());
}

void TestQuestionMarkup::aDozenPicturesAreKept()
{
    const QuestionText question = readQuestion(repeated(u"<img src=https://bank.example/a.png>"_s, 50'000));
    QCOMPARE(question.pictures.size(), QuestionText::mostPictures);
    QVERIFY(question.leftOut);
}

void TestQuestionMarkup::aPictureThatIsLeftOutLeavesItsWords()
{
    const QuestionText question = readQuestion(u"<img src=cid:1 alt='&lt;b>7\u202e K2'><img src=cid:2 alt>"_s);
    QCOMPARE(question.html, u"<p>&lt;b&gt;7 K2</p>"_s);
}

void TestQuestionMarkup::aLongTextIsCut_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("words") << u"word "_s;
    QTest::newRow("signs") << u"<"_s;
    QTest::newRow("looks") << u"<b>a</b><i>b</i>"_s;
    QTest::newRow("paragraphs") << u"<p>a"_s;
    QTest::newRow("links") << QString(u"<a href=https://bank.example/"_s + repeated(u"x"_s, 1900) + u">a</a>a"_s);
    QTest::newRow("items") << u"<ol><li>a<li>b"_s;
    QTest::newRow("lines") << u"<pre> \n \n"_s;
    QTest::newRow("words of pictures") << u"<img src=x alt='a picture'>"_s;
}

void TestQuestionMarkup::aLongTextIsCut()
{
    QFETCH(const QString, piece);
    const QuestionText question = readQuestion(repeated(piece, int(5'000'000 / piece.size())));
    QVERIFY(question.cut);
    constexpr qsizetype oneLook = 3000;
    QVERIFY(question.html.size() >= QuestionText::shownCharacters);
    QVERIFY(question.html.size() <= QuestionText::shownCharacters + oneLook);
    QVERIFY(question.plain.size() <= 4 * QuestionText::shownCharacters);
    QCOMPARE(readQuestion(piece).cut, false);
}

void TestQuestionMarkup::whatFitsExactlyIsNotCut()
{
    constexpr qsizetype opening = 3; // <p>
    const QString fits = QString(QuestionText::shownCharacters - opening, u'a');
    QVERIFY(!readQuestion(fits).cut);
    QVERIFY(!readQuestion(QString(fits + u" <br></b><!-- -->"_s)).cut);
    QVERIFY(readQuestion(QString(fits + u'b')).cut);
}

void TestQuestionMarkup::whatComesAfterEightMillionCharactersIsNotRead()
{
    const QString blanks = QString(QuestionText::readCharacters - 1, u' ');
    QCOMPARE(readQuestion(QString(blanks + u'a')).html, u"<p>a</p>"_s);
    QVERIFY(!readQuestion(QString(blanks + u'a')).cut);
    QCOMPARE(readQuestion(QString(blanks + u"ab"_s)).html, u"<p>a</p>"_s);
    QVERIFY(readQuestion(QString(blanks + u"ab"_s)).cut);
}

void TestQuestionMarkup::sizeAndNestingCostNothing_data()
{
    QTest::addColumn<QString>("markup");
    const auto row = [](const char *name, const QString &before, const QString &piece, int size = 1'000'000) {
        QTest::newRow(name) << QString(before + repeated(piece, int(size / piece.size())));
    };
    row("nested looks", {}, u"<b>"_s, 5'000'000);
    row("nested blocks", {}, u"<div>"_s);
    row("nested lists", {}, u"<ul><li>"_s);
    row("nested tables", {}, u"<table><tr><td>"_s);
    row("nested quotations", {}, u"<blockquote>"_s);
    row("nested objects", {}, u"<object>"_s);
    row("opened and closed", {}, u"<b><ul></b></ul>"_s);
    row("nested hidden", u"a"_s, u"<div hidden>"_s);
    row("ends", {}, u"</div>"_s);
    row("comments", {}, u"<!---->"_s);
    row("comment that never ends", {}, u"<!--"_s, 5'000'000);
    row("dashes", u"<!--"_s, u"--"_s);
    row("tags that never end", {}, u"<a "_s);
    row("attributes", u"<p"_s, u" a=b"_s);
    row("quotes", u"<p a="_s, u"\"'"_s);
    row("scripts that never end", u"<script>"_s, u"</scrip"_s);
    row("ends of scripts", u"<script>"_s, u"</"_s);
    row("references in an address", u"<a href=\""_s, u"&amp"_s);
    row("digits", u"<a href='&#"_s, u"0"_s);
    row("cdata", {}, u"<![CDATA[<b></b>"_s);
    row("styles", {}, u"<p style='display:none/*'>"_s);
    row("base64", u"<img src=data:image/png;base64,"_s, u"A"_s, 5'000'000);
    row("embedded pictures", {}, QString(u"<img src=data:image/png;base64,"_s + repeated(u"A"_s, 1000) + u'>'));
    row("NUL", {}, QString(4, QChar(u'\0')));
    row("breaks", {}, u"<br>"_s);
    row("blanks", {}, u" &nbsp;"_s);
}

void TestQuestionMarkup::sizeAndNestingCostNothing()
{
    // Not timed: anything that grows faster than the length runs into the limit of the test.
    QFETCH(const QString, markup);
    const QuestionText question = readQuestion(markup);
    QVERIFY(question.html.size() < 20);
    const QuestionText followed = readQuestion(QString(u"<p>Enter the code</p>"_s + markup));
    QVERIFY(followed.plain.startsWith(u"Enter the code"_s));
}

void TestQuestionMarkup::deepListsStopAtTheSixth()
{
    const QuestionText question = readQuestion(
        QString(repeated(u"<ul><li>"_s, 100'000) + u"deep"_s + repeated(u"</li></ul>"_s, 100'000) + u"out"_s));
    QCOMPARE(question.html,
             QString(repeated(u"<ul><li>"_s, 6) + u"deep"_s + repeated(u"</li></ul>"_s, 6) + u"<p>out</p>"_s));
    QCOMPARE(question.plain, u"          - deep\nout"_s);
}

void TestQuestionMarkup::theFirstOfTwoAttributesCounts()
{
    const QuestionText question =
        readQuestion(u"<a href=https://a.example href=javascript:x>a</a><img src=https://a.example/a src=file:///b>"_s);
    QCOMPARE(question.html, u"<p><a href=\"https://a.example\">a</a></p>"_s);
    QCOMPARE(question.pictures.front().url, QUrl(u"https://a.example/a"_s));
}

QTEST_APPLESS_MAIN(TestQuestionMarkup)
#include "tst_questionmarkup.moc"
