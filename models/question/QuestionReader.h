// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/MarkupElement.h"
#include "question/MarkupScanner.h"
#include "question/QuestionMarkup.h"
#include "question/QuestionWriter.h"
#include "question/SkippedElement.h"
#include "question/TextPlace.h"

#include <optional>

namespace saltdesk::models {

/// One reading of one question: decides what of its markup is written, and what is left out. readQuestion() is the
/// door.
class QuestionReader
{
public:
    enum class HiddenText { LeftOut, Shown };

    /// `markup` must outlive it and have no NUL.
    QuestionReader(QStringView markup, HiddenText hidden)
        : m_scanner(markup)
        , m_hidden(hidden)
    {}

    /// Once.
    [[nodiscard]] QuestionText read();
    [[nodiscard]] bool hasFoundHidden() const { return m_hasFoundHidden; }

private:
    void readTag();
    void beginElement(const MarkupTag &tag, const MarkupRule &rule);
    void endElement(MarkupElement element);
    [[nodiscard]] bool skips(const MarkupTag &tag, const MarkupRule &rule);
    [[nodiscard]] bool isHidden(const MarkupTag &tag) const;
    void count(MarkupElement element, int step);
    void showLook();
    void endParagraph();
    void beginLink(const MarkupTag &tag);
    void endLink();
    void addPicture(const MarkupTag &tag);

    MarkupScanner m_scanner;
    HiddenText m_hidden;
    QuestionWriter m_writer;
    TextPlaces m_places;
    QuestionText m_question;
    std::optional<SkippedElement> m_skipped;
    bool m_hasFoundHidden = false;

    // How many of each are open.
    int m_bold = 0;
    int m_italic = 0;
    int m_underlined = 0;
    int m_code = 0;
    int m_preformatted = 0;
    bool m_isHeading = false;

    // The open link: where it leads, and where its words begin in the plain text.
    QString m_address;
    bool m_isAddressSafe = false;
    qsizetype m_wordsOfLink = 0;
};

} // namespace saltdesk::models
