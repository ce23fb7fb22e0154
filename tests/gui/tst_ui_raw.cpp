// SPDX-License-Identifier: Apache-2.0
#include "details/RawText.h"
#include "details/RawTree.h"
#include "details/RawView.h"
#include "details/TextHits.h"
#include "privacy/Personal.h"
#include "transport/Secret.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using models::JsonTree;

namespace {

const QByteArray answer =
    R"({"data":{"z":1.10,"id":"11","secret":"canary","café":"über","last_attempt":{"stages":[{"name":"start"},)"
    R"({"name":"bank \u00e9"}]},"name":"bank"}})";

struct Scene
{
    explicit Scene(const QByteArray &json = answer)
    {
        static_cast<QWidget &>(view).resize(380, 500);
        static_cast<QWidget &>(view).show();
        view.show(api::RawJson::masked(json), {});
    }
    [[nodiscard]] QString path() const
    {
        const auto labels = view.findChildren<QLabel *>();
        const auto found = std::ranges::find(labels, u"Path"_s, &QLabel::accessibleName);
        return found == labels.end() ? QString() : (*found)->text();
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = view.findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    }
    void choose(const QByteArray &part) { tree.choose(tree.tree().at(tree.tree().json().indexOf(part))); }
    [[nodiscard]] QModelIndex current() const { return tree.currentIndex().siblingAtColumn(0); }

    ui::RawView view;
    ui::RawTree &tree = *view.findChild<ui::RawTree *>();
    ui::RawText &text = *view.findChild<ui::RawText *>();
    QLineEdit &search = *view.findChild<QLineEdit *>();
    QCheckBox &asText = *view.findChild<QCheckBox *>();
};

QString copied()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

class RawTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QGuiApplication::clipboard()->setText(u"nothing yet"_s); }

    void theTreeShowsWhatWasReceivedMasked()
    {
        Scene scene;
        QVERIFY(scene.tree.isVisible());
        const QModelIndex data = scene.tree.model()->index(0, 0);
        QVERIFY(scene.tree.isExpanded(data));
        QStringList names;
        for (int row = 0; row < scene.tree.model()->rowCount(data); ++row) {
            names << scene.tree.model()->index(row, 0, data).data().toString();
        }
        QCOMPARE(names, QStringList({u"z"_s, u"id"_s, u"secret"_s, u"café"_s, u"last_attempt"_s, u"name"_s}));
        QCOMPARE(scene.tree.model()->index(0, 1, data).data().toString(), u"1.10"_s);
        QCOMPARE(scene.tree.model()->index(2, 1, data).data().toString(), u"\"•••\""_s);
        QVERIFY(!scene.text.toPlainText().contains(u"canary"_s));
        QVERIFY(ui::isPersonal(&scene.tree) && ui::isPersonal(&scene.text));
    }

    void pathAndValueAreCopiedByKey()
    {
        Scene scene;
        scene.choose("\"bank \\u00e9\"");
        QCOMPARE(scene.path(), u"data.last_attempt.stages[1].name"_s);
        scene.tree.setFocus();
        QTest::keyClick(&scene.tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied(), u"bank é"_s);
        scene.tree.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&scene.view));
        QTest::keyClick(&scene.tree, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
        QTRY_COMPARE(copied(), u"data.last_attempt.stages[1].name"_s);
    }

    void theMenuHasTheSame()
    {
        Scene scene;
        scene.choose("\"11\"");
        const auto actions = scene.tree.actions();
        QCOMPARE(scene.tree.contextMenuPolicy(), Qt::ActionsContextMenu);
        actions.at(0)->trigger();
        QCOMPARE(copied(), u"data.id"_s);
        actions.at(1)->trigger();
        QCOMPARE(copied(), u"11"_s);
    }

    void whatIsCopiedGoesThroughTheRedactor()
    {
        const api::Secret secret("known-to-us-4711");
        Scene scene(R"({"data":{"strange":"known-to-us-4711"}})");
        scene.choose("strange");
        scene.tree.copyValue();
        QVERIFY2(!copied().contains(u"4711"_s), qPrintable(copied()));
        scene.asText.click();
        scene.text.selectAll();
        scene.text.copy();
        QVERIFY2(copied().contains(u"strange"_s) && !copied().contains(u"4711"_s), qPrintable(copied()));
    }

    void whatWasFoldedStaysFolded()
    {
        Scene scene;
        scene.choose("\"last_attempt\"");
        scene.tree.setFocus();
        QTest::keyClick(&scene.tree, Qt::Key_Left);
        QVERIFY(!scene.tree.isExpanded(scene.current()));
        QByteArray fresh = answer;
        scene.view.show(api::RawJson::masked(fresh.replace("1.10", "1.20")), {});
        QCOMPARE(scene.path(), u"data.last_attempt"_s);
        QVERIFY(!scene.tree.isExpanded(scene.current()));
        QTest::keyClick(&scene.tree, Qt::Key_Right);
        scene.view.show(api::RawJson::masked(fresh.replace("1.20", "1.30")), {});
        QVERIFY(scene.tree.isExpanded(scene.current()));
    }

    void theSearchGoesAroundInBothShapes()
    {
        Scene scene;
        QTest::keyClicks(&scene.search, u"BANK"_s);
        QVERIFY(scene.says(u"1 of 2"_s));
        QCOMPARE(scene.path(), u"data.last_attempt.stages[1].name"_s);
        QVERIFY(QTest::qWaitForWindowActive(&scene.view));
        QTest::keyClick(&scene.search, Qt::Key_F3);
        QTRY_VERIFY(scene.says(u"2 of 2"_s));
        QCOMPARE(scene.path(), u"data.name"_s);
        QTest::keyClick(&scene.search, Qt::Key_F3);
        QTRY_VERIFY(scene.says(u"1 of 2"_s));
        QTest::keyClick(&scene.search, Qt::Key_F3, Qt::ShiftModifier);
        QTRY_VERIFY(scene.says(u"2 of 2"_s));
        scene.asText.click();
        QTest::keyClick(&scene.search, Qt::Key_Return);
        QVERIFY(scene.says(u"1 of 2"_s));
        QCOMPARE(scene.text.textCursor().selectedText(), u"bank"_s);
        QTest::keyClicks(&scene.search, u"zzz"_s);
        QVERIFY(scene.says(u"none"_s));
        QVERIFY(scene.text.textCursor().selectedText().isEmpty());
    }

    void aHitBehindLettersOfSeveralBytesIsTheRightPart()
    {
        Scene scene;
        QTest::keyClicks(&scene.search, u"start"_s);
        QCOMPARE(scene.path(), u"data.last_attempt.stages[0].name"_s);
        scene.asText.click();
        QCOMPARE(scene.path(), u"data.last_attempt.stages[0].name"_s);
    }

    void textAndTreeKeepThePlace()
    {
        Scene scene;
        scene.choose("\"über\"");
        scene.asText.click();
        QVERIFY(scene.text.isVisible());
        QCOMPARE(scene.path(), u"data.café"_s);
        QVERIFY(scene.text.toPlainText().contains(u"\"z\": 1.10"_s));
        scene.text.moveCursor(QTextCursor::End);
        scene.text.moveCursor(QTextCursor::Up);
        scene.text.moveCursor(QTextCursor::Up);
        QCOMPARE(scene.path(), u"data.name"_s);
        scene.asText.click();
        QCOMPARE(scene.path(), u"data.name"_s);
        QVERIFY(scene.tree.isVisible());
    }

    void aVeiledTreeLooksTheSameWhateverItsValuesAre()
    {
        Scene scene(R"({"data":{"name":"Anna"}})");
        const QImage open = scene.tree.grab().toImage();
        ui::setVeiled(&scene.tree, true);
        const QImage veiled = scene.tree.grab().toImage();
        QVERIFY(veiled != open);
        scene.view.show(api::RawJson::masked(R"({"data":{"name":"Somebody else"}})"), {});
        QCOMPARE(scene.tree.grab().toImage(), veiled);
    }

    void whatHasNoTreeIsText()
    {
        Scene scene("<html>");
        QVERIFY(scene.text.isVisible());
        QVERIFY(!scene.asText.isEnabled());
        QVERIFY(scene.text.toPlainText().contains(u"not readable"_s));
        scene.view.show({}, u"Reading…"_s);
        QVERIFY(scene.text.toPlainText().isEmpty());
        QCOMPARE(scene.text.placeholderText(), u"Reading…"_s);
        scene.view.show(api::RawJson::masked(answer), {});
        QVERIFY(scene.tree.isVisible() && scene.asText.isEnabled());
    }

    void aLargeAnswerBeginsFolded()
    {
        QByteArray large = R"({"data":[{"a":1})";
        for (int i = 0; i < 25'000; ++i) {
            large += R"(,{"id":"x","name":"n"})";
        }
        Scene scene(large + "]}");
        QCOMPARE(scene.tree.model()->rowCount(scene.tree.model()->index(0, 0)), 25'001);
        QVERIFY(!scene.tree.isExpanded(scene.tree.model()->index(0, 0, scene.tree.model()->index(0, 0))));
        scene.search.setText(u"name"_s);
        QVERIFY(scene.says(u"1 of 25000"_s));
        QCOMPARE(scene.path(), u"data[1].name"_s);
        QVERIFY(!scene.asText.isEnabled());
    }

    void hitsAreCountedAndGoneThrough()
    {
        ui::TextHits hits;
        hits.find(u"aXaxa"_s, u"x"_s);
        QCOMPARE(hits.count(), std::size_t{2});
        QCOMPARE(hits.current()->at, qsizetype{1});
        hits.step(-1);
        QCOMPARE(hits.number(), std::size_t{2});
        hits.find(u"éxéx"_s, u"x"_s, 2);
        QCOMPARE(hits.current()->at, qsizetype{3});
        QCOMPARE(hits.current()->byte, qsizetype{5});
        hits.find(u"abc"_s, {});
        QVERIFY(hits.current() == nullptr);
        hits.step(1);
        QCOMPARE(hits.count(), std::size_t{0});
    }
};

QTEST_MAIN(RawTest)
#include "tst_ui_raw.moc"
