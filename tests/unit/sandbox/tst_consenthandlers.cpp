// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class ConsentHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void theListIsACustomersOrAConnections();
    void theConnectionWins();
    void anOwnerMustBeNamed_data();
    void anOwnerMustBeNamed();
    void consentsExpireByThemselves();
    void revokedOnesSayWhyAndWhen_data();
    void revokedOnesSayWhyAndWhen();
    void showFindsOneOfTheOwner();
    void smallPagesCoverTheList();
    void aRevokedConsentNeedsAReconnect();
    void onlyAnActiveConsentIsRevoked_data();
    void onlyAnActiveConsentIsRevoked();
    void revokingStopsTheAttempt();
    void revokeTakesNoBody();
    void generatedConsentsAreShownAndRevoked();

private:
    static QString consentOf(Desk &desk, const QString &connectionId)
    {
        return desk.get(u"/connections/"_s + connectionId).data().value("last_consent_id"_L1).toString();
    }
    static Answer revoke(Desk &desk, const QString &connectionId)
    {
        return desk.put(u"/consents/%1/revoke?connection_id=%2"_s.arg(consentOf(desk, connectionId), connectionId), {});
    }
};

void ConsentHandlersTest::theListIsACustomersOrAConnections()
{
    Desk desk;
    QCOMPARE(desk.get(u"/consents?customer_id="_s + Desk::demoId()).rows().size(), 7);
    const Answer one = desk.get(u"/consents?connection_id="_s + Desk::refusedId());
    QCOMPARE(one.rows().size(), 1);
    const QJsonObject consent = one.rows().first().toObject();
    QCOMPARE(consent.value("customer_id"_L1), Desk::demoId());
    QCOMPARE(consent.value("status"_L1), u"active"_s);
    QCOMPARE(consent.value("id"_L1),
             desk.get(u"/connections/"_s + Desk::refusedId()).data().value("last_consent_id"_L1));
}

void ConsentHandlersTest::theConnectionWins()
{
    Desk desk;
    const QString query = u"/consents?connection_id=%1&customer_id=987"_s.arg(Desk::refusedId());
    QCOMPARE(desk.get(query).rows().size(), 1);
}

void ConsentHandlersTest::anOwnerMustBeNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("nobody") << u"/consents"_s << u"WrongRequestFormat"_s;
    QTest::newRow("show nobody") << u"/consents/1"_s << u"WrongRequestFormat"_s;
    QTest::newRow("customer") << u"/consents?customer_id=987"_s << u"CustomerNotFound"_s;
    QTest::newRow("connection") << u"/consents?connection_id=987"_s << u"ConnectionNotFound"_s;
    QTest::newRow("unknown") << u"/consents/987?customer_id=222222222222222222"_s << u"AispConsentNotFound"_s;
    QTest::newRow("from") << u"/consents?customer_id=222222222222222222&from_id=x"_s << u"WrongRequestFormat"_s;
}

void ConsentHandlersTest::anOwnerMustBeNamed()
{
    QFETCH(QString, path);
    Desk desk;
    QTEST(desk.get(path).errorClass(), "errorClass");
}

void ConsentHandlersTest::consentsExpireByThemselves()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000106"_s, u"revolut_lt"_s);
    const QString path = u"/consents?connection_id="_s + id;
    const QString expiry = u"2026-11-23T09:00:00Z"_s;
    QCOMPARE(desk.get(path).rows().first().toObject().value("expires_at"_L1), expiry);
    desk.pass(std::chrono::hours(9) - std::chrono::seconds(1));
    QCOMPARE(desk.get(path).rows().first().toObject().value("status"_L1), u"active"_s);
    desk.pass(std::chrono::seconds(1));
    const QJsonObject expired = desk.get(path).rows().first().toObject();
    QCOMPARE(expired.value("status"_L1), u"revoked"_s);
    QCOMPARE(expired.value("revoke_reason"_L1), u"expired"_s);
    QCOMPARE(expired.value("revoked_at"_L1), expiry);
    QCOMPARE(desk.put(u"/connections/%1/refresh"_s.arg(id), "{}").errorClass(), u"AispConsentExpired"_s);
}

void ConsentHandlersTest::revokedOnesSayWhyAndWhen_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QString>("reason");
    QTest::newRow("client") << u"helpdesk-000108"_s << u"fakebank_simple_xf"_s << u"client"_s;
    QTest::newRow("provider") << u"helpdesk-000108"_s << u"rabobank_nl"_s << u"provider"_s;
    QTest::newRow("expired") << u"helpdesk-000107"_s << u"fakebank_simple_xf"_s << u"expired"_s;
}

void ConsentHandlersTest::revokedOnesSayWhyAndWhen()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    Desk desk;
    const Answer answer = desk.get(u"/consents?connection_id="_s + desk.connection(identifier, bank));
    const QJsonObject consent = answer.rows().first().toObject();
    QCOMPARE(consent.value("status"_L1), u"revoked"_s);
    QTEST(consent.value("revoke_reason"_L1).toString(), "reason");
    QVERIFY(consent.value("revoked_at"_L1).isString());
}

void ConsentHandlersTest::showFindsOneOfTheOwner()
{
    Desk desk;
    const QJsonObject consent = desk.get(u"/consents?customer_id="_s + Desk::demoId()).rows().first().toObject();
    const QString id = consent.value("id"_L1).toString();
    QCOMPARE(desk.get(u"/consents/%1?customer_id=%2"_s.arg(id, Desk::demoId())).data(), consent);
    const QString stranger = desk.customer(u"helpdesk-000101"_s);
    QCOMPARE(desk.get(u"/consents/%1?customer_id=%2"_s.arg(id, stranger)).errorClass(), u"AispConsentNotFound"_s);
}

void ConsentHandlersTest::smallPagesCoverTheList()
{
    Desk desk({.pageSize = 3});
    const QString path = u"/consents?customer_id="_s + Desk::demoId();
    QList<qsizetype> sizes;
    Answer page = desk.get(path);
    sizes.append(page.rows().size());
    while (!page.nextId().isEmpty() && sizes.size() < 9) {
        page = desk.get(page.nextPage().mid(7));
        sizes.append(page.rows().size());
    }
    QCOMPARE(sizes, (QList<qsizetype>{3, 3, 1}));
}

void ConsentHandlersTest::aRevokedConsentNeedsAReconnect()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000101"_s, u"fakebank_simple_xf"_s);
    const Answer revoked = revoke(desk, id);
    QCOMPARE(revoked.status(), 200);
    QCOMPARE(revoked.data().value("status"_L1), u"revoked"_s);
    QCOMPARE(revoked.data().value("revoke_reason"_L1), u"client"_s);
    QCOMPARE(revoked.data().value("revoked_at"_L1), u"2026-11-23T00:00:00Z"_s);
    QCOMPARE(desk.get(u"/connections/"_s + id).status(), 200);
    QCOMPARE(desk.put(u"/connections/%1/refresh"_s.arg(id), {}).errorClass(), u"AispConsentRevoked"_s);
    const QJsonObject create = desk.createData();
    const QJsonObject data{{u"credentials"_s, create.value("credentials"_L1)},
                           {u"consent"_s, create.value("consent"_L1)}};
    QCOMPARE(desk.putData(u"/connections/%1/reconnect"_s.arg(id), data).status(), 200);
}

void ConsentHandlersTest::onlyAnActiveConsentIsRevoked_data()
{
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("bank");
    QTest::newRow("by the client") << u"helpdesk-000108"_s << u"fakebank_simple_xf"_s;
    QTest::newRow("by the bank") << u"helpdesk-000108"_s << u"rabobank_nl"_s;
    QTest::newRow("expired") << u"helpdesk-000107"_s << u"fakebank_simple_xf"_s;
}

void ConsentHandlersTest::onlyAnActiveConsentIsRevoked()
{
    QFETCH(QString, identifier);
    QFETCH(QString, bank);
    Desk desk;
    const QString id = desk.connection(identifier, bank);
    const QJsonArray before = desk.get(u"/consents?connection_id="_s + id).rows();
    const Answer answer = revoke(desk, id);
    QCOMPARE(answer.errorClass(), u"AispConsentAlreadyRevoked"_s);
    QCOMPARE(answer.status(), 400);
    QCOMPARE(desk.get(u"/consents?connection_id="_s + id).rows(), before);
}

void ConsentHandlersTest::revokingStopsTheAttempt()
{
    Desk desk;
    const QString id = desk.connection(u"helpdesk-000104"_s, u"fakebank_interactive_xf"_s);
    QCOMPARE(revoke(desk, id).status(), 200);
    const Answer stopped = desk.get(u"/connections/"_s + id);
    QCOMPARE(stopped.stage(), u"finish"_s);
    QCOMPARE(stopped.attempt().value("fail_error_class"_L1), u"AispConsentRevoked"_s);
}

void ConsentHandlersTest::revokeTakesNoBody()
{
    Desk desk;
    const QString path = u"/consents/%1/revoke"_s.arg(consentOf(desk, Desk::refusedId()));
    QCOMPARE(desk.put(path, {}).errorClass(), u"WrongRequestFormat"_s);
    const QString whole = path + u"?connection_id="_s + Desk::refusedId();
    QCOMPARE(desk.putData(whole, {{u"connection_id"_s, Desk::refusedId()}}).errorClass(), u"WrongRequestFormat"_s);
    QCOMPARE(desk.put(path + u"?customer_id="_s + desk.customer(u"helpdesk-000101"_s), {}).errorClass(),
             u"AispConsentNotFound"_s);
    QCOMPARE(desk.put(whole, {}).status(), 200);
}

void ConsentHandlersTest::generatedConsentsAreShownAndRevoked()
{
    Desk desk({.connections = 5});
    const QString query = u"?customer_id="_s + desk.customer(u"load-000001"_s);
    const QJsonObject listed = desk.get(u"/consents"_s + query).rows().last().toObject();
    const QString path = u"/consents/"_s + listed.value("id"_L1).toString();
    QCOMPARE(desk.get(path + query).data(), listed);
    QCOMPARE(desk.put(path + u"/revoke"_s + query, {}).data().value("status"_L1), u"revoked"_s);
    QCOMPARE(desk.get(u"/consents"_s + query).rows().last().toObject().value("status"_L1), u"revoked"_s);
    const QString refresh = u"/connections/%1/refresh"_s.arg(listed.value("connection_id"_L1).toString());
    QCOMPARE(desk.put(refresh, {}).errorClass(), u"AispConsentRevoked"_s);
}

QTEST_APPLESS_MAIN(ConsentHandlersTest)
#include "tst_consenthandlers.moc"
