// SPDX-License-Identifier: Apache-2.0
#include "credentials/FormField.h"

#include <QSet>
#include <QTest>

using namespace saltdesk;
using namespace saltdesk::models;
using namespace Qt::Literals::StringLiterals;
using Nature = api::FieldNature;

namespace {

struct Described
{
    QString name;
    QString label = {};
    Nature nature = Nature::Text;
    qint64 position = 0;
    bool multiple = false;
    std::vector<api::FieldOption> options = {};
    QString natureText = {};
};

api::ProviderField field(const Described &described)
{
    api::ProviderField field;
    field.name = described.name;
    field.localizedName = described.label;
    field.nature = {described.nature, described.natureText};
    field.position = described.position;
    field.optional = false;
    field.multiple = described.multiple;
    if (!described.options.empty()) {
        field.options = described.options;
    }
    return field;
}

api::Provider loginAt(const std::vector<Described> &fields)
{
    api::Provider bank;
    std::vector<api::ProviderField> all;
    std::ranges::transform(fields, std::back_inserter(all), field);
    bank.requiredFields = all;
    return bank;
}

api::Provider askingBank(const std::vector<Described> &fields)
{
    api::Provider bank = loginAt(fields);
    std::swap(bank.interactiveFields, bank.requiredFields);
    return bank;
}

std::vector<api::FieldOption> options(int count)
{
    std::vector<api::FieldOption> all;
    for (int i = 0; i < count; ++i) {
        const QString number = QString::number(i);
        all.push_back({.name = number, .englishName = number, .localizedName = number, .value = number});
    }
    return all;
}

api::Stage asking(const QStringList &names, const QMap<QString, std::vector<api::FieldOption>> &offered = {})
{
    api::Stage stage;
    stage.interactiveFieldsNames = names;
    if (!offered.isEmpty()) {
        stage.interactiveFieldsOptions = offered;
    }
    return stage;
}

QStringList names(const FormFields &form)
{
    QStringList all;
    std::ranges::transform(form.fields, std::back_inserter(all), &FormField::name);
    return all;
}

QStringList labels(const FormFields &form)
{
    QStringList all;
    std::ranges::transform(form.fields, std::back_inserter(all), &FormField::label);
    return all;
}

bool tellsApart(const FormFields &form)
{
    const QStringList all = labels(form);
    return !all.contains(QString()) && QSet<QString>(all.begin(), all.end()).size() == all.size();
}

} // namespace

class FormFieldTest : public QObject
{
    Q_OBJECT

private slots:
    void fieldsStandByPosition();
    void fieldsOfOnePositionKeepTheirOrder();
    void aBankWithoutFieldsHasAnEmptyForm();
    void aNatureDecidesHowItIsEntered_data();
    void aNatureDecidesHowItIsEntered();
    void anUnknownNatureIsTextAndSaysSo();
    void aChoiceOfNothingIsTypedAndSaysSo_data();
    void aChoiceOfNothingIsTypedAndSaysSo();
    void aNameThatComesAgainIsLeftOut();
    void anOptionalFieldIsMarked();
    void theLabelIsTheLocalNameElseTheEnglishElseTheKey_data();
    void theLabelIsTheLocalNameElseTheEnglishElseTheKey();
    void labelsTellFieldsApart_data();
    void labelsTellFieldsApart();
    void aLabelThatIsMadeDifferentMeetsNoOther();
    void longAndForeignLabelsStay_data();
    void longAndForeignLabelsStay();
    void aQuestionAsksForTheNamesOfItsStage();
    void aQuestionOfAnUnknownBankIsAskedByItsKeys();
    void aQuestionWithoutFieldsHasAnEmptyForm();
    void aQuestionsFieldsStandByPosition();
    void theStageBringsTheOptions_data();
    void theStageBringsTheOptions();
    void optionsOfOtherFieldsAreIgnored();
    void anEmptyListOfOptionsDoesNotReplaceTheBanks();
    void fiveHundredOptionsAllStay();
    void aChoiceFromTheStageIsNotCalledUnknown();
};

void FormFieldTest::fieldsStandByPosition()
{
    const FormFields form = loginFields(
        loginAt({{.name = u"c"_s, .position = 3}, {.name = u"a"_s, .position = 1}, {.name = u"b"_s, .position = 2}}));
    QCOMPARE(names(form), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(form.repeated.isEmpty());
}

void FormFieldTest::fieldsOfOnePositionKeepTheirOrder()
{
    const FormFields form = loginFields(loginAt({{.name = u"z"_s, .position = 1},
                                                 {.name = u"y"_s, .position = 1},
                                                 {.name = u"x"_s, .position = 1},
                                                 {.name = u"first"_s, .position = -7}}));
    QCOMPARE(names(form), QStringList({u"first"_s, u"z"_s, u"y"_s, u"x"_s}));
}

void FormFieldTest::aBankWithoutFieldsHasAnEmptyForm()
{
    QCOMPARE(loginFields({}), FormFields());
    QCOMPARE(loginFields(loginAt({})), FormFields());
    // What a question asks for is not part of the login.
    QCOMPARE(loginFields(askingBank({{.name = u"sms"_s}})), FormFields());
}

void FormFieldTest::aNatureDecidesHowItIsEntered_data()
{
    QTest::addColumn<Nature>("nature");
    QTest::addColumn<bool>("multiple");
    QTest::addColumn<EntryKind>("kind");
    QTest::newRow("text") << Nature::Text << false << EntryKind::Text;
    QTest::newRow("password") << Nature::Password << false << EntryKind::Password;
    QTest::newRow("number") << Nature::Number << false << EntryKind::Number;
    QTest::newRow("select") << Nature::Select << false << EntryKind::Choice;
    QTest::newRow("select, several") << Nature::Select << true << EntryKind::MultiChoice;
    QTest::newRow("dynamic_select") << Nature::DynamicSelect << false << EntryKind::Choice;
    QTest::newRow("dynamic_select, several") << Nature::DynamicSelect << true << EntryKind::MultiChoice;
    QTest::newRow("file") << Nature::File << false << EntryKind::File;
    QTest::newRow("text, several") << Nature::Text << true << EntryKind::Text;
}

void FormFieldTest::aNatureDecidesHowItIsEntered()
{
    QFETCH(Nature, nature);
    QFETCH(bool, multiple);
    const FormFields form = loginFields(loginAt(
        {{.name = u"a"_s, .nature = nature, .multiple = multiple, .options = options(2), .natureText = u"x"_s}}));
    QCOMPARE(form.fields.size(), std::size_t{1});
    QTEST(form.fields.front().kind, "kind");
    QCOMPARE(form.fields.front().options.size(), std::size_t{2});
    QVERIFY(form.fields.front().unknownNature.isEmpty());
}

void FormFieldTest::anUnknownNatureIsTextAndSaysSo()
{
    const FormFields form =
        loginFields(loginAt({{.name = u"a"_s, .nature = Nature::Unknown, .natureText = u"fingerprint"_s}}));
    QCOMPARE(form.fields.front().kind, EntryKind::Text);
    QCOMPARE(form.fields.front().unknownNature, u"fingerprint"_s);
}

void FormFieldTest::aChoiceOfNothingIsTypedAndSaysSo_data()
{
    QTest::addColumn<Nature>("nature");
    QTest::addColumn<bool>("multiple");
    QTest::newRow("select") << Nature::Select << false;
    QTest::newRow("select, several") << Nature::Select << true;
    QTest::newRow("dynamic_select in a login") << Nature::DynamicSelect << false;
}

void FormFieldTest::aChoiceOfNothingIsTypedAndSaysSo()
{
    QFETCH(Nature, nature);
    QFETCH(bool, multiple);
    const Described described{.name = u"a"_s, .nature = nature, .multiple = multiple, .natureText = u"select"_s};
    const FormFields login = loginFields(loginAt({described}));
    QCOMPARE(login.fields.front().kind, EntryKind::Text);
    QVERIFY(!login.fields.front().unknownNature.isEmpty());
    const api::Provider bank = askingBank({described});
    const FormFields question = questionFields(asking({u"a"_s}), &bank);
    QCOMPARE(question.fields.front().kind, EntryKind::Text);
    QVERIFY(!question.fields.front().unknownNature.isEmpty());
}

void FormFieldTest::aNameThatComesAgainIsLeftOut()
{
    const FormFields form = loginFields(loginAt({{.name = u"a"_s, .label = u"First"_s, .position = 1},
                                                 {.name = u"b"_s, .label = u"Other"_s, .position = 2},
                                                 {.name = u"a"_s, .label = u"Second"_s, .position = 3},
                                                 {.name = u"a"_s, .label = u"Third"_s, .position = 4}}));
    QCOMPARE(labels(form), QStringList({u"First"_s, u"Other"_s}));
    QCOMPARE(form.repeated, QStringList({u"a"_s, u"a"_s}));
    const FormFields question = questionFields(asking({u"sms"_s, u"pin"_s, u"sms"_s}), nullptr);
    QCOMPARE(names(question), QStringList({u"sms"_s, u"pin"_s}));
    QCOMPARE(question.repeated, QStringList{u"sms"_s});
}

void FormFieldTest::anOptionalFieldIsMarked()
{
    api::ProviderField optional = field({.name = u"a"_s, .position = 1});
    optional.optional = true;
    api::ProviderField untold = field({.name = u"b"_s, .position = 2});
    untold.optional = {};
    api::Provider bank;
    bank.requiredFields = std::vector{optional, untold};
    const FormFields form = loginFields(bank);
    QVERIFY(form.fields[0].optional);
    QVERIFY(!form.fields[1].optional);
}

void FormFieldTest::theLabelIsTheLocalNameElseTheEnglishElseTheKey_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("label");
    QTest::newRow("local") << u"Wachtwoord"_s << u"Password"_s << u"Wachtwoord"_s;
    QTest::newRow("english") << QString() << u"Password"_s << u"Password"_s;
    QTest::newRow("key") << QString() << QString() << u"pass_key"_s;
    QTest::newRow("space is tidied") << u"  Your\n  password\t"_s << QString() << u"Your password"_s;
    QTest::newRow("nothing but space") << u" \n "_s << u"Password"_s << u"Field 1"_s;
}

void FormFieldTest::theLabelIsTheLocalNameElseTheEnglishElseTheKey()
{
    QFETCH(QString, local);
    QFETCH(QString, english);
    api::ProviderField one = field({.name = u"pass_key"_s, .label = local});
    one.englishName = english;
    api::Provider bank;
    bank.requiredFields = std::vector{one};
    QTEST(loginFields(bank).fields.front().label, "label");
}

void FormFieldTest::labelsTellFieldsApart_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("different ones stay") << QStringList{u"Login"_s, u"Pin"_s} << QStringList{u"Login"_s, u"Pin"_s};
    QTest::newRow("the same twice") << QStringList{u"Code"_s, u"Code"_s, u"Pin"_s}
                                    << QStringList{u"Code (f0)"_s, u"Code (f1)"_s, u"Pin"_s};
    QTest::newRow("none at all") << QStringList{u" "_s, u" "_s} << QStringList{u"Field 1"_s, u"Field 2"_s};
    QTest::newRow("none, where another is called so")
        << QStringList{u"Field 2"_s, u" "_s} << QStringList{u"Field 2 (f0)"_s, u"Field 2 (f1)"_s};
    QTest::newRow("only space is between them")
        << QStringList{u"The  code"_s, u"The code"_s} << QStringList{u"The code (f0)"_s, u"The code (f1)"_s};
    QTest::newRow("place markers are not filled in")
        << QStringList{u"%1 %2"_s, u"%1 %2"_s} << QStringList{u"%1 %2 (f0)"_s, u"%1 %2 (f1)"_s};
}

void FormFieldTest::labelsTellFieldsApart()
{
    QFETCH(QStringList, given);
    std::vector<Described> fields;
    for (int i = 0; i < given.size(); ++i) {
        fields.push_back({.name = u"f"_s + QString::number(i), .label = given[i], .position = i});
    }
    const FormFields form = loginFields(loginAt(fields));
    QTEST(labels(form), "shown");
    QVERIFY(tellsApart(form));
}

void FormFieldTest::aLabelThatIsMadeDifferentMeetsNoOther()
{
    const FormFields form = loginFields(loginAt({{.name = u"a"_s, .label = u"Code"_s, .position = 1},
                                                 {.name = u"b"_s, .label = u"Code"_s, .position = 2},
                                                 {.name = u"c"_s, .label = u"Code (a)"_s, .position = 3}}));
    // FormField.h: labels are different from each other. What was made different is not compared once more.
    QVERIFY(tellsApart(form));
}

void FormFieldTest::longAndForeignLabelsStay_data()
{
    QTest::addColumn<QString>("label");
    QTest::newRow("300 characters") << QString(300, u'w');
    QTest::newRow("Hebrew") << u"קוד אימות שנשלח אליך"_s;
    QTest::newRow("Arabic with Latin inside") << u"رمز SMS من البنك"_s;
    QTest::newRow("beyond the first plane") << u"🔑 PIN"_s;
    QTest::newRow("markup is text") << u"<b>Login</b> & more"_s;
}

void FormFieldTest::longAndForeignLabelsStay()
{
    QFETCH(QString, label);
    QCOMPARE(labels(loginFields(loginAt({{.name = u"a"_s, .label = label}}))), QStringList{label});
    const api::Provider bank = askingBank({{.name = u"a"_s, .label = label}});
    QCOMPARE(labels(questionFields(asking({u"a"_s}), &bank)), QStringList{label});
}

void FormFieldTest::aQuestionAsksForTheNamesOfItsStage()
{
    const api::Provider bank =
        askingBank({{.name = u"sms"_s, .label = u"Code by SMS"_s, .nature = Nature::Password}, {.name = u"captcha"_s}});
    const FormFields form = questionFields(asking({u"sms"_s}), &bank);
    QCOMPARE(labels(form), QStringList{u"Code by SMS"_s});
    QCOMPARE(form.fields.front().kind, EntryKind::Password);
}

void FormFieldTest::aQuestionOfAnUnknownBankIsAskedByItsKeys()
{
    const FormFields form = questionFields(asking({u"sms"_s}), nullptr);
    QCOMPARE(labels(form), QStringList{u"sms"_s});
    QCOMPARE(form.fields.front().kind, EntryKind::Text);
    QVERIFY(form.fields.front().unknownNature.isEmpty());
    // A login field of the same name says nothing about the question.
    const api::Provider bank = loginAt({{.name = u"sms"_s, .label = u"Login"_s}});
    QCOMPARE(labels(questionFields(asking({u"sms"_s}), &bank)), QStringList{u"sms"_s});
}

void FormFieldTest::aQuestionWithoutFieldsHasAnEmptyForm()
{
    const api::Provider bank = askingBank({{.name = u"sms"_s}});
    QCOMPARE(questionFields({}, &bank), FormFields());
    QCOMPARE(questionFields(asking({}), &bank), FormFields());
}

void FormFieldTest::aQuestionsFieldsStandByPosition()
{
    const api::Provider bank = askingBank({{.name = u"b"_s, .position = 2}, {.name = u"a"_s, .position = 1}});
    QCOMPARE(names(questionFields(asking({u"b"_s, u"a"_s}), &bank)), QStringList({u"a"_s, u"b"_s}));
}

void FormFieldTest::theStageBringsTheOptions_data()
{
    QTest::addColumn<Nature>("nature");
    QTest::addColumn<bool>("multiple");
    QTest::addColumn<EntryKind>("kind");
    QTest::newRow("dynamic_select") << Nature::DynamicSelect << false << EntryKind::Choice;
    QTest::newRow("dynamic_select, several") << Nature::DynamicSelect << true << EntryKind::MultiChoice;
    QTest::newRow("select that is overruled") << Nature::Select << false << EntryKind::Choice;
    QTest::newRow("text with options becomes a choice") << Nature::Text << false << EntryKind::Choice;
}

void FormFieldTest::theStageBringsTheOptions()
{
    QFETCH(Nature, nature);
    QFETCH(bool, multiple);
    const api::Provider bank =
        askingBank({{.name = u"a"_s, .nature = nature, .multiple = multiple, .natureText = u"x"_s}});
    const FormFields form = questionFields(asking({u"a"_s}, {{u"a"_s, options(3)}}), &bank);
    QTEST(form.fields.front().kind, "kind");
    QCOMPARE(form.fields.front().options, options(3));
    QVERIFY(form.fields.front().unknownNature.isEmpty());
    const FormFields unknown = questionFields(asking({u"a"_s}, {{u"a"_s, options(3)}}), nullptr);
    QCOMPARE(unknown.fields.front().kind, EntryKind::Choice);
}

void FormFieldTest::optionsOfOtherFieldsAreIgnored()
{
    const FormFields form = questionFields(asking({u"a"_s}, {{u"b"_s, options(3)}}), nullptr);
    QCOMPARE(names(form), QStringList{u"a"_s});
    QVERIFY(form.fields.front().options.empty());
    QCOMPARE(form.fields.front().kind, EntryKind::Text);
}

void FormFieldTest::anEmptyListOfOptionsDoesNotReplaceTheBanks()
{
    const api::Provider bank = askingBank({{.name = u"a"_s, .nature = Nature::Select, .options = options(2)}});
    const FormFields form = questionFields(asking({u"a"_s}, {{u"a"_s, {}}}), &bank);
    QCOMPARE(form.fields.front().kind, EntryKind::Choice);
    QCOMPARE(form.fields.front().options, options(2));
}

void FormFieldTest::fiveHundredOptionsAllStay()
{
    const api::Provider bank = askingBank({{.name = u"a"_s, .nature = Nature::DynamicSelect}});
    const FormFields form = questionFields(asking({u"a"_s}, {{u"a"_s, options(500)}}), &bank);
    QCOMPARE(form.fields.front().options, options(500));
    const FormFields login =
        loginFields(loginAt({{.name = u"a"_s, .nature = Nature::Select, .options = options(500)}}));
    QCOMPARE(login.fields.front().options, options(500));
}

void FormFieldTest::aChoiceFromTheStageIsNotCalledUnknown()
{
    const api::Provider bank =
        askingBank({{.name = u"a"_s, .nature = Nature::Unknown, .natureText = u"smart_select"_s}});
    const FormFields form = questionFields(asking({u"a"_s}, {{u"a"_s, options(2)}}), &bank);
    QCOMPARE(form.fields.front().kind, EntryKind::Choice);
    // FormField.h: unknownNature means that it is entered as text. With options it is chosen from a list.
    QVERIFY(form.fields.front().unknownNature.isEmpty());
}

QTEST_GUILESS_MAIN(FormFieldTest)
#include "tst_formfield.moc"
