// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ProviderHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberIsThere_data();
    void everyMemberIsThere();
    void filtersLeaveOut_data();
    void filtersLeaveOut();
    void badFiltersAreNamed_data();
    void badFiltersAreNamed();
    void disabledBanksAreShownAndNotListed();
    void fakesAreForThoseWhoAsk();
    void theListIsAscendingAndPaged();
    void showHasTheFields();
    void whatTheFileSaysCounts();
    void countriesAreThoseOfTheBanks();

private:
    static QString all() { return u"/providers?include_fake_providers=true"_s; }
    static QStringList codes(const Answer &answer)
    {
        QStringList list;
        for (const auto &row : answer.rows()) {
            list.append(row.toObject().value("code"_L1).toString());
        }
        return list;
    }
};

void ProviderHandlersTest::everyMemberIsThere_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("more");
    QTest::newRow("plain") << QString() << QStringList();
    QTest::newRow("fields") << u"&include_provider_fields=true"_s
                            << QStringList{u"required_fields"_s, u"interactive_fields"_s};
    QTest::newRow("payments") << u"&include_payments_fields=true"_s
                              << QStringList{u"supported_payment_fields"_s, u"required_payment_fields"_s,
                                             u"no_funds_rejection_supported"_s};
    QTest::newRow("said no") << u"&include_provider_fields=false&include_payments_fields=false"_s << QStringList();
}

/// Reference 3.6.
void ProviderHandlersTest::everyMemberIsThere()
{
    QFETCH(QString, query);
    QFETCH(QStringList, more);
    QStringList expected =
        u"automatic_fetch bic_codes code country_code created_at custom_pendings custom_pendings_period "
        "customer_notified_on_sign_in holder_info home_url id identification_codes identification_mode instruction "
        "interactive login_url logo_url max_consent_days max_fetch_interval max_interactive_delay mode name "
        "optional_interactivity payment_templates refresh_timeout regulated status supported_account_extra_fields "
        "supported_account_natures supported_account_types supported_fetch_scopes supported_iframe_embedding "
        "supported_transaction_extra_fields timezone updated_at"_s.split(u' ') +
        more;
    expected.sort();
    Desk desk;
    const Answer answer = desk.get(all() + query);
    QVERIFY(answer.rows().size() > 10);
    for (const auto &row : answer.rows()) {
        QCOMPARE(row.toObject().keys(), expected);
    }
}

void ProviderHandlersTest::filtersLeaveOut_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    const QString simple = u"fakebank_simple_xf"_s;
    const QString oauth = u"fakebank_oauth_xf"_s;
    const QString client = u"fake_oauth_client_xf"_s;
    const QString real = u"revolut_lt"_s;
    QTest::newRow("country") << u"&country_code=LT"_s << real << simple;
    QTest::newRow("fake country") << u"&country_code=XF"_s << simple << real;
    QTest::newRow("oauth") << u"&mode=oauth"_s << oauth << simple;
    QTest::newRow("web") << u"&mode=web"_s << simple << oauth;
    QTest::newRow("own key") << u"&provider_key_owner=client"_s << client << oauth;
    QTest::newRow("salt edge's key") << u"&provider_key_owner=saltedge"_s << oauth << client;
    QTest::newRow("changed") << u"&from_date=2022-11-28"_s << client << oauth;
    QTest::newRow("changed before") << u"&from_date=2022-03-14"_s << oauth << simple;
    QTest::newRow("two at once") << u"&mode=oauth&provider_key_owner=client"_s << client << oauth;
}

void ProviderHandlersTest::filtersLeaveOut()
{
    QFETCH(QString, query);
    QFETCH(QString, in);
    QFETCH(QString, out);
    Desk desk;
    const QStringList listed = codes(desk.get(all() + query));
    QVERIFY2(listed.contains(in), qPrintable(listed.join(u' ')));
    QVERIFY2(!listed.contains(out), qPrintable(listed.join(u' ')));
}

void ProviderHandlersTest::badFiltersAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<QString>("named");
    const QString format = u"WrongRequestFormat"_s;
    QTest::newRow("mode") << u"/providers?mode=fax"_s << format << u"mode"_s;
    QTest::newRow("owner") << u"/providers?provider_key_owner=me"_s << format << u"provider_key_owner"_s;
    QTest::newRow("flag") << u"/providers?include_fake_providers=1"_s << format << u"include_fake_providers"_s;
    QTest::newRow("empty flag") << u"/providers?include_provider_fields="_s << format << u"include_provider_fields"_s;
    QTest::newRow("date") << u"/providers?from_date=28.11.2022"_s << u"DateFormatInvalid"_s << u"from_date"_s;
    QTest::newRow("no such day") << u"/providers?from_date=2022-02-30"_s << u"DateFormatInvalid"_s << u"from_date"_s;
    QTest::newRow("country") << u"/providers?country_code=ZZ"_s << u"CountryNotFound"_s << u"ZZ"_s;
    QTest::newRow("lower case") << u"/providers?country_code=xf"_s << u"CountryNotFound"_s << u"xf"_s;
    QTest::newRow("unknown") << u"/providers?colour=blue"_s << format << u"colour"_s;
    QTest::newRow("page") << u"/providers?per_page=10"_s << u"ValueOutOfRange"_s << u"per_page"_s;
    QTest::newRow("show flag") << u"/providers/revolut_lt?include_fake_providers=yes"_s << format
                               << u"include_fake_providers"_s;
    QTest::newRow("show unknown") << u"/providers/no_bank_xf"_s << u"ProviderNotFound"_s << u"no_bank_xf"_s;
    QTest::newRow("countries flag") << u"/countries?include_fake_providers="_s << format << u"include_fake_providers"_s;
    QTest::newRow("countries page") << u"/countries?per_page=100"_s << format << u"per_page"_s;
}

void ProviderHandlersTest::badFiltersAreNamed()
{
    QFETCH(QString, path);
    QFETCH(QString, named);
    Desk desk;
    const Answer answer = desk.get(path);
    QTEST(answer.errorClass(), "errorClass");
    QVERIFY2(answer.message().contains(named), qPrintable(answer.message()));
}

void ProviderHandlersTest::disabledBanksAreShownAndNotListed()
{
    Desk desk;
    QVERIFY(!codes(desk.get(all())).contains(u"old_savings_bank_de"_s));
    const Answer shown = desk.get(u"/providers/old_savings_bank_de"_s);
    QCOMPARE(shown.data().value("status"_L1), u"disabled"_s);
}

void ProviderHandlersTest::fakesAreForThoseWhoAsk()
{
    Desk desk;
    const QStringList usual = codes(desk.get(u"/providers"_s));
    QVERIFY(usual.contains(u"revolut_lt"_s) && !usual.contains(u"fakebank_simple_xf"_s));
    const Answer hidden = desk.get(u"/providers/fakebank_simple_xf"_s);
    QCOMPARE(hidden.errorClass(), u"ProviderNotFound"_s);
    QCOMPARE(hidden.status(), 404);
    QCOMPARE(hidden.json.value("request"_L1).toObject().value("provider_code"_L1), u"fakebank_simple_xf"_s);
    QCOMPARE(desk.get(u"/providers/fakebank_simple_xf?include_fake_providers=true"_s).status(), 200);
}

void ProviderHandlersTest::theListIsAscendingAndPaged()
{
    Desk whole;
    Desk desk({.pageSize = 3});
    const QJsonArray expected = whole.get(all()).rows();
    QJsonArray met;
    QStringList ids;
    for (QString next = all(); !next.isEmpty() && met.size() < 100;) {
        const Answer page = desk.get(next);
        QVERIFY(page.rows().size() <= 3);
        for (const auto &row : page.rows()) {
            met.append(row);
            ids.append(row.toObject().value("id"_L1).toString());
        }
        next = page.nextPage().mid(7);
    }
    QCOMPARE(met, expected);
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), IdOrder()));
}

void ProviderHandlersTest::showHasTheFields()
{
    Desk desk;
    const QJsonObject bank = desk.get(u"/providers/fakebank_interactive_xf?include_fake_providers=true"_s).data();
    const QJsonArray required = bank.value("required_fields"_L1).toArray();
    QCOMPARE(required.size(), 2);
    QCOMPARE(required.last().toObject().value("nature"_L1), u"password"_s);
    QCOMPARE(bank.value("interactive_fields"_L1).toArray().first().toObject().value("name"_L1), u"sms"_s);
}

void ProviderHandlersTest::whatTheFileSaysCounts()
{
    Desk desk;
    const QJsonObject said = desk.get(u"/providers/fake_oauth_client_xf?include_fake_providers=true"_s).data();
    QCOMPARE(said.value("identification_mode"_L1), u"client"_s);
    QCOMPARE(said.value("max_interactive_delay"_L1), QJsonValue(540));
    QCOMPARE(said.value("optional_interactivity"_L1), QJsonValue(true));
    QCOMPARE(said.value("created_at"_L1), u"2018-04-12T10:35:46Z"_s);
    const QJsonObject usual = desk.get(u"/providers/fakebank_simple_xf?include_fake_providers=true"_s).data();
    QCOMPARE(usual.value("identification_mode"_L1), u"saltedge"_s);
    QCOMPARE(usual.value("max_consent_days"_L1), QJsonValue());
    QCOMPARE(usual.value("refresh_timeout"_L1), QJsonValue(60));
    QCOMPARE(usual.value("interactive_fields"_L1), QJsonValue(QJsonArray()));
}

void ProviderHandlersTest::countriesAreThoseOfTheBanks()
{
    Desk desk;
    const Answer usual = desk.get(u"/countries"_s);
    const Answer fakes = desk.get(u"/countries?include_fake_providers=true"_s);
    QCOMPARE(usual.json.keys(), QStringList{u"data"_s});
    QCOMPARE(fakes.rows().size(), usual.rows().size() + 1);
    QHash<QString, QString> names;
    for (const auto &row : fakes.rows()) {
        const QJsonObject country = row.toObject();
        names.insert(country.value("code"_L1).toString(), country.value("name"_L1).toString());
        QCOMPARE(country.value("refresh_start_time"_L1), QJsonValue(2));
    }
    QCOMPARE(names.value(u"XF"_s), u"Fake Country"_s);
    QCOMPARE(names.value(u"GB"_s), u"United Kingdom"_s);
    QCOMPARE(names.value(u"NL"_s), u"Netherlands"_s);
}

QTEST_APPLESS_MAIN(ProviderHandlersTest)
#include "tst_providerhandlers.moc"
