// SPDX-License-Identifier: Apache-2.0
#include "BankWalk.h"

#include <QTest>

using namespace saltdesk::sandbox;
using namespace Qt::Literals::StringLiterals;

using Answers = QList<QJsonObject>;

/// Walks every bank of the catalogue by what its `help` promises to people.
class EveryBankTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itEndsAsPromised_data();
    void itEndsAsPromised();
    void theHelpNamesWhatWasTyped_data() { itEndsAsPromised_data(); }
    void theHelpNamesWhatWasTyped();
    void everyBankIsWalked();
    void theErrorBankEndsAsItsLoginSays();
    void banksWithoutHelpAreLikeTheSimpleOne();
    void semiInteractiveAsksEveryOtherTime();
    void askingAgainIsANewStage();
    void picturesAreInThePageOrAtTheSandbox();
    void optionsComeInAllThreeForms();
    void aChoiceOutsideTheListIsRefused_data();
    void aChoiceOutsideTheListIsRefused();
    void questionsAreMadeOfFieldsTheProviderKnows();

private:
    static QJsonObject edited(QJsonObject object, const QString &name, const QJsonValue &value)
    {
        object.insert(name, value);
        return object;
    }
    static QJsonObject pair() { return {{u"login"_s, u"username"_s}, {u"password"_s, u"secret"_s}}; }
    static QJsonObject wrongPair() { return {{u"login"_s, u"username"_s}, {u"password"_s, u"wrong"_s}}; }
    static QJsonObject one(const QString &name, const QJsonValue &value) { return {{name, value}}; }
    void simpleBanks();
    void askingBanks();
    void choosingBanks();
    void closedBanks();
    void row(const QString &bank, const char *what, const QJsonObject &input, const Answers &answers,
             const QString &end);

    struct Row
    {
        QString bank;
        QString what;
        QJsonObject input;
        Answers answers;
        QString end;
    };

    BankCatalogue m_banks = BankCatalogue::builtIn();
    QList<Row> m_rows;
};

void EveryBankTest::row(const QString &bank, const char *what, const QJsonObject &input, const Answers &answers,
                        const QString &end)
{
    m_rows.append({bank, QString::fromLatin1(what), input, answers, end});
}

void EveryBankTest::simpleBanks()
{
    const QString invalid = u"InvalidCredentials"_s;
    for (const char *name : {"fakebank_simple_xf", "fake_demobank_xf", "fakebank_with_error_xf",
                             "fakebank_with_updates_xf", "fakebank_slow_xf"}) {
        row(QString::fromLatin1(name), "right", pair(), {}, QString());
        row(QString::fromLatin1(name), "wrong", wrongPair(), {}, invalid);
    }
    const QString select = u"fakebank_select_xf"_s;
    row(select, "right branch", edited(pair(), u"bank_branch"_s, u"2"_s), {}, QString());
    row(select, "wrong branch", edited(pair(), u"bank_branch"_s, u"1"_s), {}, invalid);
    row(select, "no such branch", edited(pair(), u"bank_branch"_s, u"9"_s), {}, u"refused: WrongRequestFormat"_s);
    const QString optional = u"fakebank_with_optional_fields_xf"_s;
    const QJsonObject branch = edited(pair(), u"branch_code"_s, u"0042"_s);
    row(optional, "without", pair(), {}, QString());
    row(optional, "one", branch, {}, QString());
    row(optional, "both", edited(branch, u"memorable_word"_s, u"swordfish"_s), {}, QString());
    row(optional, "wrong optional", edited(pair(), u"memorable_word"_s, u"herring"_s), {}, invalid);
    const QString token = u"fakebank_with_token_xf"_s;
    const QJsonObject name = one(u"login"_s, u"username"_s);
    row(token, "right", edited(name, u"token"_s, u"token-123456"_s), {}, QString());
    row(token, "wrong", edited(name, u"token"_s, u"token-0"_s), {}, invalid);
    const QString api = u"fakebank_api_with_fields_xf"_s;
    const QJsonObject typed{
        {u"user_id"_s, u"username"_s}, {u"iban"_s, u"DE02120300000000202051"_s}, {u"account_type"_s, u"personal"_s}};
    row(api, "right", typed, {}, QString());
    row(api, "wrong", edited(typed, u"account_type"_s, u"business"_s), {}, invalid);
    row(api, "no such type", edited(typed, u"account_type"_s, u"other"_s), {}, u"refused: WrongRequestFormat"_s);
    row(u"fake_client_xf"_s, "right", name, {}, QString());
    row(u"fake_client_xf"_s, "wrong", one(u"login"_s, u"x"_s), {}, invalid);
    const auto file = [](const QString &url) { return one(u"file_url"_s, url); };
    row(u"fakebank_file_xf"_s, "right", file(u"https://example.com/statement.csv"_s), {}, QString());
    row(u"fakebank_file_xf"_s, "broken", file(u"https://example.com/broken.csv"_s), {}, u"FileError"_s);
    row(u"fakebank_file_xf"_s, "missing", file(u"https://example.com/missing.csv"_s), {}, u"refused: FileNotSaved"_s);
    row(u"fakebank_file_xf"_s, "no address", file(u"statement.csv"_s), {}, u"refused: FileNotSaved"_s);
    row(u"fakebank_file_xf"_s, "none", {}, {}, u"refused: FileNotProvided"_s);
}

void EveryBankTest::askingBanks()
{
    const QString wrong = u"InvalidInteractiveCredentials"_s;
    const QString late = u"InteractiveTimeout"_s;
    const QJsonObject name = one(u"login"_s, u"username"_s);
    const auto asks = [&](const char *bank, const QJsonObject &input, const QString &field, const QString &answer) {
        row(QString::fromLatin1(bank), "right", input, {one(field, answer)}, QString());
        row(QString::fromLatin1(bank), "wrong", input, {one(field, u"0"_s), one(field, u"0"_s), one(field, u"0"_s)},
            wrong);
        row(QString::fromLatin1(bank), "late", input, {}, late);
    };
    for (const char *bank : {"fakebank_interactive_xf", "fakebank_semi_interactive_xf",
                             "fakebank_patient_interactive_xf", "fakebank_hasty_interactive_xf"}) {
        asks(bank, pair(), u"sms"_s, u"123456"_s);
    }
    row(u"fakebank_patient_interactive_xf"_s, "right at last", pair(),
        {one(u"sms"_s, u"0"_s), one(u"sms"_s, u"0"_s), one(u"sms"_s, u"123456"_s)}, QString());
    row(u"fakebank_semi_interactive_xf"_s, "wrong login", wrongPair(), {}, u"InvalidCredentials"_s);
    asks("fakebank_image_xf", pair(), u"image"_s, u"7RK4M"_s);
    asks("fakebank_remote_image_xf", pair(), u"captcha"_s, u"X9T3H"_s);
    asks("fake_interactive_client_xf", name, u"sms"_s, u"123456"_s);
    const QString two = u"fakebank_two_step_interactive_xf"_s;
    row(two, "right", pair(), {one(u"sms"_s, u"123456"_s), one(u"pin"_s, u"4711"_s)}, QString());
    row(two, "first wrong", pair(), {one(u"sms"_s, u"0"_s)}, wrong);
    row(two, "second wrong", pair(), {one(u"sms"_s, u"123456"_s), one(u"pin"_s, u"0"_s)}, wrong);
    row(two, "second late", pair(), {one(u"sms"_s, u"123456"_s)}, late);
    const QString decoupled = u"fakebank_decoupled_xf"_s;
    row(decoupled, "approved", pair(), {QJsonObject()}, QString());
    row(decoupled, "declined", edited(pair(), u"login"_s, u"decline"_s), {QJsonObject()}, wrong);
    row(decoupled, "late", pair(), {}, late);
    row(u"fake_interactive_decoupled_client_xf"_s, "approved", name, {QJsonObject()}, QString());
    row(u"fake_interactive_decoupled_client_xf"_s, "wrong", one(u"login"_s, u"x"_s), {}, u"InvalidCredentials"_s);
    row(u"fake_interactive_decoupled_client_xf"_s, "late", name, {}, late);
}

void EveryBankTest::choosingBanks()
{
    const QString wrong = u"InvalidInteractiveCredentials"_s;
    const QString late = u"InteractiveTimeout"_s;
    const QString refused = u"refused: WrongRequestFormat"_s;
    const QString single = u"fakebank_dynamic_select_xf"_s;
    for (const QString &account : {u"service_acc_guid1"_s, u"service_acc_guid2"_s}) {
        row(single, qPrintable(account), pair(), {one(u"account_name"_s, account)}, QString());
    }
    row(single, "closed", pair(), {one(u"account_name"_s, u"service_acc_guid3"_s)}, wrong);
    row(single, "late", pair(), {}, late);
    const QString multiple = u"fakebank_dynamic_multi_select_xf"_s;
    const auto accounts = [](const QJsonArray &chosen) { return one(u"accounts"_s, chosen); };
    const QString first = u"service_acc_guid1"_s;
    const QString second = u"service_acc_guid2"_s;
    row(multiple, "one", pair(), {accounts({first})}, QString());
    row(multiple, "both", pair(), {accounts({second, first})}, QString());
    row(multiple, "closed too", pair(), {accounts({first, u"service_acc_guid3"_s})}, wrong);
    row(multiple, "unlisted", pair(), {accounts({u"x"_s})}, refused);
    row(multiple, "late", pair(), {}, late);
    row(u"fakebank_one_option_xf"_s, "right", pair(), {one(u"account_name"_s, first)}, QString());
    row(u"fakebank_one_option_xf"_s, "unlisted", pair(), {one(u"account_name"_s, second)}, refused);
    row(u"fakebank_one_option_xf"_s, "late", pair(), {}, late);
    const QString texts = u"fakebank_text_options_xf"_s;
    row(texts, "sms", pair(), {one(u"method"_s, u"SMS"_s)}, QString());
    row(texts, "app", pair(), {one(u"method"_s, u"Mobile app"_s)}, QString());
    row(texts, "card", pair(), {one(u"method"_s, u"Code card"_s)}, wrong);
    row(texts, "late", pair(), {}, late);
}

void EveryBankTest::closedBanks()
{
    row(u"northern_harbour_bank_gb"_s, "down", pair(), {}, u"ProviderUnavailable"_s);
    row(u"old_savings_bank_de"_s, "closed", pair(), {}, u"refused: ProviderDisabled"_s);
    row(u"banque_dormante_fr"_s, "closed", pair(), {}, u"refused: ProviderInactive"_s);
    row(u"closed_circle_bank_ch"_s, "closed", pair(), {}, u"refused: ProviderAccessNotGranted"_s);
    row(u"unreachable_bank_it"_s, "closed", pair(), {}, u"refused: ProviderUnavailable"_s);
    for (const Bank::Failure &failure : m_banks.find(u"fakebank_with_error_xf"_s)->failures) {
        for (const Bank &bank : m_banks.banks()) {
            if (bank.name == u"Fake Bank: "_s + failure.errorClass) {
                row(bank.code, "always", pair(), {}, failure.errorClass);
            }
        }
    }
}

void EveryBankTest::initTestCase()
{
    simpleBanks();
    askingBanks();
    choosingBanks();
    closedBanks();
}

void EveryBankTest::itEndsAsPromised_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<Answers>("answers");
    QTest::addColumn<QString>("end");
    for (const Row &row : m_rows) {
        QTest::newRow(qPrintable(row.bank + u": "_s + row.what)) << row.bank << row.input << row.answers << row.end;
    }
}

void EveryBankTest::itEndsAsPromised()
{
    QFETCH(QString, bank);
    QFETCH(QJsonObject, input);
    QFETCH(Answers, answers);
    Desk desk;
    BankWalk walk(desk, bank, input);
    walk.answer(answers);
    QTEST(walk.end(), "end");
    const bool came = walk.end().isEmpty();
    if (came) {
        QCOMPARE(walk.shown().data().value("status"_L1), u"active"_s);
        QCOMPARE(walk.shown().stage(), u"finish"_s);
        QCOMPARE(walk.questionsAsked(), answers.size());
    } else if (!walk.end().startsWith(u"refused"_s)) {
        QCOMPARE(walk.shown().data().value("status"_L1), u"inactive"_s);
        QVERIFY(!walk.shown().attempt().value("fail_message"_L1).toString().isEmpty());
    }
}

static QStringList textsIn(const QJsonValue &value)
{
    if (value.isString()) {
        return {value.toString()};
    }
    QStringList texts;
    for (const auto &item : value.toArray()) {
        texts += textsIn(item);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        texts += textsIn(member.value());
    }
    return texts;
}

void EveryBankTest::theHelpNamesWhatWasTyped()
{
    QFETCH(QString, bank);
    QFETCH(QJsonObject, input);
    QFETCH(Answers, answers);
    QFETCH(QString, end);
    const auto &help = m_banks.find(bank)->help;
    QVERIFY(help.has_value());
    const QString good = help->succeeds + u' ' + help->asks;
    if (!end.isEmpty()) {
        QVERIFY2(help->fails.contains(end.section(u' ', -1)), qPrintable(help->fails));
        return;
    }
    for (const QString &text : textsIn(input)) {
        QVERIFY2(good.contains(u'"' + text + u'"'), qPrintable(text));
    }
    const QStringList last = answers.isEmpty() ? QStringList() : textsIn(answers.last());
    for (const QString &text : last) {
        QVERIFY2(good.contains(u'"' + text + u'"'), qPrintable(text));
    }
    QCOMPARE(help->asks == u"never"_s, answers.isEmpty());
}

void EveryBankTest::everyBankIsWalked()
{
    QSet<QString> walked;
    QSet<QString> succeeded;
    for (const Row &row : m_rows) {
        walked.insert(row.bank);
        if (row.end.isEmpty()) {
            succeeded.insert(row.bank);
        }
    }
    for (const Bank &bank : m_banks.banks()) {
        const bool takesCredentials = bank.mode != "oauth"_L1;
        if (bank.help && takesCredentials) {
            QVERIFY2(walked.contains(bank.code), qPrintable(bank.code));
            QVERIFY2(succeeded.contains(bank.code) == (bank.help->succeeds != "never"_L1), qPrintable(bank.code));
        }
    }
}

void EveryBankTest::theErrorBankEndsAsItsLoginSays()
{
    const Bank &bank = *m_banks.find(u"fakebank_with_error_xf"_s);
    QCOMPARE(bank.failures.size(), 14);
    for (const Bank::Failure &failure : bank.failures) {
        Desk desk;
        const BankWalk walk(desk, bank.code, edited(pair(), u"login"_s, failure.errorClass));
        QCOMPARE(walk.end(), failure.errorClass);
        QVERIFY2(bank.help->fails.contains(failure.errorClass), qPrintable(failure.errorClass));
    }
}

void EveryBankTest::banksWithoutHelpAreLikeTheSimpleOne()
{
    for (const Bank &bank : m_banks.banks()) {
        if (!bank.help) {
            Desk right;
            QCOMPARE(BankWalk(right, bank.code, pair()).end(), QString());
            Desk wrong;
            QCOMPARE(BankWalk(wrong, bank.code, wrongPair()).end(), u"InvalidCredentials"_s);
        }
    }
}

void EveryBankTest::semiInteractiveAsksEveryOtherTime()
{
    Desk desk;
    BankWalk walk(desk, u"fakebank_semi_interactive_xf"_s, pair());
    walk.answer({one(u"sms"_s, u"123456"_s)});
    QCOMPARE(walk.end(), QString());
    for (const char *stage : {"finish", "interactive"}) {
        desk.pass(std::chrono::minutes(10));
        QCOMPARE(desk.put(walk.path() + u"/refresh"_s, "{}").status(), 200);
        desk.pass(std::chrono::minutes(1));
        QCOMPARE(walk.shown().stage(), QString::fromLatin1(stage));
    }
}

void EveryBankTest::askingAgainIsANewStage()
{
    Desk desk;
    BankWalk walk(desk, u"fakebank_patient_interactive_xf"_s, pair());
    QSet<QString> stages;
    for (int i = 0; i < 3; ++i) {
        const QJsonObject stage = walk.shown().attempt().value("last_stage"_L1).toObject();
        QCOMPARE(stage.value("name"_L1), u"interactive"_s);
        QCOMPARE(stage.value("interactive_fields_names"_L1).toArray(), QJsonArray{u"sms"_s});
        stages.insert(stage.value("id"_L1).toString());
        const QJsonObject wrong{{u"credentials"_s, one(u"sms"_s, u"0"_s)}};
        QCOMPARE(desk.putData(walk.path() + u"/interactive"_s, wrong).status(), 200);
    }
    QCOMPARE(stages.size(), 3);
    QCOMPARE(walk.shown().attempt().value("fail_error_class"_L1), u"InvalidInteractiveCredentials"_s);
}

static QString htmlOf(BankWalk &walk)
{
    const QJsonObject stage = walk.shown().attempt().value("last_stage"_L1).toObject();
    return stage.value("interactive_html"_L1).toString();
}

void EveryBankTest::picturesAreInThePageOrAtTheSandbox()
{
    Desk desk;
    BankWalk inside(desk, u"fakebank_image_xf"_s, pair());
    const QString data = htmlOf(inside).section(u"src=\""_s, 1).section(u'"', 0, 0);
    QVERIFY(data.startsWith(u"data:image/png;base64,"_s));
    const QByteArray png = QByteArray::fromBase64(data.section(u',', 1).toLatin1());
    QVERIFY(png.startsWith("\x89PNG\r\n\x1a\n") && png.endsWith(QByteArray("IEND\xAE\x42\x60\x82")));
    BankWalk remote(desk, u"fakebank_remote_image_xf"_s, pair());
    const QString address = htmlOf(remote).section(u"src=\""_s, 1).section(u'"', 0, 0);
    QCOMPARE(address, u"http://127.0.0.1:1/pictures/fakebank_remote_image_xf.png"_s);
    const Request anonymous{.method = "GET", .target = "/pictures/fakebank_remote_image_xf.png", .origin = {}};
    const Answer picture = desk.send(anonymous);
    QCOMPARE(picture.status(), 200);
    QCOMPARE(picture.reply.contentType, QByteArray("image/png"));
    QVERIFY(picture.reply.body.startsWith("\x89PNG\r\n\x1a\n"));
    QVERIFY(picture.reply.body != png);
}

void EveryBankTest::optionsComeInAllThreeForms()
{
    Desk desk;
    const auto options = [&](const QString &bank, const QString &field) {
        BankWalk walk(desk, bank, pair());
        const QJsonObject stage = walk.shown().attempt().value("last_stage"_L1).toObject();
        return stage.value("interactive_fields_options"_L1).toObject().value(field);
    };
    const QJsonValue documented = options(u"fakebank_dynamic_select_xf"_s, u"account_name"_s);
    QCOMPARE(documented.toArray().size(), 3);
    for (const char *member : {"name", "english_name", "localized_name", "option_value", "selected"}) {
        QVERIFY2(documented.toArray().first().toObject().contains(QLatin1String(member)), member);
    }
    const QJsonValue single = options(u"fakebank_one_option_xf"_s, u"account_name"_s);
    QCOMPARE(single.toObject().value("option_value"_L1), u"service_acc_guid1"_s);
    const QJsonValue texts = options(u"fakebank_text_options_xf"_s, u"method"_s);
    QCOMPARE(texts.toArray(), (QJsonArray{u"SMS"_s, u"Mobile app"_s, u"Code card"_s}));
}

void EveryBankTest::aChoiceOutsideTheListIsRefused_data()
{
    QTest::addColumn<QString>("bank");
    QTest::addColumn<QJsonObject>("answer");
    const QString multiple = u"fakebank_dynamic_multi_select_xf"_s;
    QTest::newRow("unlisted") << u"fakebank_dynamic_select_xf"_s << one(u"account_name"_s, u"x"_s);
    QTest::newRow("several of one") << u"fakebank_dynamic_select_xf"_s
                                    << one(u"account_name"_s, QJsonArray{u"service_acc_guid1"_s});
    QTest::newRow("one of several") << multiple << one(u"accounts"_s, u"service_acc_guid1"_s);
    QTest::newRow("none of several") << multiple << one(u"accounts"_s, QJsonArray());
    QTest::newRow("a field for decoupled") << u"fakebank_decoupled_xf"_s << one(u"sms"_s, u"1"_s);
    QTest::newRow("no text") << u"fakebank_text_options_xf"_s << one(u"method"_s, u"sms"_s);
}

void EveryBankTest::aChoiceOutsideTheListIsRefused()
{
    QFETCH(QString, bank);
    QFETCH(QJsonObject, answer);
    Desk desk;
    BankWalk walk(desk, bank, pair());
    const Answer refused = desk.putData(walk.path() + u"/interactive"_s, {{u"credentials"_s, answer}});
    QCOMPARE(refused.errorClass(), u"WrongRequestFormat"_s);
    QVERIFY2(refused.message().contains(answer.keys().first()), qPrintable(refused.message()));
    QCOMPARE(walk.shown().stage(), u"interactive"_s);
}

void EveryBankTest::questionsAreMadeOfFieldsTheProviderKnows()
{
    for (const Bank &bank : m_banks.banks()) {
        QSet<QString> known;
        for (const Bank::Field &field : bank.interactiveFields) {
            known.insert(field.name);
        }
        for (const Step &step : bank.script) {
            const QStringList asked = step.question ? step.question->fields : QStringList();
            for (const QString &name : asked) {
                QVERIFY2(known.contains(name), qPrintable(bank.code + u' ' + name));
            }
            QVERIFY2(!step.question || step.question->html.startsWith(u'<'), qPrintable(bank.code));
        }
    }
}

QTEST_APPLESS_MAIN(EveryBankTest)
#include "tst_everybank.moc"
