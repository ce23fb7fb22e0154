// SPDX-License-Identifier: Apache-2.0
#include "banks/BankCatalogue.h"
#include "banks/BankFamily.h"
#include "banks/BankReader.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class BankFamilyTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileWithoutAFamilyIsAlone_data();
    void aFileWithoutAFamilyIsAlone();
    void aFamilyHasAMemberPerFailure();
    void everyFailClassHasABankOfItsOwn();
};

void BankFamilyTest::aFileWithoutAFamilyIsAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no json") << QByteArray("{");
    QTest::newRow("no family") << QByteArray(R"({"failures":{"FileError":{}}})");
}

void BankFamilyTest::aFileWithoutAFamilyIsAlone()
{
    QFETCH(QByteArray, json);
    QCOMPARE(withFamily(json), QList<QByteArray>{json});
}

void BankFamilyTest::aFamilyHasAMemberPerFailure()
{
    const QByteArray json = R"({"provider":{"id":"1","code":"a_xf","name":"A","country_code":"XF"},
        "family":{"code":"a_{}_xf","name":"A: {}","first_id":70},"accepts":[{"login":"a"}],"failures_by":"login",
        "failures":{"FileError":{"stage":"start","message":"F."},"ConnectionLost":{"stage":"connect","message":"L."}}})";
    const auto files = withFamily(json);
    QCOMPARE(files.size(), 3);
    QCOMPARE(files.first(), json);
    const auto lost = readBank(files[1]);
    QVERIFY(lost.has_value());
    QCOMPARE(lost->id, u"70"_s);
    QCOMPARE(lost->code, u"a_connection_lost_xf"_s);
    QCOMPARE(lost->name, u"A: ConnectionLost"_s);
    QCOMPARE(lost->alwaysFails->errorClass, u"ConnectionLost"_s);
    QCOMPARE(lost->alwaysFails->stage, u"connect"_s);
    QCOMPARE(lost->alwaysFails->message, u"L."_s);
    QVERIFY(lost->failures.isEmpty());
    QCOMPARE(lost->accepts.size(), 1);
    QVERIFY(lost->help->fails.contains(u"ConnectionLost"_s));
    QCOMPARE(readBank(files[2])->id, u"71"_s);
}

void BankFamilyTest::everyFailClassHasABankOfItsOwn()
{
    const BankCatalogue banks = BankCatalogue::builtIn();
    for (const Bank::Failure &failure : banks.find(u"fakebank_with_error_xf"_s)->failures) {
        const auto isIts = [&](const Bank &bank) {
            return bank.alwaysFails && bank.alwaysFails->errorClass == failure.errorClass &&
                   bank.code.startsWith(u"fakebank_"_s);
        };
        QCOMPARE(std::count_if(banks.banks().begin(), banks.banks().end(), isIts), 1);
    }
    QVERIFY(banks.find(u"fakebank_invalid_interactive_credentials_xf"_s) != nullptr);
}

QTEST_APPLESS_MAIN(BankFamilyTest)
#include "tst_bankfamily.moc"
