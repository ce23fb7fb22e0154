// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditCodec.h"
#include "audit/AuditOperation.h"
#include "audit/AuditOutcome.h"
#include "audit/AuditWords.h"
#include "support/Trails.h"
#include "testing/EveryWrite.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace saltdesk::testing;
using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;

class AuditCodecTest : public QObject
{
    Q_OBJECT

private slots:
    void anEntrySurvivesItsLine();
    void emptyMembersTakeNoRoom();
    void theHashIsThatOfTheDocument();
    void anyChangedByteShows();
    void whatIsNoLineIsTold_data();
    void whatIsNoLineIsTold();
    void aNewerLineIsCheckedByItsBytes();
    void everyEventKeepsItsName();
    void everyEnvironmentKeepsItsName();
    void everyWriteHasAName();
    void anUnknownWriteKeepsItsPath();
    void outcomes_data();
    void outcomes();
    void onlyWhatLooksLikeAnIdIsKept_data();
    void onlyWhatLooksLikeAnIdIsKept();
};

void AuditCodecTest::anEntrySurvivesItsLine()
{
    const AuditEntry entry = fullAuditEntry(3);
    const auto line = decodeAuditLine(encodeAuditLine(entry, auditGenesis()));
    QVERIFY(line);
    QVERIFY(line->isAuthentic);
    QCOMPARE(line->previous, auditGenesis());
    QCOMPARE(line->version, auditVersion);
    QVERIFY(line->entry == entry);
    QCOMPARE(line->entry.time.timeSpec(), Qt::UTC);
}

void AuditCodecTest::emptyMembersTakeNoRoom()
{
    const QByteArray line = encodeAuditLine({.number = 1, .time = fullAuditEntry(1).time}, auditGenesis());
    for (const QByteArray name : {"customer", "reason", "outcome", "about", "note"}) {
        QVERIFY2(!line.contains(QByteArray('"' + name + '"')), line.constData());
    }
    QVERIFY(!line.contains('\n'));
    QVERIFY(decodeAuditLine(line)->isAuthentic);
}

/// Whoever checks a trail without this program goes by what the header says.
void AuditCodecTest::theHashIsThatOfTheDocument()
{
    const QByteArray line = encodeAuditLine(fullAuditEntry(1), auditGenesis());
    const QByteArray stated = QJsonDocument::fromJson(line).object().value(u"hash"_s).toString().toLatin1();
    const QByteArray without = line.first(line.lastIndexOf(",\"hash\"")) + '}';
    QVERIFY(!QJsonDocument::fromJson(without).isNull());
    QCOMPARE(stated,
             QCryptographicHash::hash(QByteArray(auditGenesis() + without), QCryptographicHash::Sha256).toHex());
}

void AuditCodecTest::anyChangedByteShows()
{
    const QByteArray line = encodeAuditLine(fullAuditEntry(1), auditGenesis());
    for (qsizetype i = 0; i < line.size(); ++i) {
        QByteArray altered = line;
        altered[i] = altered.at(i) == '1' ? '2' : '1';
        const auto decoded = decodeAuditLine(altered);
        QVERIFY2(!decoded || !decoded->isAuthentic || decoded->previous != auditGenesis(),
                 qPrintable(QString::number(i)));
    }
}

void AuditCodecTest::whatIsNoLineIsTold_data()
{
    const QByteArray line = encodeAuditLine(fullAuditEntry(1), auditGenesis());
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << line.first(line.size() / 2);
    QTest::newRow("all but the end") << line.chopped(1);
    QTest::newRow("the second half") << line.sliced(line.size() / 2);
    QTest::newRow("other JSON") << QByteArray("{}");
    QTest::newRow("zeros") << QByteArray(512, '\0');
    QTest::newRow("not JSON, but a hash") << QByteArray("x,\"hash\":\"" + QByteArray(64, 'a') + "\"}");
    QTest::newRow("no number") << QByteArray("{\"v\":1,\"hash\":\"" + QByteArray(64, 'a') + "\"}");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void AuditCodecTest::whatIsNoLineIsTold()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!decodeAuditLine(bytes));
}

void AuditCodecTest::aNewerLineIsCheckedByItsBytes()
{
    QByteArray canonical = R"({"number":1,"prev":")" + auditGenesis() + R"(","shape":"new","v":2})";
    const QByteArray hash =
        QCryptographicHash::hash(QByteArray(auditGenesis() + canonical), QCryptographicHash::Sha256).toHex();
    canonical.chop(1);
    const auto line = decodeAuditLine(QByteArray(canonical + ",\"hash\":\"" + hash + "\"}"));
    QVERIFY(line);
    QVERIFY(line->isAuthentic);
    QCOMPARE(line->version, 2);
}

void AuditCodecTest::everyEventKeepsItsName()
{
    const QStringList names{u"asked"_s,  u"ended"_s,     u"refused"_s, u"unlocked"_s,
                            u"locked"_s, u"forgotten"_s, u"resumed"_s};
    QSet<QString> words;
    QCOMPARE(allAuditEvents().size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const AuditEvent event = allAuditEvents().at(i);
        QCOMPARE(QString(auditEventName(event)), names.at(i));
        QCOMPARE(auditEventNamed(names.at(i)), std::optional(event));
        words.insert(auditEventWord(event));
    }
    QCOMPARE(words.size(), names.size());
    QVERIFY(!auditEventNamed(u"something new"_s));
}

void AuditCodecTest::everyEnvironmentKeepsItsName()
{
    for (const auto &[kind, name] :
         {std::pair{EnvironmentKind::Sandbox, u"sandbox"_s}, std::pair{EnvironmentKind::Test, u"test"_s},
          std::pair{EnvironmentKind::Live, u"live"_s}}) {
        QCOMPARE(QString(environmentName(kind)), name);
        QCOMPARE(environmentNamed(name), std::optional(kind));
    }
    QVERIFY(!environmentNamed(u"moon"_s));
    AuditEntry entry = fullAuditEntry(1);
    entry.environment = EnvironmentKind::Sandbox;
    QByteArray line = encodeAuditLine(entry, auditGenesis());
    const auto moon = decodeAuditLine(line.replace(R"("environment":"sandbox")", R"("environment":"moon")"));
    QVERIFY(moon);
    QVERIFY(!moon->isAuthentic);
    QCOMPARE(moon->entry.environment, EnvironmentKind::Live);
}

void AuditCodecTest::everyWriteHasAName()
{
    QSet<QString> names;
    for (const EveryWrite &write : everyWrite()) {
        QString route = QString::fromLatin1(write.target).section(u'?', 0, 0);
        for (const QString &id : {u"111"_s, u"222"_s, u"555"_s}) {
            route.replace(id, u"{}"_s);
        }
        const auto method = write.verb == "POST"  ? api::Method::Post
                            : write.verb == "PUT" ? api::Method::Put
                                                  : api::Method::Delete;
        const QString name = auditOperation(method, route);
        QVERIFY2(!name.contains(QLatin1StringView(write.verb)), qPrintable(name));
        QVERIFY(auditOperationWord(name) != name);
        names.insert(name);
    }
    QCOMPARE(names.size(), 17);
}

void AuditCodecTest::anUnknownWriteKeepsItsPath()
{
    QCOMPARE(auditOperation(api::Method::Post, u"payments/{}/cancel"_s), u"POST payments/{}/cancel"_s);
    QCOMPARE(auditOperationWord(u"POST payments/{}/cancel"_s), u"POST payments/{}/cancel"_s);
    // The verb belongs to the name.
    QCOMPARE(auditOperation(api::Method::Delete, u"connections"_s), u"DELETE connections"_s);
}

void AuditCodecTest::outcomes_data()
{
    QTest::addColumn<api::ErrorKind>("kind");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<bool>("unknown");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("refused");
    QTest::newRow("the API's no") << ErrorKind::Rejected << u"ConnectionNotFound"_s << false << u"ConnectionNotFound"_s
                                  << false;
    QTest::newRow("lost") << ErrorKind::Network << QString() << true << u"unknown: network"_s << false;
    QTest::newRow("timed out") << ErrorKind::Timeout << QString() << true << u"unknown: timeout"_s << false;
    QTest::newRow("not reached") << ErrorKind::Network << QString() << false << u"network"_s << false;
    QTest::newRow("locked") << ErrorKind::ReadOnly << QString() << false << u"locked"_s << true;
    QTest::newRow("no keys") << ErrorKind::NotConfigured << QString() << false << u"not configured"_s << true;
    QTest::newRow("no id") << ErrorKind::ForbiddenUrl << QString() << false << u"forbidden address"_s << true;
    QTest::newRow("a class that is none") << ErrorKind::Rejected << u"my password is"_s << false << u"?"_s << false;
}

void AuditCodecTest::outcomes()
{
    QFETCH(const api::ErrorKind, kind);
    QFETCH(const QString, errorClass);
    QFETCH(const bool, unknown);
    api::ApiError error;
    error.kind = kind;
    error.errorClass = errorClass;
    error.outcomeUnknown = unknown;
    error.message = u"canary"_s;
    QTEST(auditOutcome(error), "outcome");
    QTEST(wasRefusedHere(error), "refused");
    QCOMPARE(auditOutcome(std::nullopt), u"ok"_s);
    QVERIFY(!wasRefusedHere(std::nullopt));
}

void AuditCodecTest::onlyWhatLooksLikeAnIdIsKept_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    QTest::newRow("an id") << u"1234567890123456789"_s << u"1234567890123456789"_s;
    QTest::newRow("a UUID") << u"5a1f6b2e-0d5c-4b0e-9f6d-2f6a3c9f1b77"_s << u"5a1f6b2e-0d5c-4b0e-9f6d-2f6a3c9f1b77"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("words") << u"user: jane"_s << u"?"_s;
    QTest::newRow("a break") << u"1\n2"_s << u"?"_s;
    QTest::newRow("other digits") << u"١٢٣"_s << u"?"_s;
    QTest::newRow("too long") << QString(65, u'1') << u"?"_s;
}

void AuditCodecTest::onlyWhatLooksLikeAnIdIsKept()
{
    QFETCH(const QString, text);
    QTEST(auditToken(text), "kept");
}

QTEST_GUILESS_MAIN(AuditCodecTest)
#include "tst_auditcodec.moc"
