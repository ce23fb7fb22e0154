// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// Holds the replies against the members of reference section 3.
class ObjectJsonTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMemberIsThere_data();
    void everyMemberIsThere();
    void typesAreThoseOfTheReference();
    void secretsDifferByObject();
};

static QString members(const QJsonObject &object)
{
    QStringList keys = object.keys();
    keys.sort();
    return keys.join(u' ');
}

void ObjectJsonTest::everyMemberIsThere_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("customer") << u"blocked_at created_at id identifier secret updated_at"_s;
    QTest::newRow("connection")
        << u"categorization country_code created_at customer_id daily_refresh id last_attempt last_consent_id "
           u"last_success_at "
           "next_refresh_possible_at provider_code provider_id provider_name secret show_consent_confirmation status "
           "store_credentials updated_at"_s;
    QTest::newRow("last_attempt")
        << u"api_mode api_version automatic_fetch categorization consent_id created_at custom_fields "
           u"customer_last_logged_at "
           "daily_refresh device_type exclude_accounts fail_at fail_error_class fail_message fetch_scopes finished "
           "finished_recent from_date id include_natures interactive last_stage locale partial remote_ip "
           "show_consent_confirmation store_credentials success_at to_date updated_at user_present"_s;
    QTest::newRow("attempt")
        << u"api_mode api_version automatic_fetch categorization consent_id created_at custom_fields "
           u"customer_last_logged_at "
           "daily_refresh device_type exclude_accounts fail_at fail_error_class fail_message fetch_scopes finished "
           "finished_recent from_date id include_natures interactive locale partial remote_ip "
           "show_consent_confirmation stages store_credentials success_at to_date updated_at user_present"_s;
    QTest::newRow("stage")
        << u"created_at id interactive_fields_names interactive_fields_options interactive_html name updated_at"_s;
    QTest::newRow("consent")
        << u"collected_by connection_id created_at customer_id expires_at from_date id period_days "
           "revoke_reason revoked_at scopes status to_date updated_at"_s;
}

void ObjectJsonTest::everyMemberIsThere()
{
    Desk desk;
    const QString what = QString::fromLatin1(QTest::currentDataTag());
    QJsonObject object;
    if (what == "customer"_L1) {
        object = desk.get(u"/customers/"_s + Desk::demoId()).data();
    } else if (what == "consent"_L1) {
        object = desk.get(u"/consents?customer_id="_s + Desk::demoId()).rows().first().toObject();
    } else if (what == "attempt"_L1) {
        object = desk.get(u"/attempts?connection_id="_s + Desk::refusedId()).rows().first().toObject();
    } else {
        object = desk.get(u"/connections/"_s + Desk::refusedId()).data();
        object = what == "connection"_L1 ? object : object.value("last_attempt"_L1).toObject();
        object = what == "stage"_L1 ? object.value("last_stage"_L1).toObject() : object;
    }
    QTEST(members(object), "expected");
}

void ObjectJsonTest::typesAreThoseOfTheReference()
{
    Desk desk;
    const QJsonObject connection = desk.get(u"/connections/"_s + Desk::refusedId()).data();
    for (const char *flag : {"daily_refresh", "store_credentials", "show_consent_confirmation"}) {
        QVERIFY2(connection.value(QLatin1String(flag)).isBool(), flag);
    }
    for (const char *text : {"id", "secret", "provider_id", "customer_id", "created_at", "updated_at"}) {
        QVERIFY2(connection.value(QLatin1String(text)).isString(), text);
    }
    const QJsonObject attempt = connection.value("last_attempt"_L1).toObject();
    for (const char *flag : {"automatic_fetch", "daily_refresh", "finished", "finished_recent", "interactive",
                             "partial", "show_consent_confirmation", "store_credentials", "user_present"}) {
        QVERIFY2(attempt.value(QLatin1String(flag)).isBool(), flag);
    }
    QVERIFY(attempt.value("fetch_scopes"_L1).isArray());
    QVERIFY(attempt.value("exclude_accounts"_L1).isArray());
    QVERIFY(attempt.value("custom_fields"_L1).isObject());
    QCOMPARE(attempt.value("api_version"_L1), u"5"_s);
    QCOMPARE(attempt.value("from_date"_L1).toString().size(), 10);
}

void ObjectJsonTest::secretsDifferByObject()
{
    Desk desk;
    QSet<QString> secrets;
    const QJsonArray rows = desk.get(u"/connections?customer_id="_s + Desk::demoId()).rows();
    for (const auto &row : rows) {
        secrets.insert(row.toObject().value("secret"_L1).toString());
    }
    QCOMPARE(secrets.size(), rows.size());
}

QTEST_APPLESS_MAIN(ObjectJsonTest)
#include "tst_objectjson.moc"
