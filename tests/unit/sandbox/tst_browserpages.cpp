// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include "pages/CredentialsForm.h"
#include "pages/Html.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// What all pages for browsers have in common.
class BrowserPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPageKeepsItsAddressToItself_data();
    void everyPageKeepsItsAddressToItself();
    void textIsEscaped();
    void goingBackKeepsTheQuery_data();
    void goingBackKeepsTheQuery();
    void goingBackCannotSplitTheHeader();
    void inputsFollowTheFields_data();
    void inputsFollowTheFields();
    void optionalFieldsMayStayEmpty();
    void pagesAreNoRoutesOfTheApi_data();
    void pagesAreNoRoutesOfTheApi();
    void pagesTakeNoFaultsAndLeaveNoTrace();
    void addressesDiffer();

private:
    static QString header(const Reply &reply, const QByteArray &name)
    {
        return QString::fromLatin1(Answer{.reply = reply, .json = {}}.header(name));
    }
    static Bank bankWith(const QByteArray &fields);
    static QString visitUrl(Desk &desk)
    {
        return desk.postData(u"/oauth_providers/create"_s, desk.oauthData()).data().value("redirect_url"_L1).toString();
    }
};

Bank BrowserPagesTest::bankWith(const QByteArray &fields)
{
    Bank bank;
    const QJsonArray list = QJsonDocument::fromJson(fields).array();
    bank.provider.insert(u"required_fields"_s, list);
    for (const auto &item : list) {
        const QJsonObject field = item.toObject();
        bank.requiredFields.push_back({.name = field.value("name"_L1).toString(),
                                       .nature = field.value("nature"_L1).toString(),
                                       .optional = field.value("optional"_L1).toBool()});
    }
    return bank;
}

void BrowserPagesTest::everyPageKeepsItsAddressToItself_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::newRow("page") << QString() << QByteArray() << 200;
    QTest::newRow("redirect") << QString() << QByteArray("decision=allow") << 303;
    QTest::newRow("no page") << u"http://127.0.0.1:1/bank/x"_s << QByteArray() << 404;
}

void BrowserPagesTest::everyPageKeepsItsAddressToItself()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, form);
    Desk desk;
    const QString visit = visitUrl(desk);
    const Reply reply = desk.browse(url.isEmpty() ? visit : url, form).reply;
    QTEST(reply.status, "status");
    QCOMPARE(header(reply, "Cache-Control"), u"no-store"_s);
    QCOMPARE(header(reply, "Referrer-Policy"), u"no-referrer"_s);
    QVERIFY(header(reply, "Content-Security-Policy").startsWith(u"default-src 'none'"_s));
    QVERIFY(!reply.body.contains("<script") && !reply.body.contains("http-equiv"));
}

void BrowserPagesTest::textIsEscaped()
{
    const Reply page = htmlPage(200, u"<b>&\"</b>"_s, u"<i>kept</i>"_s);
    QVERIFY(!page.body.contains("<b>"));
    QVERIFY(page.body.contains("&lt;b&gt;&amp;&quot;"));
    QVERIFY(page.body.contains("<i>kept</i>"));
    // A title that looks like a place holder must not swallow the content.
    QVERIFY(htmlPage(200, u"%2"_s, u"<i>kept</i>"_s).body.contains("<h1>%2</h1>"));
}

void BrowserPagesTest::goingBackKeepsTheQuery_data()
{
    QTest::addColumn<QString>("returnTo");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << u"http://localhost:1/r"_s << u"http://localhost:1/r?a=1%262"_s;
    QTest::newRow("query") << u"http://localhost:1/r?x=%20y"_s << u"http://localhost:1/r?x=%20y&a=1%262"_s;
    QTest::newRow("fragment") << u"http://localhost:1/r#top"_s << u"http://localhost:1/r?a=1%262#top"_s;
    QTest::newRow("own scheme") << u"saltdesk://returned"_s << u"saltdesk://returned?a=1%262"_s;
}

void BrowserPagesTest::goingBackKeepsTheQuery()
{
    QFETCH(QString, returnTo);
    const Reply reply = goBack(returnTo, {{u"a"_s, u"1&2"_s}});
    QCOMPARE(reply.status, 303);
    QTEST(header(reply, "Location"), "expected");
}

void BrowserPagesTest::goingBackCannotSplitTheHeader()
{
    const Reply reply = goBack(u"http://localhost/\r\nSet-Cookie: a=b"_s, {{u"a"_s, u"\r\nx: y"_s}});
    QVERIFY(!header(reply, "Location").contains(u'\r') && !header(reply, "Location").contains(u'\n'));
    QCOMPARE(goBack({}, {{u"a"_s, u"b"_s}}).status, 200);
}

void BrowserPagesTest::inputsFollowTheFields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("expected");
    QTest::newRow("text") << QByteArray(R"({"name":"a","nature":"text","localized_name":"A <b>"})")
                          << u"<label>A &lt;b&gt; <input name=\"field-a\" type=\"text\" autocomplete=\"off\" "
                             "required></label>"_s;
    QTest::newRow("password") << QByteArray(R"({"name":"p","nature":"password","localized_name":"P"})")
                              << u"<label>P <input name=\"field-p\" type=\"password\" autocomplete=\"off\" "
                                 "required></label>"_s;
    QTest::newRow("optional") << QByteArray(R"({"name":"o","nature":"number","optional":true,"localized_name":"O"})")
                              << u"<label>O <input name=\"field-o\" type=\"text\" autocomplete=\"off\"></label>"_s;
    QTest::newRow("select") << QByteArray(R"({"name":"s","nature":"select","localized_name":"S","field_options":[)"
                                          R"({"localized_name":"N","option_value":"\"1"},)"
                                          R"({"localized_name":"M","option_value":"2","selected":true}]})")
                            << u"<label>S <select name=\"field-s\"><option value=\"&quot;1\">N</option>"
                               "<option value=\"2\" selected>M</option></select></label>"_s;
}

void BrowserPagesTest::inputsFollowTheFields()
{
    QFETCH(QByteArray, field);
    QTEST(credentialInputs(bankWith('[' + field + ']')), "expected");
}

void BrowserPagesTest::optionalFieldsMayStayEmpty()
{
    const Bank bank = bankWith(R"([{"name":"a"},{"name":"b","optional":true},{"name":"c","optional":true}])");
    const auto form = formItems("field-a=&field-b=&field-c=x+y&d=z&decision=1");
    QCOMPARE(typedCredentials(form, bank), (QJsonObject{{u"a"_s, u""_s}, {u"c"_s, u"x y"_s}}));
}

void BrowserPagesTest::pagesAreNoRoutesOfTheApi_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("below the api") << QByteArray("GET") << QByteArray("/api/v5/bank/x") << 404;
    QTest::newRow("api by a dot") << QByteArray("GET") << QByteArray("/api/v5/../../bank/x") << 404;
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray("/bank/x") << 405;
    QTest::newRow("put") << QByteArray("PUT") << QByteArray("/connect/x") << 405;
}

void BrowserPagesTest::pagesAreNoRoutesOfTheApi()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    Desk desk;
    Request request = Desk::request(method, {});
    request.target = target;
    const Answer answer = desk.send(request);
    QTEST(answer.status(), "status");
    QCOMPARE(answer.errorClass().isEmpty(), !target.startsWith("/api"));
}

void BrowserPagesTest::pagesTakeNoFaultsAndLeaveNoTrace()
{
    Desk desk;
    const QString url = visitUrl(desk);
    desk.door.clearLog();
    desk.door.faults().add({.kind = FaultKind::Error});
    QCOMPARE(desk.browse(url).status(), 200);
    QCOMPARE(desk.door.faults().pending(), 1);
    QCOMPARE(desk.door.log().size(), 0);
}

void BrowserPagesTest::addressesDiffer()
{
    Desk one;
    Desk other;
    const QString url = visitUrl(one);
    QVERIFY(url != visitUrl(other));
    QVERIFY2(url.section(u'/', -1).size() > 40, qPrintable(url));
    QCOMPARE(other.browse(url).status(), 404);
}

QTEST_APPLESS_MAIN(BrowserPagesTest)
#include "tst_browserpages.moc"
