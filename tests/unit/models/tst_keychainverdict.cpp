// SPDX-License-Identifier: Apache-2.0
#include "secrets/KeychainVerdict.h"

#include <QTest>

using namespace saltdesk;
using models::KeychainAct;
using models::KeychainEnd;
using models::KeychainProblem;
using models::SecretServiceView;
using Presence = models::SecretServiceView::Presence;

Q_DECLARE_METATYPE(models::KeychainAct)
Q_DECLARE_METATYPE(models::KeychainEnd)
Q_DECLARE_METATYPE(models::SecretServiceView)
Q_DECLARE_METATYPE(std::optional<models::KeychainProblem>)

/// What is made of QtKeychain's few words and of what the Secret Service shows.
class TestKeychainVerdict : public QObject
{
    Q_OBJECT

private slots:
    void eachEndHasItsProblem_data();
    void eachEndHasItsProblem();
};

namespace {

const SecretServiceView unknown;
const SecretServiceView absent{.presence = Presence::Absent};
const SecretServiceView refusing{.presence = Presence::Refusing};
const SecretServiceView empty{.presence = Presence::Present};
const SecretServiceView open{.presence = Presence::Present, .hasDefault = true};
const SecretServiceView lockedEntry{.presence = Presence::Present, .isEntryLocked = true, .hasDefault = true};
const SecretServiceView lockedDefault{.presence = Presence::Present, .hasDefault = true, .isDefaultLocked = true};

void addRow(const char *name, KeychainAct act, KeychainEnd end, const SecretServiceView &view,
            std::optional<KeychainProblem> problem)
{
    QTest::newRow(name) << act << end << view << problem;
}

void addWorkingRows()
{
    addRow("read", KeychainAct::Read, KeychainEnd::Done, unknown, {});
    addRow("written", KeychainAct::Write, KeychainEnd::Done, unknown, {});
    addRow("removed", KeychainAct::Remove, KeychainEnd::Done, open, {});
    addRow("removed from KWallet", KeychainAct::Remove, KeychainEnd::Done, absent, {});
    addRow("nothing to remove", KeychainAct::Remove, KeychainEnd::NotFound, open, {});
    addRow("not found", KeychainAct::Read, KeychainEnd::NotFound, open, KeychainProblem::NotFound);
    addRow("not found, on another system", KeychainAct::Read, KeychainEnd::NotFound, unknown,
           KeychainProblem::NotFound);
    addRow("not found, before there is any keychain", KeychainAct::Read, KeychainEnd::NotFound, empty,
           KeychainProblem::NotFound);
}

} // namespace

void TestKeychainVerdict::eachEndHasItsProblem_data()
{
    QTest::addColumn<KeychainAct>("act");
    QTest::addColumn<KeychainEnd>("end");
    QTest::addColumn<SecretServiceView>("view");
    QTest::addColumn<std::optional<KeychainProblem>>("problem");
    addWorkingRows();
    addRow("a read that found nothing it could open", KeychainAct::Read, KeychainEnd::NotFound, lockedEntry,
           KeychainProblem::Locked);
    addRow("a read that found nothing in a closed keychain", KeychainAct::Read, KeychainEnd::NotFound, lockedDefault,
           KeychainProblem::Locked);
    addRow("a removal that left the entry", KeychainAct::Remove, KeychainEnd::Done, lockedEntry,
           KeychainProblem::Locked);
    addRow("a removal that found nothing it could open", KeychainAct::Remove, KeychainEnd::NotFound, lockedEntry,
           KeychainProblem::Locked);
    addRow("denied by a closed keychain", KeychainAct::Write, KeychainEnd::Denied, lockedDefault,
           KeychainProblem::Locked);
    addRow("denied by KWallet", KeychainAct::Read, KeychainEnd::Denied, absent, KeychainProblem::Refused);
    addRow("denied by an open keychain", KeychainAct::Write, KeychainEnd::Denied, open, KeychainProblem::Refused);
    addRow("denied by the user", KeychainAct::Read, KeychainEnd::DeniedByUser, unknown, KeychainProblem::Refused);
    addRow("no backend", KeychainAct::Read, KeychainEnd::NoBackend, unknown, KeychainProblem::Unavailable);
    addRow("nobody on the bus", KeychainAct::Write, KeychainEnd::Other, absent, KeychainProblem::Unavailable);
    addRow("a service that does not talk to us", KeychainAct::Read, KeychainEnd::Other, refusing,
           KeychainProblem::Refused);
    addRow("a closed keychain in other words", KeychainAct::Write, KeychainEnd::Other, lockedDefault,
           KeychainProblem::Locked);
    addRow("a keychain that nobody wanted to make", KeychainAct::Write, KeychainEnd::Other, empty,
           KeychainProblem::Refused);
    addRow("no keychain to read from", KeychainAct::Read, KeychainEnd::Other, empty, KeychainProblem::Failed);
    addRow("anything else", KeychainAct::Write, KeychainEnd::Other, open, KeychainProblem::Failed);
    addRow("anything else, on another system", KeychainAct::Write, KeychainEnd::Other, unknown,
           KeychainProblem::Failed);
}

void TestKeychainVerdict::eachEndHasItsProblem()
{
    QFETCH(KeychainAct, act);
    QFETCH(KeychainEnd, end);
    QFETCH(SecretServiceView, view);
    QFETCH(std::optional<KeychainProblem>, problem);

    QVERIFY(models::keychainVerdict(act, end, view) == problem);
}

QTEST_GUILESS_MAIN(TestKeychainVerdict)
#include "tst_keychainverdict.moc"
