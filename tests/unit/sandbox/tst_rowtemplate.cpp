// SPDX-License-Identifier: Apache-2.0
#include "state/RowTemplate.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

class RowTemplateTest : public QObject
{
    Q_OBJECT

private slots:
    void gapsAreFilled_data();
    void gapsAreFilled();
};

void RowTemplateTest::gapsAreFilled_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("filled");
    QTest::newRow("none") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("a<0>c") << QByteArray("azeroc");
    QTest::newRow("edges") << QByteArray("<1>b<0>") << QByteArray("onebzero");
    QTest::newRow("neighbours") << QByteArray("<0><1><0>") << QByteArray("zeroonezero");
    QTest::newRow("no gap") << QByteArray("<p><a>") << QByteArray("<p><a>");
    QTest::newRow("cut") << QByteArray("<0") << QByteArray("<0");
}

void RowTemplateTest::gapsAreFilled()
{
    QFETCH(QByteArray, text);
    QTEST(RowTemplate(text).fill({"zero", "one"}), "filled");
    QCOMPARE(RowTemplate(RowTemplate::gap(1).toLatin1()).fill({"zero", "one"}), QByteArray("one"));
}

QTEST_APPLESS_MAIN(RowTemplateTest)
#include "tst_rowtemplate.moc"
