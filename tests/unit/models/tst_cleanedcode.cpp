// SPDX-License-Identifier: Apache-2.0
#include "credentials/CleanedCode.h"

#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;

class CleanedCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatSeparatesFallsAway_data();
    void onlyWhatSeparatesFallsAway();
    void aCleanCodeStaysClean_data() { onlyWhatSeparatesFallsAway_data(); }
    void aCleanCodeStaysClean();
};

void CleanedCodeTest::onlyWhatSeparatesFallsAway_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QString &pasted, const QString &code) {
        QTest::newRow(name) << pasted << code;
    };
    row("nothing", {}, {});
    row("clean", u"123456"_s, u"123456"_s);
    row("space", u"123 456"_s, u"123456"_s);
    row("hyphen", u"123-456"_s, u"123456"_s);
    row("one dash and spaces", u" 12 34-56 78 "_s, u"12345678"_s);
    row("a date stays", u"1990-01-31"_s, u"1990-01-31"_s);
    row("a sort code stays", u" 12-34-56 "_s, u"12-34-56"_s);
    row("space around", u"  123456\n"_s, u"123456"_s);
    row("a line break inside", u"123\r\n456"_s, u"123456"_s);
    row("a tab", u"123\t456"_s, u"123456"_s);
    row("no-break space", u"123\u00a0456"_s, u"123456"_s);
    row("narrow no-break space", u"123\u202f456"_s, u"123456"_s);
    row("en dash", u"123\u2013456"_s, u"123456"_s);
    row("non-breaking hyphen", u"123\u2011456"_s, u"123456"_s);
    row("zero-width space", u"123\u200b456"_s, u"123456"_s);
    row("byte order mark", u"\ufeff123456"_s, u"123456"_s);
    row("direction marks", u"\u200e123\u202c456\u2069"_s, u"123456"_s);
    row("soft hyphen", u"123\u00ad456"_s, u"123456"_s);
    row("a control character", u"123\u0007456"_s, u"123456"_s);
    row("leading zeros", u"000 123"_s, u"000123"_s);
    row("only separators", u" - "_s, {});
    row("letters stay apart", u"ab 12"_s, u"ab 12"_s);
    row("letters keep their hyphen", u"ABC-123"_s, u"ABC-123"_s);
    row("letters lose space around", u"  ABC-123 "_s, u"ABC-123"_s);
    row("letters lose what can't be seen", u"\u200bABC\u200e-123"_s, u"ABC-123"_s);
    row("a sentence", u"123 456 is your code"_s, u"123 456 is your code"_s);
    row("a dot is more than a separator", u"12.34 56"_s, u"12.34 56"_s);
    row("a plus is more than a separator", u"+31 6 1234"_s, u"+31 6 1234"_s);
    row("an underscore is more than a separator", u"12_34 56"_s, u"12_34 56"_s);
    row("digits of other scripts", u"١٢٣ ٤٥٦"_s, u"١٢٣٤٥٦"_s);
    row("beyond the first plane", u" 🔑 12 "_s, u"🔑 12"_s);
}

void CleanedCodeTest::onlyWhatSeparatesFallsAway()
{
    QFETCH(QString, pasted);
    QTEST(cleanedCode(pasted), "code");
}

void CleanedCodeTest::aCleanCodeStaysClean()
{
    QFETCH(QString, code);
    QCOMPARE(cleanedCode(code), code);
}

QTEST_GUILESS_MAIN(CleanedCodeTest)
#include "tst_cleanedcode.moc"
