// SPDX-License-Identifier: Apache-2.0
#include "question/QuestionMarkup.h"

#include "question/QuestionReader.h"

namespace saltdesk::models {

QuestionText readQuestion(const QString &markup)
{
    QString text = markup.left(QuestionText::readCharacters);
    text.remove(QChar(u'\0')); // or "<scr\0ipt>" would be no script here and one elsewhere
    QuestionReader reader(text, QuestionReader::HiddenText::LeftOut);
    QuestionText question = reader.read();
    if (question.isEmpty() && reader.hasFoundHidden()) {
        question = QuestionReader(text, QuestionReader::HiddenText::Shown).read();
    }
    question.cut = question.cut || markup.size() > QuestionText::readCharacters;
    return question;
}

} // namespace saltdesk::models
