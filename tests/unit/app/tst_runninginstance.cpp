// SPDX-License-Identifier: Apache-2.0
#include "RunningInstance.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk::app;
using namespace Qt::Literals::StringLiterals;

class RunningInstanceTest : public QObject
{
    Q_OBJECT

private slots:
    void nobodyRunsAndNothingIsHandedOver();
    void whatIsHandedOverArrives_data();
    void whatIsHandedOverArrives();
    void severalStartsArriveInOrder();
    void onlyOneListens();
    void thePlaceOfACrashedOneIsTaken();
    void aPlaceThatCannotBeHadIsNoOne();
    void whatIsNoLinkIsDropped_data();
    void whatIsNoLinkIsDropped();
    void theSocketIsTheUsersAlone();
    void otherSettingsMeetElsewhere();

private:
    [[nodiscard]] QString place() { return m_folder.filePath(QString::number(++m_places)); }

    QTemporaryDir m_folder;
    int m_places = 0;
};

namespace {

using Links = QList<std::optional<ObjectLink>>;

/// What an instance was asked for.
void record(RunningInstance &instance, Links &links)
{
    QObject::connect(&instance, &RunningInstance::wanted, &instance,
                     [&links](const std::optional<ObjectLink> &link) { links << link; });
}

} // namespace

void RunningInstanceTest::nobodyRunsAndNothingIsHandedOver()
{
    QVERIFY(!RunningInstance::handOver(std::nullopt, place()));
}

void RunningInstanceTest::whatIsHandedOverArrives_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("a customer") << u"saltdesk://customer/222222222222222222"_s;
    QTest::newRow("a connection") << u"saltdesk://connection/99999999999999999999"_s;
    QTest::newRow("nothing but a window") << QString();
}

void RunningInstanceTest::whatIsHandedOverArrives()
{
    QFETCH(const QString, link);
    const QString where = place();
    RunningInstance instance;
    Links links;
    record(instance, links);
    QVERIFY(instance.listen(where));

    QVERIFY(RunningInstance::handOver(ObjectLink::parse(link), where));
    QTRY_COMPARE(links.size(), 1);
    QCOMPARE(links.first().has_value(), !link.isEmpty());
    QCOMPARE(links.first() ? links.first()->text() : QString(), link);
}

void RunningInstanceTest::severalStartsArriveInOrder()
{
    const QString where = place();
    RunningInstance instance;
    Links links;
    record(instance, links);
    QVERIFY(instance.listen(where));

    for (int id = 1; id <= 3; ++id) {
        QVERIFY(RunningInstance::handOver(ObjectLink{ObjectLink::Kind::Customer, QString::number(id)}, where));
    }
    QTRY_COMPARE(links.size(), 3);
    for (int id = 1; id <= 3; ++id) {
        QCOMPARE(links.at(id - 1)->id, QString::number(id));
    }
}

void RunningInstanceTest::onlyOneListens()
{
    const QString where = place();
    RunningInstance first;
    RunningInstance second;
    QVERIFY(first.listen(where));
    QVERIFY(!second.listen(where));
    Links links;
    record(first, links);
    QVERIFY(RunningInstance::handOver(std::nullopt, where));
    QTRY_COMPARE(links.size(), 1);
}

void RunningInstanceTest::thePlaceOfACrashedOneIsTaken()
{
    const QString where = place();
    QFile left(where);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(!RunningInstance::handOver(std::nullopt, where));
    RunningInstance next;
    QVERIFY(next.listen(where));
}

void RunningInstanceTest::aPlaceThatCannotBeHadIsNoOne()
{
    RunningInstance instance;
    QVERIFY(!instance.listen(m_folder.filePath(u"no/such/folder"_s)));
}

void RunningInstanceTest::whatIsNoLinkIsDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a word") << QByteArray("quit\n");
    QTest::newRow("a write") << QByteArray("saltdesk://connection/1/remove\n");
    QTest::newRow("an option") << QByteArray("--base-url=https://example.com\n");
    QTest::newRow("no end") << QByteArray(4096, 'x');
    QTest::newRow("too long for a link") << QByteArray("saltdesk://customer/") + QByteArray(200, '1') + '\n';
    QTest::newRow("other bytes") << QByteArray("\0\xff\xfe\n", 4);
}

void RunningInstanceTest::whatIsNoLinkIsDropped()
{
    QFETCH(const QByteArray, bytes);
    const QString where = place();
    RunningInstance instance;
    Links links;
    record(instance, links);
    QVERIFY(instance.listen(where));

    QLocalSocket stranger;
    stranger.connectToServer(where);
    QCOMPARE(stranger.state(), QLocalSocket::ConnectedState);
    stranger.write(bytes);
    QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(links.size(), 0);
    // And it still serves.
    QVERIFY(RunningInstance::handOver(std::nullopt, where));
    QTRY_COMPARE(links.size(), 1);
}

void RunningInstanceTest::theSocketIsTheUsersAlone()
{
    const QString where = place();
    RunningInstance instance;
    QVERIFY(instance.listen(where));
    QCOMPARE(QFileInfo(where).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void RunningInstanceTest::otherSettingsMeetElsewhere()
{
    const QString here = RunningInstance::meetingPoint();
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    const QString there = RunningInstance::meetingPoint();
    qputenv("XDG_CONFIG_HOME", before);
    QVERIFY(here != there);
    QCOMPARE(RunningInstance::meetingPoint(), here);
}

QTEST_GUILESS_MAIN(RunningInstanceTest)
#include "tst_runninginstance.moc"
