// SPDX-License-Identifier: Apache-2.0
#include "Desk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class AttemptHandlersTest : public QObject
{
    Q_OBJECT

private slots:
    void theListIsAConnectionsHistory();
    void attemptsComeWithTheirStages();
    void showFindsOneOfTheConnection();
    void theConnectionMustBeNamed_data();
    void theConnectionMustBeNamed();
    void smallPagesCoverTheHistory();
};

void AttemptHandlersTest::theListIsAConnectionsHistory()
{
    Desk desk;
    const Answer answer = desk.get(u"/attempts?connection_id="_s + Desk::refusedId());
    QCOMPARE(answer.rows().size(), 2);
    QCOMPARE(answer.rows().first().toObject().value("fail_error_class"_L1), QJsonValue());
    QCOMPARE(answer.rows().last().toObject().value("fail_error_class"_L1), u"InvalidCredentials"_s);
    const QJsonObject shown = desk.get(u"/connections/"_s + Desk::refusedId()).attempt();
    QCOMPARE(answer.rows().last().toObject().value("id"_L1), shown.value("id"_L1));
}

void AttemptHandlersTest::attemptsComeWithTheirStages()
{
    Desk desk;
    const QJsonObject attempt = desk.get(u"/attempts?connection_id="_s + Desk::refusedId()).rows().last().toObject();
    QVERIFY(!attempt.contains("last_stage"_L1));
    QStringList names;
    for (const auto &stage : attempt.value("stages"_L1).toArray()) {
        names.append(stage.toObject().value("name"_L1).toString());
    }
    QCOMPARE(names, (QStringList{u"start"_s, u"connect"_s, u"finish"_s}));
    const QJsonObject last = desk.get(u"/connections/"_s + Desk::refusedId()).attempt();
    QVERIFY(!last.contains("stages"_L1));
    QCOMPARE(attempt.value("stages"_L1).toArray().last(), last.value("last_stage"_L1));
}

void AttemptHandlersTest::showFindsOneOfTheConnection()
{
    Desk desk;
    const QString query = u"?connection_id="_s + Desk::refusedId();
    const QJsonObject attempt = desk.get(u"/attempts"_s + query).rows().first().toObject();
    const QString id = attempt.value("id"_L1).toString();
    QCOMPARE(desk.get(u"/attempts/"_s + id + query).data(), attempt);
    const Answer unknown = desk.get(u"/attempts/987"_s + query);
    QCOMPARE(unknown.errorClass(), u"AttemptNotFound"_s);
    QCOMPARE(unknown.status(), 404);
    QCOMPARE(unknown.json.value("request"_L1).toObject().value("attempt_id"_L1), u"987"_s);
    const QString other = desk.connection(u"helpdesk-000101"_s, u"revolut_lt"_s);
    QCOMPARE(desk.get(u"/attempts/%1?connection_id=%2"_s.arg(id, other)).errorClass(), u"AttemptNotFound"_s);
}

void AttemptHandlersTest::theConnectionMustBeNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("errorClass");
    QTest::newRow("list") << u"/attempts"_s << u"WrongRequestFormat"_s;
    QTest::newRow("show") << u"/attempts/1"_s << u"WrongRequestFormat"_s;
    QTest::newRow("unknown") << u"/attempts?connection_id=987"_s << u"ConnectionNotFound"_s;
    QTest::newRow("page size") << u"/attempts?connection_id=111111111111111111&per_page=1"_s << u"ValueOutOfRange"_s;
}

void AttemptHandlersTest::theConnectionMustBeNamed()
{
    QFETCH(QString, path);
    Desk desk;
    QTEST(desk.get(path).errorClass(), "errorClass");
}

void AttemptHandlersTest::smallPagesCoverTheHistory()
{
    Desk desk({.pageSize = 1});
    const QString path = u"/attempts?connection_id="_s + Desk::refusedId();
    const Answer first = desk.get(path);
    QCOMPARE(first.rows().size(), 1);
    const Answer second = desk.get(path + u"&from_id="_s + first.nextId());
    QCOMPARE(second.rows().size(), 1);
    QVERIFY(second.nextId().isEmpty());
    QVERIFY(first.rows().first() != second.rows().first());
}

QTEST_APPLESS_MAIN(AttemptHandlersTest)
#include "tst_attempthandlers.moc"
