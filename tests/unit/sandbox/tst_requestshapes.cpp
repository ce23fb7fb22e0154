// SPDX-License-Identifier: Apache-2.0
#include "rules/RequestShapes.h"

#include <QTest>
#include <algorithm>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// Holds the shapes against reference 2.1 to 2.7.
class RequestShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void membersAreThoseOfTheReference_data();
    void membersAreThoseOfTheReference();
    void onlyTheseAreRequired_data();
    void onlyTheseAreRequired();
    void excludingAccountsIsForReconnectAndRefresh();
    void nestedMembersAreThoseOfTheReference();

private:
    static QString names(const Shape &shape)
    {
        QStringList list;
        for (const Member &member : shape) {
            list.append(member.name);
        }
        list.sort();
        return list.join(u' ');
    }
    static Shape inner(const Shape &shape, const QString &name)
    {
        for (const Member &member : shape) {
            if (member.name == name) {
                return member.members;
            }
        }
        return {};
    }
};

Q_DECLARE_METATYPE(const Shape *)

void RequestShapesTest::membersAreThoseOfTheReference_data()
{
    QTest::addColumn<const Shape *>("shape");
    QTest::addColumn<QString>("expected");
    QTest::newRow("create") << &createShape()
                            << u"attempt categorization consent country_code credentials customer_id daily_refresh "
                               "encrypted_credentials file_url include_fake_providers provider_code"_s;
    QTest::newRow("update") << &updateShape() << u"daily_refresh status store_credentials"_s;
    QTest::newRow("reconnect")
        << &reconnectShape()
        << u"attempt categorization consent credentials daily_refresh encrypted_credentials file_url "
           "include_fake_providers override_credentials"_s;
    QTest::newRow("interactive") << &interactiveShape() << u"credentials encrypted_credentials"_s;
    QTest::newRow("create customer") << &createCustomerShape() << u"identifier"_s;
    QTest::newRow("oauth create") << &oauthCreateShape()
                                  << u"attempt categorization consent country_code customer_id daily_refresh "
                                     "include_fake_providers provider_code return_connection_id"_s;
    QTest::newRow("oauth reconnect") << &oauthReconnectShape()
                                     << u"attempt categorization connection_id consent daily_refresh "
                                        "include_fake_providers return_connection_id"_s;
    QTest::newRow("oauth authorize") << &oauthAuthorizeShape() << u"connection_id query_string"_s;
    QTest::newRow("session create")
        << &sessionCreateShape()
        << u"allowed_countries attempt categorization connect_template consent credentials_strategy customer_id "
           "daily_refresh disable_provider_search include_fake_providers javascript_callback_type "
           "lost_connection_notify provider_code provider_modes return_connection_id return_error_class "
           "show_connect_overview show_consent_confirmation theme"_s;
    QTest::newRow("session reconnect")
        << &sessionReconnectShape()
        << u"attempt categorization connect_template connection_id consent credentials_strategy daily_refresh "
           "include_fake_providers javascript_callback_type lost_connection_notify override_credentials_strategy "
           "provider_modes return_connection_id return_error_class show_connect_overview show_consent_confirmation "
           "theme"_s;
    QTest::newRow("session refresh")
        << &sessionRefreshShape()
        << u"attempt categorization connect_template connection_id daily_refresh include_fake_providers "
           "javascript_callback_type lost_connection_notify provider_modes return_connection_id return_error_class "
           "show_connect_overview theme"_s;
    QTest::newRow("refresh") << &refreshShape() << u"attempt categorization daily_refresh include_fake_providers"_s;
}

void RequestShapesTest::membersAreThoseOfTheReference()
{
    QFETCH(const Shape *, shape);
    QTEST(names(*shape), "expected");
}

void RequestShapesTest::onlyTheseAreRequired_data()
{
    QTest::addColumn<const Shape *>("shape");
    QTest::addColumn<QString>("expected");
    QTest::newRow("create") << &createShape() << u"consent country_code customer_id provider_code"_s;
    QTest::newRow("update") << &updateShape() << QString();
    QTest::newRow("reconnect") << &reconnectShape() << QString();
    QTest::newRow("interactive") << &interactiveShape() << QString();
    QTest::newRow("refresh") << &refreshShape() << QString();
    QTest::newRow("create customer") << &createCustomerShape() << u"identifier"_s;
    QTest::newRow("oauth create") << &oauthCreateShape() << u"consent country_code customer_id provider_code"_s;
    QTest::newRow("oauth reconnect") << &oauthReconnectShape() << u"connection_id consent"_s;
    QTest::newRow("oauth authorize") << &oauthAuthorizeShape() << u"connection_id query_string"_s;
    QTest::newRow("session create") << &sessionCreateShape() << u"consent customer_id"_s;
    QTest::newRow("session reconnect") << &sessionReconnectShape() << u"connection_id consent"_s;
    QTest::newRow("session refresh") << &sessionRefreshShape() << u"connection_id"_s;
}

void RequestShapesTest::onlyTheseAreRequired()
{
    QFETCH(const Shape *, shape);
    Shape required;
    std::copy_if(shape->begin(), shape->end(), std::back_inserter(required),
                 [](const Member &member) { return member.required; });
    QTEST(names(required), "expected");
}

void RequestShapesTest::excludingAccountsIsForReconnectAndRefresh()
{
    const QString member = u"exclude_accounts"_s;
    QVERIFY(!names(inner(createShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(reconnectShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(refreshShape(), u"attempt"_s)).contains(member));
    QVERIFY(!names(inner(oauthCreateShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(oauthReconnectShape(), u"attempt"_s)).contains(member));
    QVERIFY(!names(inner(sessionCreateShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(sessionReconnectShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(sessionRefreshShape(), u"attempt"_s)).contains(member));
}

void RequestShapesTest::nestedMembersAreThoseOfTheReference()
{
    QCOMPARE(names(inner(createShape(), u"consent"_s)), u"from_date period_days scopes to_date"_s);
    QCOMPARE(names(inner(createShape(), u"encrypted_credentials"_s)), u"algorithm content iv key"_s);
    QCOMPARE(
        names(inner(createShape(), u"attempt"_s)),
        u"custom_fields customer_last_logged_at fetch_scopes fetched_accounts_notify from_date include_natures locale "
        "return_to store_credentials to_date unduplication_strategy user_present"_s);
}

QTEST_APPLESS_MAIN(RequestShapesTest)
#include "tst_requestshapes.moc"
