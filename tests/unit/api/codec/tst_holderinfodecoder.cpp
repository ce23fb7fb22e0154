// SPDX-License-Identifier: Apache-2.0
#include "OddMembers.h"
#include "Samples.h"
#include "codec/HolderInfoDecoder.h"

#include <QTest>

using namespace saltdesk;
using namespace saltdesk::api;
using namespace Qt::Literals::StringLiterals;

using Row = testing::OddRow<HolderInfo>;
Q_DECLARE_METATYPE(Row)

namespace {

using Addresses = std::vector<HolderAddress>;

HolderAddress inCity(const QString &city)
{
    HolderAddress address;
    address.city = city;
    return address;
}

std::vector<Row> oddRows()
{
    return {
        {"nothing", "", [](HolderInfo &) {}},
        {"unknown members", R"("id":7,"new":{"names":["x"]})", [](HolderInfo &) {}},
        {"all null", R"("names":null,"emails":null,"phone_numbers":null,"addresses":null,"extra":null)",
         [](HolderInfo &h) {
             h.names = h.emails = h.phoneNumbers = Member<QStringList>::null();
             h.addresses = Member<Addresses>::null();
             h.extra = Member<QByteArray>::null();
         }},
        {"all empty", R"("names":[],"emails":[],"phone_numbers":[],"addresses":[],"extra":{})",
         [](HolderInfo &h) {
             h.names = h.emails = h.phoneNumbers = QStringList();
             h.addresses = Addresses();
             h.extra = QByteArray("{}");
         }},
        {"phone numbers as numbers", R"("phone_numbers":[15550100,"+1 555 0101"])",
         [](HolderInfo &h) {
             h.phoneNumbers = QStringList{u"15550100"_s, u"+1 555 0101"_s};
         }},
        {"an empty address", R"("addresses":[{}])", [](HolderInfo &h) { h.addresses = Addresses(1); }},
        {"a post code as number", R"("addresses":[{"post_code":62701}])",
         [](HolderInfo &h) {
             HolderAddress address;
             address.postCode = u"62701"_s;
             h.addresses = Addresses{address};
         }},
        {"an address of nulls",
         R"("addresses":[{"city":null,"state":null,"street":null,"country_code":null,"post_code":null}])",
         [](HolderInfo &h) {
             const auto null = Member<QString>::null();
             h.addresses = Addresses{{null, null, null, null, null}};
         }},
        {"a bad address among good ones", R"("addresses":[{"city":"A"},"s3cr3t",null,{"city":"B"}])",
         [](HolderInfo &h) {
             h.addresses = Addresses{inCity(u"A"_s), inCity(u"B"_s)};
         }},
        {"a name of a wrong type", R"("names":["A",["s3cr3t"],null,"B"],"emails":["a@b"])",
         [](HolderInfo &h) {
             h.names = QStringList{u"A"_s, u"B"_s};
             h.emails = QStringList{u"a@b"_s};
         }},
        {"a name that is no list", R"("names":"s3cr3t","emails":["a@b"])",
         [](HolderInfo &h) { h.emails = QStringList{u"a@b"_s}; }},
        {"more in extra", R"("extra":{"ssn":"1234","income":9007199254740993})",
         [](HolderInfo &h) { h.extra = QByteArray(R"({"ssn":"1234","income":9007199254740993})"); }},
    };
}

} // namespace

class TestHolderInfoDecoder : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead()
    {
        const Result<HolderInfo> info = decodeHolderInfo(testing::enveloped(testing::holderInfoSample));
        QVERIFY(info);
        QCOMPARE(info->names.value(), QStringList{u"John Doe"_s});
        QCOMPARE(info->emails.value(), QStringList{u"john.doe@example.com"_s});
        QCOMPARE(info->phoneNumbers.value(), QStringList{u"+1 555 0100"_s});
        QCOMPARE(info->addresses->size(), std::size_t(1));
        QVERIFY((info->addresses->front() ==
                 HolderAddress{u"Springfield"_s, u"IL"_s, u"742 Evergreen Terrace"_s, u"US"_s, u"62701"_s}));
        QCOMPARE(info->extra.value(), QByteArray(R"({"ssn":"1234","cpf":"123.456.789-09"})"));
    }

    void oddButLegalMembersAreRead_data() { testing::addRows(oddRows()); }

    void oddButLegalMembersAreRead()
    {
        QFETCH(Row, row);
        const Result<HolderInfo> info = decodeHolderInfo(R"({"data":{)" + row.members + "}}");
        QVERIFY(info);
        HolderInfo expected;
        row.change(expected);
        QVERIFY(*info == expected);
    }

    void namesKeepEveryCharacter_data() { testing::addOddTexts(); }

    void namesKeepEveryCharacter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<HolderInfo> info =
            decodeHolderInfo(R"({"data":{"names":[")" + json + R"("],"addresses":[{"street":")" + json + R"("}]}})");
        QVERIFY(info);
        QCOMPARE(info->names.value(), QStringList{expected});
        QCOMPARE(info->addresses->front().street.value(), expected);
    }

    void whatIsNoAnswerIsMalformed()
    {
        for (const char *body : {"", "[]", "{}", R"({"data":null})", R"({"data":[]})", R"({"data":{"names":["a"]})"}) {
            QCOMPARE(decodeHolderInfo(body).error().kind, ErrorKind::Malformed);
        }
        QCOMPARE(decodeHolderInfo(testing::nested(10'000)).error().kind, ErrorKind::TooLarge);
    }
};

QTEST_APPLESS_MAIN(TestHolderInfoDecoder)
#include "tst_holderinfodecoder.moc"
