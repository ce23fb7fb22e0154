// SPDX-License-Identifier: Apache-2.0
#include "customer/CustomerLookup.h"
#include "support/Bench.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using Step = CustomerLookup::Step;

namespace {

/// How a lookup ended, in one line; how often it ended.
struct Ending : QObject
{
    explicit Ending(CustomerLookup &lookup)
    {
        connect(&lookup, &CustomerLookup::found, this,
                [this](const api::Customer &customer, const api::ConnectionId &connection) {
                    text += u"found "_s + customer.id.toString() + u'/' + customer.identifier.value() + u'/' +
                            connection.toString();
                });
        connect(&lookup, &CustomerLookup::foundNobody, this, [this] { text += u"nobody"_s; });
        connect(&lookup, &CustomerLookup::failed, this,
                [this](const api::ApiError &error) { text += u"failed "_s + error.errorClass; });
    }
    QString text;
};

} // namespace

class CustomerLookupTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsTriedForItsLikeliestMeaningFirst_data();
    void aTextIsTriedForItsLikeliestMeaningFirst();
    void theLookupEndsAsTheAnswersSay_data();
    void theLookupEndsAsTheAnswersSay();
    void aConnectionLeadsToItsCustomer();
    void aConnectionWhoseCustomerCantBeSeenStillHasOne();
    void nothingIsSaidBeforeTheEventLoopTurned();
    void destroyingItAborts();
};

void CustomerLookupTest::aTextIsTriedForItsLikeliestMeaningFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("steps");
    const int customer = static_cast<int>(Step::CustomerId);
    const int connection = static_cast<int>(Step::ConnectionId);
    const int identifier = static_cast<int>(Step::Identifier);
    QTest::newRow("18 digits") << u"222222222222222222"_s << QList<int>{customer, connection, identifier};
    QTest::newRow("15 digits") << u"222222222222222"_s << QList<int>{customer, connection, identifier};
    QTest::newRow("14 digits") << u"22222222222222"_s << QList<int>{identifier, customer, connection};
    QTest::newRow("few digits") << u"12345"_s << QList<int>{identifier, customer, connection};
    QTest::newRow("letters") << u"helpdesk-000123"_s << QList<int>{identifier};
    QTest::newRow("digits of another script") << u"١٢٣"_s << QList<int>{identifier};
    QTest::newRow("a number with a sign") << u"-12345"_s << QList<int>{identifier};
}

void CustomerLookupTest::aTextIsTriedForItsLikeliestMeaningFirst()
{
    QFETCH(QString, text);
    QList<int> steps;
    for (const Step step : CustomerLookup::stepsFor(text)) {
        steps.append(static_cast<int>(step));
    }
    QTEST(steps, "steps");
}

void CustomerLookupTest::theLookupEndsAsTheAnswersSay_data()
{
    QTest::addColumn<QString>("customerError");
    QTest::addColumn<QString>("connectionError");
    QTest::addColumn<bool>("hasIdentifier");
    QTest::addColumn<QString>("ending");
    const QString notCustomer = u"CustomerNotFound"_s;
    const QString notConnection = u"ConnectionNotFound"_s;
    QTest::newRow("nobody") << notCustomer << notConnection << false << u"nobody"_s;
    QTest::newRow("an identifier made of many digits")
        << notCustomer << notConnection << true << u"found 22/111111111111111111/"_s;
    QTest::newRow("too long for an id") << u"ValueOutOfRange"_s << u"ValueOutOfRange"_s << true
                                        << u"found 22/111111111111111111/"_s;
    QTest::newRow("an error ends the search")
        << u"ApiKeyNotFound"_s << notConnection << true << u"failed ApiKeyNotFound"_s;
    QTest::newRow("a later error ends it too")
        << notCustomer << u"ClientDisabled"_s << true << u"failed ClientDisabled"_s;
}

void CustomerLookupTest::theLookupEndsAsTheAnswersSay()
{
    QFETCH(QString, customerError);
    QFETCH(QString, connectionError);
    QFETCH(bool, hasIdentifier);
    const QString text = u"111111111111111111"_s;
    Bench bench;
    bench.network.on("GET /customers/111111111111111111", apiError(customerError.toLatin1()));
    bench.network.on("GET /connections/111111111111111111", apiError(connectionError.toLatin1()));
    bench.network.on("GET /customers", hasIdentifier ? customerListAnswer(u"22"_s, text) : emptyListAnswer());
    CustomerLookup lookup(bench.client, text, CustomerLookup::stepsFor(text));
    const Ending ending(lookup);
    lookup.start();
    QTRY_VERIFY(!ending.text.isEmpty());
    QTEST(ending.text, "ending");
}

void CustomerLookupTest::aConnectionLeadsToItsCustomer()
{
    Bench bench;
    bench.network.on("GET /connections/11", ConnectionJson{}.answer());
    bench.network.on("GET /customers/22", customerAnswer());
    CustomerLookup lookup(bench.client, u"11"_s, {Step::ConnectionId});
    const Ending ending(lookup);
    lookup.start();
    QTRY_COMPARE(ending.text, u"found 22/helpdesk-1/11"_s);
}

void CustomerLookupTest::aConnectionWhoseCustomerCantBeSeenStillHasOne()
{
    Bench bench;
    bench.network.on("GET /connections/11", ConnectionJson{}.answer());
    bench.network.on("GET /customers/22", apiError("CustomerNotFound", 404));
    CustomerLookup lookup(bench.client, u"11"_s, {Step::ConnectionId});
    const Ending ending(lookup);
    lookup.start();
    QTRY_COMPARE(ending.text, u"found 22//11"_s);
}

void CustomerLookupTest::nothingIsSaidBeforeTheEventLoopTurned()
{
    Bench bench;
    bench.network.on("GET /customers/22", customerAnswer());
    CustomerLookup lookup(bench.client, u"22"_s, {Step::CustomerId});
    const Ending ending(lookup);
    lookup.start();
    QVERIFY(ending.text.isEmpty());
    QTRY_COMPARE(ending.text, u"found 22/helpdesk-1/"_s);
}

void CustomerLookupTest::destroyingItAborts()
{
    Bench bench;
    bench.network.on("GET /customers/22", silence());
    auto lookup = std::make_unique<CustomerLookup>(bench.client, u"22"_s, QList<Step>{Step::CustomerId});
    const Ending ending(*lookup);
    lookup->start();
    QTRY_COMPARE(bench.network.open(), 1);
    lookup.reset();
    QTRY_COMPARE(bench.network.open(), 0);
    QCOMPARE(ending.text, QString());
}

QTEST_GUILESS_MAIN(CustomerLookupTest)
#include "tst_customerlookup.moc"
