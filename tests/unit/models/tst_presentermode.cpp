// SPDX-License-Identifier: Apache-2.0
#include "privacy/PresenterMode.h"

#include <QSignalSpy>
#include <QTest>

using saltdesk::models::PresenterMode;

class PresenterModeTest : public QObject
{
    Q_OBJECT

private slots:
    void itStartsOff();
    void aChangeIsToldOnce();
};

void PresenterModeTest::itStartsOff()
{
    QVERIFY(!PresenterMode().isOn());
}

void PresenterModeTest::aChangeIsToldOnce()
{
    PresenterMode mode;
    QSignalSpy changed(&mode, &PresenterMode::changed);
    mode.setOn(true);
    mode.setOn(true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.takeFirst().at(0).toBool());
    mode.setOn(false);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!mode.isOn());
}

QTEST_GUILESS_MAIN(PresenterModeTest)
#include "tst_presentermode.moc"
