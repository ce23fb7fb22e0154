// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "question/TextPlace.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace saltdesk::models {

/// Writes the html and the plain text of a question. A tag is written only when a visible character needs it, so what
/// comes out is as long as the text, however much markup went in, and every tag is closed.
class QuestionWriter
{
public:
    /// How the next characters look.
    struct Look
    {
        bool isBold = false;
        bool isItalic = false;
        bool isUnderlined = false;
        bool isCode = false;
        /// Empty: no link. As it is written into the href, not yet escaped.
        QString link;

        [[nodiscard]] bool operator==(const Look &) const = default;
    };

    void setLook(const Look &look);
    /// Where the next line of text stands.
    void setPlace(const TextPlace &place) { m_place = place; }
    /// Blanks and line ends count, as within <pre>.
    void setPreformatted(bool isPreformatted) { m_isPreformatted = isPreformatted; }

    void write(QStringView text);
    void space();
    void lineBreak();
    /// A new line unless one has just begun: the row of a table.
    void newLine();
    /// A mark between two texts of one line: the cells of a table.
    void separate();
    void endParagraph();
    void finish();

    /// Nothing more is written.
    [[nodiscard]] bool isFull() const { return m_isFull; }
    [[nodiscard]] const QString &html() const { return m_html; }
    [[nodiscard]] const QString &plain() const { return m_plain; }

private:
    struct OpenList
    {
        TextPlace::List list;
        int items = 0;
    };

    void put(char32_t character);
    void putPreformatted(char32_t blank);
    void openLine();
    void openItem();
    void beginItem(OpenList &list);
    void closeLists(std::size_t remaining);
    void writePending();
    void openLook();
    void closeLook();

    QString m_html;
    QString m_plain;
    TextPlace m_place;
    Look m_look;
    bool m_isPreformatted = false;
    bool m_isFull = false;

    // What the html has open.
    bool m_isQuoteOpen = false;
    bool m_isLineOpen = false;
    bool m_isLookOpen = false;
    /// The look was set since the last character: strings are compared then only.
    bool m_isLookNew = false;
    Look m_openLook;
    std::vector<OpenList> m_openLists;

    // What comes before the next character.
    int m_breaks = 0;
    bool m_isSeparated = false;
    QChar m_space;
};

} // namespace saltdesk::models
