// SPDX-License-Identifier: Apache-2.0
#include "PrintedConnections.h"
#include "codec/ConnectionDecoder.h"
#include "testing/ManualClock.h"

#include <QTest>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;

class TestPrintedConnections : public QObject
{
    Q_OBJECT

private slots:
    void thereIsOneLinePerConnectionBelowTheTitles();
    void columnsStandBelowEachOther();
    void aLineEndInANameMakesNoLine();
};

namespace {

QStringList printed(const QByteArray &records)
{
    const testing::ManualClock clock;
    models::ConnectionsModel model(clock);
    api::Customer customer;
    customer.id = api::CustomerId(u"222"_s);
    model.beginReading(customer);
    const auto page =
        api::decodeConnectionPage(R"({"data":[)" + records + R"(],"meta":{"next_id":null,"next_page":null}})");
    if (!page) {
        return {};
    }
    model.addPage(*page);
    model.endReading(true);
    return app::printedConnections(model).split(u'\n', Qt::SkipEmptyParts);
}

const QByteArray first =
    R"({"id":"111","customer_id":"222","provider_name":"Fake Bank","country_code":"XF","status":"active"})";

} // namespace

void TestPrintedConnections::thereIsOneLinePerConnectionBelowTheTitles()
{
    const QStringList lines = printed(first);

    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).contains("Bank"_L1));
    QVERIFY(lines.at(1).contains("Fake Bank"_L1));
    QVERIFY(lines.at(1).contains("XF"_L1));
}

void TestPrintedConnections::columnsStandBelowEachOther()
{
    const QStringList lines = printed(first);
    QCOMPARE(lines.at(1).indexOf("Fake Bank"_L1), lines.at(0).indexOf("Bank"_L1));
}

void TestPrintedConnections::aLineEndInANameMakesNoLine()
{
    const QStringList lines = printed(
        R"({"id":"111","customer_id":"222","provider_name":"Two\nlines","country_code":"XF","status":"active"})");

    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(1).contains("Two lines"_L1));
}

QTEST_GUILESS_MAIN(TestPrintedConnections)
#include "tst_printedconnections.moc"
