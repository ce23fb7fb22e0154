// SPDX-License-Identifier: Apache-2.0
#include "rules/RequestShapes.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

/// Holds the shapes against reference 2.1 to 2.7.
class RequestShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void membersAreThoseOfTheReference_data();
    void membersAreThoseOfTheReference();
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
    QTest::newRow("refresh") << &refreshShape() << u"attempt categorization daily_refresh include_fake_providers"_s;
}

void RequestShapesTest::membersAreThoseOfTheReference()
{
    QFETCH(const Shape *, shape);
    QTEST(names(*shape), "expected");
}

void RequestShapesTest::onlyTheseAreRequired()
{
    QStringList required;
    for (const Shape *shape :
         {&createShape(), &updateShape(), &reconnectShape(), &interactiveShape(), &refreshShape()}) {
        for (const Member &member : *shape) {
            required += member.required ? QStringList{member.name} : QStringList();
        }
    }
    required.sort();
    QCOMPARE(required, (QStringList{u"consent"_s, u"country_code"_s, u"customer_id"_s, u"provider_code"_s}));
}

void RequestShapesTest::excludingAccountsIsForReconnectAndRefresh()
{
    const QString member = u"exclude_accounts"_s;
    QVERIFY(!names(inner(createShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(reconnectShape(), u"attempt"_s)).contains(member));
    QVERIFY(names(inner(refreshShape(), u"attempt"_s)).contains(member));
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
