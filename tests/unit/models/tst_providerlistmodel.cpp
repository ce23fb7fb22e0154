// SPDX-License-Identifier: Apache-2.0
#include "catalogue/ProviderListModel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using Mode = api::ProviderMode;
using Status = api::ProviderStatus;

namespace {

api::Provider bank(const QString &name, const QString &code, Status status = Status::Active, Mode mode = Mode::Web)
{
    api::Provider provider;
    provider.code = code;
    provider.name = name;
    provider.status = {status, {}};
    provider.mode = {mode, {}};
    return provider;
}

} // namespace

class ProviderListModelTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowIsABank();
    void newBanksReplaceTheOldOnes();
    void whatThereIsNotHasNoData();
    void aBankWithoutNameIsCalledByItsCode_data();
    void aBankWithoutNameIsCalledByItsCode();
    void aBankThatIsUnlikeTheOthersHasANote_data();
    void aBankThatIsUnlikeTheOthersHasANote();
    void aNoteStandsBesideTheName();
    void aSearchLooksThroughNameAndCode();
    void onlyABankInServiceIsOpen_data();
    void onlyABankInServiceIsOpen();
};

void ProviderListModelTest::aRowIsABank()
{
    ProviderListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.bank(0) == nullptr);
    model.setBanks({bank(u"ABN"_s, u"abn_nl"_s), bank(u"ING"_s, u"ing_nl"_s)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1).data().toString(), u"ING"_s);
    QCOMPARE(model.index(1).data(ProviderListModel::CodeRole).toString(), u"ing_nl"_s);
    QCOMPARE(model.bank(1)->code, u"ing_nl"_s);
    QCOMPARE(model.rowCount(model.index(0)), 0);
}

void ProviderListModelTest::newBanksReplaceTheOldOnes()
{
    ProviderListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setBanks({bank(u"ABN"_s, u"abn_nl"_s), bank(u"ING"_s, u"ing_nl"_s)});
    const QPersistentModelIndex second(model.index(1));
    model.setBanks({bank(u"Erste"_s, u"erste_at"_s)});
    QVERIFY(!second.isValid());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"Erste"_s);
    model.setBanks({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.size(), qsizetype{3});
}

void ProviderListModelTest::whatThereIsNotHasNoData()
{
    ProviderListModel model;
    model.setBanks({bank(u"ABN"_s, u"abn_nl"_s)});
    QVERIFY(model.bank(-1) == nullptr);
    QVERIFY(model.bank(1) == nullptr);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"is not valid"_s));
    QVERIFY(!model.data({}).isValid());
    QVERIFY(!model.index(0).data(Qt::DecorationRole).isValid());
}

void ProviderListModelTest::aBankWithoutNameIsCalledByItsCode_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a name") << u"Rabobank"_s << u"Rabobank"_s;
    QTest::newRow("none") << QString() << u"code_nl"_s;
    QTest::newRow("space") << u" \n"_s << u"code_nl"_s;
    QTest::newRow("a name on two lines") << u" Rabo\n bank "_s << u"Rabo bank"_s;
    QTest::newRow("markers and markup") << u"<b>%1 %2</b>"_s << u"<b>%1 %2</b>"_s;
}

void ProviderListModelTest::aBankWithoutNameIsCalledByItsCode()
{
    QFETCH(QString, name);
    ProviderListModel model;
    model.setBanks({bank(name, u"code_nl"_s)});
    QTEST(model.index(0).data().toString(), "shown");
    QTEST(model.index(0).data(Qt::AccessibleTextRole).toString(), "shown");
}

void ProviderListModelTest::aBankThatIsUnlikeTheOthersHasANote_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<QString>("note");
    const QString page = u"signs in on the bank's own page"_s;
    const QString off = u"switched off for now"_s;
    const QString over = u"no longer supported"_s;
    QTest::newRow("web") << Status::Active << Mode::Web << QString();
    QTest::newRow("api") << Status::Active << Mode::Api << QString();
    QTest::newRow("a mode of the future") << Status::Active << Mode::Unknown << QString();
    QTest::newRow("oauth") << Status::Active << Mode::OAuth << page;
    QTest::newRow("file") << Status::Active << Mode::File << u"reads a statement file"_s;
    QTest::newRow("inactive") << Status::Inactive << Mode::Web << off;
    QTest::newRow("disabled") << Status::Disabled << Mode::Web << over;
    QTest::newRow("inactive counts more than oauth") << Status::Inactive << Mode::OAuth << off;
    QTest::newRow("a status of the future") << Status::Unknown << Mode::OAuth << page;
}

void ProviderListModelTest::aBankThatIsUnlikeTheOthersHasANote()
{
    QFETCH(Status, status);
    QFETCH(Mode, mode);
    const api::Provider one = bank(u"Bank"_s, u"bank"_s, status, mode);
    QTEST(bankNote(one), "note");
    ProviderListModel model;
    model.setBanks({one});
    QTEST(model.index(0).data(ProviderListModel::NoteRole).toString(), "note");
}

void ProviderListModelTest::aNoteStandsBesideTheName()
{
    ProviderListModel model;
    model.setBanks({bank(u"Bank %2"_s, u"bank"_s, Status::Inactive)});
    QCOMPARE(model.index(0).data().toString(), u"Bank %2 – switched off for now"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Bank %2, switched off for now"_s);
}

void ProviderListModelTest::aSearchLooksThroughNameAndCode()
{
    ProviderListModel model;
    model.setBanks({bank(u"Rabobank"_s, u"rb_oauth_client_nl"_s, Status::Inactive)});
    const QString looked = model.index(0).data(ProviderListModel::SearchRole).toString();
    QVERIFY(looked.contains("Rabobank"_L1));
    QVERIFY(looked.contains("rb_oauth_client_nl"_L1));
    QVERIFY(!looked.contains("switched off"_L1));
}

void ProviderListModelTest::onlyABankInServiceIsOpen_data()
{
    QTest::addColumn<Status>("status");
    QTest::addColumn<bool>("open");
    QTest::newRow("active") << Status::Active << true;
    QTest::newRow("inactive") << Status::Inactive << false;
    QTest::newRow("disabled") << Status::Disabled << false;
    QTest::newRow("a status of the future") << Status::Unknown << true;
}

void ProviderListModelTest::onlyABankInServiceIsOpen()
{
    QFETCH(Status, status);
    QTEST(isOpen(bank(u"Bank"_s, u"bank"_s, status)), "open");
}

QTEST_GUILESS_MAIN(ProviderListModelTest)
#include "tst_providerlistmodel.moc"
