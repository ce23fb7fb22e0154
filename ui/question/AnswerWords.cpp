// SPDX-License-Identifier: Apache-2.0
#include "question/AnswerWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace saltdesk::ui {

using models::EntryKind;
using models::FormField;
using namespace Qt::Literals::StringLiterals;

namespace {

struct AnswerTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::AnswerWords)
};

bool isCode(const FormField &field)
{
    constexpr QLatin1StringView hints[] = {"sms"_L1, "code"_L1, "otp"_L1, "tan"_L1, "token"_L1, "pin"_L1};
    return field.kind == EntryKind::Number || std::ranges::any_of(hints, [&field](QLatin1StringView hint) {
               return field.name.contains(hint, Qt::CaseInsensitive) || field.label.contains(hint, Qt::CaseInsensitive);
           });
}

bool isChoosing(const FormField &field)
{
    return field.kind == EntryKind::Choice || field.kind == EntryKind::MultiChoice;
}

QString readOutOf(const FormField &field, bool hasPicture)
{
    switch (field.kind) {
    case EntryKind::Choice:
        return AnswerTexts::tr("“Your bank lets you choose. Which one shall it be?”");
    case EntryKind::MultiChoice:
        return AnswerTexts::tr("“Your bank lets you choose one or more. Which ones shall it be?”");
    case EntryKind::File:
        return AnswerTexts::tr("“Your bank asks for a file. Please send it to me.”");
    case EntryKind::Password:
        return AnswerTexts::tr("“Your bank asks for your %1. You may also open a link and type it yourself.”")
            .arg(field.label);
    case EntryKind::Text:
    case EntryKind::Number:
        break;
    }
    if (hasPicture) {
        return AnswerTexts::tr("“Your bank shows a picture; I copy what stands in it.”");
    }
    return isCode(field) ? AnswerTexts::tr("“Your bank has just sent you a code. Please read it to me.”")
                         : AnswerTexts::tr("“Your bank asks for this: %1. Please tell me.”").arg(field.label);
}

QString noticeOf(const models::WaitingQuestion &question)
{
    if (question.repeated) {
        return AnswerTexts::tr("The bank did not accept the last answer and asks again.");
    }
    if (question.step > 1) {
        return AnswerTexts::tr("The bank asks one thing more: question %1 of this attempt.")
            .arg(QLocale().toString(question.step));
    }
    return {};
}

} // namespace

AnswerWords answerWords(const models::WaitingQuestion &question, const models::FormFields &form,
                        const models::QuestionText &text)
{
    AnswerWords words;
    words.notice = noticeOf(question);
    if (form.fields.empty()) {
        words.readOut =
            AnswerTexts::tr("“Please open your bank's app and approve the request there. Tell me when you have "
                            "done so.”");
        words.verb = AnswerTexts::tr("The customer has &approved");
        return words;
    }
    if (form.fields.size() > 1) {
        QStringList labels;
        std::ranges::transform(form.fields, std::back_inserter(labels), &FormField::label);
        words.readOut = AnswerTexts::tr("“Your bank asks for: %1. Please tell me.”").arg(labels.join(u", "_s));
        words.verb = AnswerTexts::tr("&Send answers");
        return words;
    }
    const FormField &field = form.fields.front();
    words.readOut = readOutOf(field, !text.pictures.empty());
    words.verb = isChoosing(field) ? AnswerTexts::tr("&Send choice")
                                   : (isCode(field) ? AnswerTexts::tr("&Send code") : AnswerTexts::tr("&Send answer"));
    return words;
}

} // namespace saltdesk::ui
