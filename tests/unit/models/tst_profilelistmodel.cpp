// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProfileListModel.h"
#include "support/SampleProfiles.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using saltdesk::testing::sampleProfile;

class TestProfileListModel : public QObject
{
    Q_OBJECT

private slots:
    void theSandboxComesLast();
    void withoutTheSandboxThereAreTheProfilesOnly();
    void theListFollowsTheStore();

private:
    [[nodiscard]] ProfileFile file() const { return ProfileFile(m_folder.filePath(u"profiles.json"_s)); }

    QTemporaryDir m_folder;
};

void TestProfileListModel::theSandboxComesLast()
{
    ProfileStore store(file());
    ProfileListModel model(store, true);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(store.save(sampleProfile(u"Acme"_s)).has_value());

    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.isSandbox(1) && !model.isSandbox(0));
    QVERIFY(!model.profile(1));
    QCOMPARE(model.profile(0).value().name, u"Acme"_s);
    QCOMPARE(model.index(0, ProfileListModel::Environment).data().toString(), u"TEST"_s);
    QCOMPARE(model.index(0, ProfileListModel::Address).data().toString(), u"api.example.com"_s);
    QCOMPARE(model.index(1, 0).data(ProfileListModel::kindRole).toInt(), int(EnvironmentKind::Sandbox));
    QCOMPARE(model.rowOf(store.profiles().constFirst().id), 0);
    QCOMPARE(model.rowOf(u"unknown"_s), 1);
    QVERIFY(store.remove(store.profiles().constFirst().id).has_value());
}

void TestProfileListModel::withoutTheSandboxThereAreTheProfilesOnly()
{
    ProfileStore store(file());
    QVERIFY(store.save(sampleProfile(u"Acme"_s)).has_value());
    ProfileListModel model(store, false);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.isSandbox(0));
    QCOMPARE(model.profile(0).value().name, u"Acme"_s);
    QVERIFY(!model.profile(-1) && !model.profile(1));
    QVERIFY(store.remove(store.profiles().constFirst().id).has_value());
}

void TestProfileListModel::theListFollowsTheStore()
{
    ProfileStore store(file());
    ProfileListModel model(store, true);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Profile acme = sampleProfile(u"Acme"_s);
    QVERIFY(store.save(acme).has_value());
    acme.name = u"Acme, live"_s;
    QVERIFY(store.save(acme).has_value());
    QCOMPARE(model.index(0, 0).data().toString(), u"Acme, live"_s);
    QVERIFY(store.remove(acme.id).has_value());
    QCOMPARE(model.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestProfileListModel)
#include "tst_profilelistmodel.moc"
