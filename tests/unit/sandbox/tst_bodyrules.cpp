// SPDX-License-Identifier: Apache-2.0
#include "rules/BodyRules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class BodyRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void kindsAreChecked_data();
    void kindsAreChecked();
    void requiredMembersMustBeFilled_data();
    void requiredMembersMustBeFilled();
    void unknownMembersAreNamed_data();
    void unknownMembersAreNamed();
    void aMembersOwnClassIsRaised();
    void lenientIgnoresUnknownMembersOnly();
    void onlyNullableMembersMayBeNull();
    void allowedValuesAreListed();
    void extentsHaveClassesOfTheirOwn_data();
    void extentsHaveClassesOfTheirOwn();

private:
    static QJsonObject object(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
    static Shape nested()
    {
        return {{.name = u"inner"_s,
                 .kind = MemberKind::Object,
                 .required = true,
                 .members = {{.name = u"flag"_s, .kind = MemberKind::Flag, .required = true}}},
                {.name = u"name"_s, .kind = MemberKind::Text}};
    }
};

void BodyRulesTest::kindsAreChecked_data()
{
    QTest::addColumn<MemberKind>("kind");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");
    const auto rows = [](const char *name, MemberKind kind, const QList<QByteArray> &good,
                         const QList<QByteArray> &bad) {
        for (const QByteArray &value : good) {
            QTest::addRow("%s takes %s", name, value.constData()) << kind << value << true;
        }
        for (const QByteArray &value : bad) {
            QTest::addRow("%s refuses %s", name, value.constData()) << kind << value << false;
        }
    };
    rows("text", MemberKind::Text, {R"("a")", R"("")"}, {"1", "true", "null", "[]", "{}"});
    rows("flag", MemberKind::Flag, {"true", "false"}, {"1", R"("true")", "null", "[]"});
    rows("integer", MemberKind::PositiveInteger, {"1", "365"}, {"0", "-1", "1.5", R"("1")", "null", "1e12"});
    rows("list", MemberKind::TextList, {"[]", R"(["a","b"])"}, {R"(["a",1])", R"("a")", "null", "{}"});
    rows("date", MemberKind::Date, {R"("2026-11-23")", R"("2024-02-29")"},
         {R"("2026-02-29")", R"("23.11.2026")", R"("2026-11-23T00:00:00Z")", R"("2026-1-1")", "20261123", R"("")"});
    rows("datetime", MemberKind::DateTime, {R"("2026-11-23T10:00:00Z")", R"("2026-11-23T10:00:00.123Z")"},
         {R"("2026-11-23")", R"("now")", "5", R"("")"});
    rows("object", MemberKind::FreeObject, {"{}", R"({"a":[1,2]})"}, {"[]", R"("a")", "null"});
    rows("credentials", MemberKind::Credentials, {"{}", R"({"a":"b"})", R"({"a":["b","c"]})"},
         {R"({"a":1})", R"({"a":null})", R"({"a":{"b":"c"}})", "[]", R"({"a":[1]})"});
}

void BodyRulesTest::kindsAreChecked()
{
    QFETCH(MemberKind, kind);
    QFETCH(QByteArray, value);
    QFETCH(bool, allowed);
    const Shape shape{{.name = u"m"_s, .kind = kind}};
    const auto verdict = BodyRules(false).check(object("{\"m\":" + value + "}"), shape, u"data"_s);
    QCOMPARE(verdict.has_value(), allowed);
    if (!allowed) {
        QVERIFY(verdict.error().message.startsWith(u"data.m parameter must be "_s));
    }
}

void BodyRulesTest::requiredMembersMustBeFilled_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("complete") << QByteArray(R"({"inner":{"flag":true}})") << QString();
    QTest::newRow("outer") << QByteArray(R"({})") << u"data.inner parameter must be filled"_s;
    QTest::newRow("inner") << QByteArray(R"({"inner":{}})") << u"data.inner.flag parameter must be filled"_s;
}

void BodyRulesTest::requiredMembersMustBeFilled()
{
    QFETCH(QByteArray, json);
    const auto verdict = BodyRules(false).check(object(json), nested(), u"data"_s);
    QTEST(verdict ? QString() : verdict.error().message, "named");
}

void BodyRulesTest::unknownMembersAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("outer") << QByteArray(R"({"inner":{"flag":true},"x":1})") << u"data.x"_s;
    QTest::newRow("inner") << QByteArray(R"({"inner":{"flag":true,"x":1}})") << u"data.inner.x"_s;
    QTest::newRow("misplaced") << QByteArray(R"({"inner":{"flag":true,"name":"a"}})") << u"data.inner.name"_s;
    QTest::newRow("case") << QByteArray(R"({"inner":{"flag":true},"Name":"a"})") << u"data.Name"_s;
}

void BodyRulesTest::unknownMembersAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto verdict = BodyRules(false).check(object(json), nested(), u"data"_s);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().errorClass, u"WrongRequestFormat"_s);
    QVERIFY(verdict.error().message.startsWith(named + u' '));
}

void BodyRulesTest::aMembersOwnClassIsRaised()
{
    const Shape shape{{.name = u"d"_s, .kind = MemberKind::Date, .errorClass = u"DateFormatInvalid"_s}};
    QCOMPARE(BodyRules(false).check(object(R"({"d":"x"})"), shape, u"data"_s).error().errorClass,
             u"DateFormatInvalid"_s);
}

void BodyRulesTest::lenientIgnoresUnknownMembersOnly()
{
    const BodyRules lenient(true);
    QVERIFY(lenient.check(object(R"({"inner":{"flag":true,"x":1},"y":2})"), nested(), u"data"_s));
    QVERIFY(!lenient.check(object(R"({"inner":{"flag":"true"}})"), nested(), u"data"_s));
    QVERIFY(!lenient.check(object(R"({"inner":{}})"), nested(), u"data"_s));
}

void BodyRulesTest::onlyNullableMembersMayBeNull()
{
    const Shape shape{{.name = u"a"_s, .kind = MemberKind::Text, .nullable = true},
                      {.name = u"b"_s, .kind = MemberKind::Text}};
    QVERIFY(BodyRules(false).check(object(R"({"a":null})"), shape, u"data"_s));
    QVERIFY(!BodyRules(false).check(object(R"({"b":null})"), shape, u"data"_s));
}

void BodyRulesTest::allowedValuesAreListed()
{
    const Shape shape{{.name = u"a"_s, .kind = MemberKind::Text, .allowed = {u"x"_s, u"y"_s}},
                      {.name = u"l"_s, .kind = MemberKind::TextList, .allowed = {u"x"_s, u"y"_s}}};
    QVERIFY(BodyRules(false).check(object(R"({"a":"y","l":["y","x"]})"), shape, u"data"_s));
    const auto verdict = BodyRules(false).check(object(R"({"a":"z"})"), shape, u"data"_s);
    QCOMPARE(verdict.error().message, u"data.a parameter must be one of: x, y"_s);
    QVERIFY(!BodyRules(false).check(object(R"({"l":["x","z"]})"), shape, u"data"_s));
}

void BodyRulesTest::extentsHaveClassesOfTheirOwn_data()
{
    QTest::addColumn<MemberKind>("kind");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("errorClass");
    const auto list = [](int size) { return QJsonArray::fromStringList(QStringList(size, u"1"_s)); };
    QTest::newRow("100 items") << MemberKind::TextList << QJsonValue(list(100)) << QString();
    QTest::newRow("101 items") << MemberKind::TextList << QJsonValue(list(101)) << u"BatchSizeLimitExceeded"_s;
    QTest::newRow("first year") << MemberKind::Date << QJsonValue(u"1970-01-01"_s) << QString();
    QTest::newRow("before it") << MemberKind::Date << QJsonValue(u"1969-12-31"_s) << u"DateOutOfRange"_s;
    QTest::newRow("last year") << MemberKind::Date << QJsonValue(u"2100-12-31"_s) << QString();
    QTest::newRow("after it") << MemberKind::Date << QJsonValue(u"2101-01-01"_s) << u"DateOutOfRange"_s;
    QTest::newRow("moment") << MemberKind::DateTime << QJsonValue(u"2026-01-01T00:00:00Z"_s) << QString();
    QTest::newRow("old moment") << MemberKind::DateTime << QJsonValue(u"1200-01-01T00:00:00Z"_s)
                                << u"DateTimeOutOfRange"_s;
}

void BodyRulesTest::extentsHaveClassesOfTheirOwn()
{
    QFETCH(MemberKind, kind);
    QFETCH(QJsonValue, value);
    QFETCH(QString, errorClass);
    const Shape shape{{.name = u"x"_s, .kind = kind, .errorClass = u"Own"_s}};
    const auto verdict = BodyRules(false).check({{u"x"_s, value}}, shape, u"data"_s);
    QCOMPARE(verdict ? QString() : verdict.error().errorClass, errorClass);
    QVERIFY(verdict || verdict.error().message.startsWith(u"data.x "_s));
}

QTEST_APPLESS_MAIN(BodyRulesTest)
#include "tst_bodyrules.moc"
