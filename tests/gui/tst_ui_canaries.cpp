// SPDX-License-Identifier: Apache-2.0
#include "CanaryHunt.h"
#include "ConnectSteps.h"
#include "OpenWindow.h"
#include "activity/ActivityModel.h"
#include "activity/CurlCommand.h"
#include "connections/ConnectionsView.h"
#include "details/DetailsPane.h"
#include "export/CsvTable.h"
#include "link/ConnectLinkDialog.h"
#include "redaction/Redactor.h"
#include "transport/RequestSigner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace saltdesk;
using testing::CanaryHunt;
using testing::ConnectSteps;
using testing::Entries;
using testing::OpenWindow;
using testing::WindowWish;

namespace {

QByteArray logged;
QtMessageHandler handlerBefore = nullptr;

/// What stderr would get, if the program ran.
void keepLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    logged += api::redacted(qFormatLogMessage(type, context, message)).toUtf8() + '\n';
}

/// A window on a sandbox in which everything that must not be seen is a canary.
struct Scene
{
    Scene()
        : open([] {
            WindowWish wish;
            wish.timeScale = 20;
            return wish;
        }())
        , steps(open)
    {
        hunt.plant(open.server().secret().toUtf8());
    }

    /// The `secret` of what the API answers here is a canary too.
    void plantSecretOf(const QString &path)
    {
        QNetworkRequest request(QUrl(open.server().baseUrl().toString() + path));
        request.setRawHeader("App-id", open.server().appId().toUtf8());
        request.setRawHeader("Secret", open.server().secret().toUtf8());
        request.setRawHeader("Accept", "application/json");
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QVERIFY(QTest::qWaitFor([&reply] { return reply->isFinished(); }, 10'000));
        const QJsonObject data = QJsonDocument::fromJson(reply->readAll())["data"_L1].toObject();
        QVERIFY2(!data["secret"_L1].toString().isEmpty(), qPrintable(path));
        hunt.plant(data["secret"_L1].toString().toUtf8());
    }

    /// In all that leaves the program, or is shown, apart from the field in which something is being typed.
    [[nodiscard]] QStringList finds(const QWidget *typing = nullptr)
    {
        models::ActivityModel &activity = open.workspace().activity();
        QStringList finds = hunt.inWidgets(open.window(), typing);
        finds << hunt.inText(u"log"_s, QString::fromUtf8(logged));
        finds << hunt.inModel(u"activity"_s, activity);
        finds << hunt.inText(u"CSV"_s, QString::fromUtf8(models::csvTable(activity)));
        for (int row = 0; row < activity.rowCount(); ++row) {
            const QString line = models::curlCommand(activity.exchange(row), open.server().baseUrl(), true);
            finds << hunt.inText(u"cURL"_s, line);
        }
        finds << hunt.inText(u"rows"_s, open.window().findChild<ui::ConnectionsView *>()->copiedRows());
        finds << hunt.inText(u"sentence"_s, open.window().findChild<ui::DetailsPane *>()->sentenceForCustomer());
        return finds;
    }
    [[nodiscard]] QStringList findsAfterwards()
    {
        QStringList finds = this->finds() + hunt.inAccessibleTexts(open.window());
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
            finds << hunt.inFiles(qEnvironmentVariable(variable));
        }
        return finds << hunt.inText(u"clipboard"_s, QGuiApplication::clipboard()->text());
    }
    /// The field that holds this text, or null.
    [[nodiscard]] const QLineEdit *typedInto(const QString &text)
    {
        const auto lines = open.window().findChildren<QLineEdit *>();
        const auto found = std::ranges::find(lines, text, &QLineEdit::text);
        return found == lines.end() ? nullptr : *found;
    }
    /// Presses every button of the window that copies something, and looks at what it copied.
    [[nodiscard]] QStringList findsInCopies()
    {
        QStringList finds;
        for (QAbstractButton *button : open.window().findChildren<QAbstractButton *>()) {
            const bool copies = button->text().remove(u'&').startsWith(u"Copy"_s) && button->isEnabled();
            if (copies && qobject_cast<ui::ConnectLinkDialog *>(button->window()) == nullptr) {
                button->click();
                finds << hunt.inText(u"copy by "_s + button->text(), QGuiApplication::clipboard()->text());
            }
        }
        return finds;
    }

    OpenWindow open;
    ConnectSteps steps;
    CanaryHunt hunt;
};

#define QVERIFY_NO_CANARY(finds)                                                                                       \
    do {                                                                                                               \
        const QStringList found = finds;                                                                               \
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));                                                      \
    } while (false)

} // namespace

/// Planted secrets must find no way out of the window, whatever is done with it.
class TestCanaries : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void theHuntBites_data();
    void theHuntBites();
    void theLogWouldTell();
    void refusedCredentialsStayInside();
    void anErrorThatEchoesTheRequestStaysInside();
    void aWrongCodeStaysInside();
    void newCredentialsOfAReconnectStayInside();
    void aConnectLinkStaysInside();
    void secretsOfRecordsStayInside();
    void aPassphraseStaysInside();
};

void TestCanaries::initTestCase()
{
    QCoreApplication::setOrganizationName(u"saltdesk-test"_s);
    QCoreApplication::setApplicationName(u"saltdesk-canaries"_s);
    handlerBefore = qInstallMessageHandler(keepLine);
    // Qt itself tells a lot of what it sends, if asked.
    QLoggingCategory::setFilterRules(u"*.debug=true\nqt.text.*=false\nqt.widgets.*=false\nqt.qpa.*=false"_s);
}

void TestCanaries::cleanupTestCase()
{
    qInstallMessageHandler(handlerBefore);
    QSettings(QSettings::IniFormat, QSettings::UserScope, u"saltdesk-test"_s, u"saltdesk-canaries"_s).clear();
}

void TestCanaries::init()
{
    logged.clear();
    QGuiApplication::clipboard()->clear();
}

void TestCanaries::theHuntBites_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray canary = "canary/\"pass\" 4711";
    QTest::newRow("as it is") << QByteArray("x" + canary);
    QTest::newRow("percent-encoded") << canary.toPercentEncoding();
    QTest::newRow("in JSON") << QByteArray(R"(canary/\"pass\" 4711)");
    QTest::newRow("in hex") << canary.toHex();
    for (int before = 0; before < 4; ++before) {
        QTest::addRow("Base64 after %d", before) << QByteArray(QByteArray(before, 'a') + canary + "bcd").toBase64();
    }
}

/// Everything below proves something only if a canary that got out would be found.
void TestCanaries::theHuntBites()
{
    QFETCH(const QByteArray, text);
    Scene scene;
    scene.hunt.plant("canary/\"pass\" 4711");
    QVERIFY_NO_CANARY(scene.findsAfterwards());
    QCOMPARE(scene.hunt.in(text).size(), 1);
    const QString shown = QString::fromUtf8(text);

    auto *label = new QLabel(shown, &scene.open.window());
    label->show();
    logged.clear();
    QVERIFY(!scene.finds().isEmpty());
    QVERIFY(!scene.hunt.inAccessibleTexts(scene.open.window()).isEmpty());
    delete label;
    QGuiApplication::clipboard()->setText(shown);
    QVERIFY(!scene.findsAfterwards().isEmpty());
    QGuiApplication::clipboard()->clear();
    const QDir folder(qEnvironmentVariable("XDG_DATA_HOME"));
    QVERIFY(folder.mkpath(u"."_s));
    QFile file(folder.filePath(u".hidden"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    QVERIFY(!scene.findsAfterwards().isEmpty());
    QVERIFY(file.remove());
    // Qt's own lines about the label and the clipboard.
    logged.clear();
    QVERIFY_NO_CANARY(scene.findsAfterwards());
    api::Exchange exchange;
    exchange.pathTemplate = u"connections/{}"_s;
    exchange.pathArguments = {shown};
    emit scene.open.workspace().client().exchanged(exchange);
    QVERIFY(!scene.finds().isEmpty());
}

/// What a line says of a Secret that lives is hidden by the redactor alone.
void TestCanaries::theLogWouldTell()
{
    Scene scene;
    qWarning("the key is %s", qPrintable(scene.open.server().secret()));
    QVERIFY(logged.contains("the key is •••"));
    QVERIFY(scene.hunt.in(logged).isEmpty());
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { logged += message.toUtf8(); });
    qWarning("the key is %s", qPrintable(scene.open.server().secret()));
    qInstallMessageHandler(keepLine);
    QVERIFY(!scene.hunt.in(logged).isEmpty());
}

void TestCanaries::refusedCredentialsStayInside()
{
    Scene scene;
    scene.hunt.plant("canary-login-4711");
    scene.hunt.plant("canary-password-4711");
    const Entries login{{u"login"_s, u"canary-login-4711"_s}, {u"password"_s, u"canary-password-4711"_s}};
    QVERIFY(scene.steps.makeCustomer(u"canaries"_s));
    QVERIFY(scene.steps.openNew() && scene.steps.chooseBank(u"fakebank_simple_xf"_s) && scene.steps.agree());
    QVERIFY(scene.steps.fill(login));
    QVERIFY(scene.typedInto(u"canary-login-4711"_s) != nullptr);
    QVERIFY_NO_CANARY(scene.finds(scene.typedInto(u"canary-login-4711"_s)));
    QVERIFY(scene.steps.send());
    QVERIFY(scene.steps.waitUntilSaid(u"New connection"_s, u"InvalidCredentials"_s));
    QVERIFY_NO_CANARY(scene.finds());
    QVERIFY_NO_CANARY(scene.findsInCopies());
    QTest::keyClick(scene.steps.dialog(u"New connection"_s), Qt::Key_Escape);
    QTRY_VERIFY(scene.steps.dialog(u"New connection"_s) == nullptr);
    scene.open.window().close();
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

void TestCanaries::anErrorThatEchoesTheRequestStaysInside()
{
    Scene scene;
    scene.hunt.plant("canary-login-4712");
    scene.hunt.plant("canary-password-4712");
    QVERIFY(scene.steps.makeCustomer(u"canaries-echo"_s));
    QVERIFY(scene.steps.openNew() && scene.steps.chooseBank(u"fakebank_simple_xf"_s) && scene.steps.agree());
    QVERIFY(scene.steps.fill({{u"login"_s, u"canary-login-4712"_s}, {u"password"_s, u"canary-password-4712"_s}}));
    sandbox::Fault fault;
    fault.method = "POST";
    fault.status = 400;
    fault.errorClass = u"WrongRequestFormat"_s;
    scene.open.server().faults().add(fault);
    QVERIFY(scene.steps.send());
    QVERIFY(scene.steps.waitUntilSaid(u"New connection"_s, u"WrongRequestFormat"_s));
    QVERIFY_NO_CANARY(scene.finds(scene.typedInto(u"canary-login-4712"_s)));
    QVERIFY_NO_CANARY(scene.findsInCopies());
    QTest::keyClick(scene.steps.dialog(u"New connection"_s), Qt::Key_Escape);
    QTRY_VERIFY(scene.steps.dialog(u"New connection"_s) == nullptr);
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

void TestCanaries::aWrongCodeStaysInside()
{
    Scene scene;
    scene.hunt.plant("998877665544");
    QVERIFY(scene.steps.makeCustomer(u"canaries-code"_s));
    QVERIFY(scene.steps.connectNew(u"fakebank_interactive_xf"_s,
                                   {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}));
    QVERIFY(scene.steps.answer({{u"sms"_s, u"998877665544"_s}}));
    QTRY_VERIFY_WITH_TIMEOUT(scene.open.workspace().poller().followed() == 0, 30'000);
    QVERIFY_NO_CANARY(scene.finds());
    for (const auto *dialog : scene.open.window().findChildren<QDialog *>()) {
        const_cast<QDialog *>(dialog)->reject();
    }
    QTRY_VERIFY(scene.steps.dialog(u"New connection"_s) == nullptr);
    QVERIFY_NO_CANARY(scene.findsInCopies());
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

void TestCanaries::newCredentialsOfAReconnectStayInside()
{
    Scene scene;
    scene.hunt.plant("canary-new-login-1");
    scene.hunt.plant("canary-new-password-1");
    QVERIFY(scene.open.find(sandbox::Server::demoCustomer()));
    scene.open.chooseRow(scene.open.rowOf(u"Fakebank Simple"_s));
    QVERIFY(scene.steps.openReconnect());
    QVERIFY(scene.steps.agree());
    QVERIFY(scene.steps.fill({{u"login"_s, u"canary-new-login-1"_s}, {u"password"_s, u"canary-new-password-1"_s}}));
    QVERIFY(scene.steps.send());
    QVERIFY(scene.steps.waitUntilSaid(u"Reconnect"_s, u"CredentialsNotMatch"_s));
    QVERIFY_NO_CANARY(scene.finds(scene.typedInto(u"canary-new-login-1"_s)));
    // In place of the stored ones.
    scene.steps.press(scene.steps.dialog(u"Reconnect"_s)->focusWidget(), Qt::Key_Space);
    QVERIFY(scene.steps.send());
    QVERIFY(scene.steps.waitUntilSaid(u"Reconnect"_s, u"InvalidCredentials"_s));
    QVERIFY_NO_CANARY(scene.finds());
    QTest::keyClick(scene.steps.dialog(u"Reconnect"_s), Qt::Key_Escape);
    QTRY_VERIFY(scene.steps.dialog(u"Reconnect"_s) == nullptr);
    QVERIFY_NO_CANARY(scene.findsInCopies());
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

void TestCanaries::aConnectLinkStaysInside()
{
    CanaryHunt hunt;
    {
        Scene scene;
        QVERIFY(scene.open.find(sandbox::Server::demoCustomer()));
        scene.open.chooseRow(scene.open.rowOf(u"Fakebank Simple"_s));
        QTest::keyClick(&scene.open.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(scene.steps.waitUntilSaid(u"Connect link"_s, u"Leads to "_s));
        auto *dialog = scene.steps.dialog(u"Connect link"_s);
        QVERIFY(scene.open.press(u"Copy link"_s));
        const QByteArray link = QGuiApplication::clipboard()->text().toUtf8();
        QVERIFY(link.startsWith("http"));
        scene.hunt.plant(link);
        scene.hunt.plant(link.mid(link.lastIndexOf('=') + 1));
        QVERIFY_NO_CANARY(scene.finds());
        QVERIFY_NO_CANARY(scene.hunt.inAccessibleTexts(*dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(scene.steps.dialog(u"Connect link"_s) == nullptr);
        // The customer still needs it; with the window it goes.
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), link);
        hunt = scene.hunt;
    }
    QVERIFY_NO_CANARY(hunt.inText(u"clipboard"_s, QGuiApplication::clipboard()->text()));
}

void TestCanaries::secretsOfRecordsStayInside()
{
    Scene scene;
    QVERIFY(scene.open.find(sandbox::Server::demoCustomer()));
    const api::CustomerId customer = scene.open.workspace().scope().customer()->id;
    scene.plantSecretOf(u"/customers/"_s + customer.toString());
    for (int row = 0; row < scene.open.model().rowCount(); ++row) {
        scene.plantSecretOf(u"/connections/"_s + scene.open.model().idAt(row).toString());
    }
    QCOMPARE(scene.hunt.canaries().size(), 2 + scene.open.model().rowCount());
    for (int row = 0; row < scene.open.model().rowCount(); ++row) {
        scene.open.chooseRow(row);
        const api::ConnectionId id = scene.open.model().idAt(row);
        QTRY_VERIFY(scene.open.workspace().openConnection().id() == id &&
                    scene.open.workspace().openConnection().document());
        QVERIFY_NO_CANARY(scene.finds());
    }
    for (int tab = 0; tab < 4; ++tab) {
        QTest::keyClick(&scene.open.window(), Qt::Key_Tab, Qt::ControlModifier);
        QCoreApplication::processEvents();
        QVERIFY_NO_CANARY(scene.finds());
    }
    QVERIFY_NO_CANARY(scene.findsInCopies());
    QTest::keyClick(scene.open.table(), Qt::Key_C, Qt::ControlModifier);
    scene.open.window().close();
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

void TestCanaries::aPassphraseStaysInside()
{
    Scene scene;
    scene.hunt.plant("canary-passphrase-77");
    const api::Secret passphrase = api::Secret::copyOf("canary-passphrase-77");
    const api::Secret pem = api::Secret::copyOf("-----BEGIN PRIVATE KEY-----\nnot a key\n-----END PRIVATE KEY-----\n");
    const auto signer = api::RequestSigner::fromPem(pem, passphrase);
    QVERIFY(!signer);
    qWarning() << signer.error() << passphrase.reveal().toByteArray();
    QVERIFY(logged.contains("•••"));
    QVERIFY_NO_CANARY(scene.hunt.inText(u"error"_s, signer.error()));
    QVERIFY_NO_CANARY(scene.findsAfterwards());
}

QTEST_MAIN(TestCanaries)
#include "tst_ui_canaries.moc"
