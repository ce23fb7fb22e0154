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

QTEST_APPLESS_MAIN(ConsentHandlersTest)
#include "tst_consenthandlers.moc"
