// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <vector>

namespace saltdesk::models {

/// A picture of a bank's question, such as a captcha or a QR code.
struct QuestionPicture
{
    enum class Source { Embedded, Remote };

    Source source = Source::Embedded;
    /// Embedded: the file itself, PNG, JPEG, GIF or WebP by its first bytes (see PictureFormat.h), 2 MiB at most.
    QByteArray bytes;
    /// Remote: where it lies, http or https, with a host and without a user's name. Nothing has been loaded.
    QUrl url;
    /// What the bank says in place of the picture; one line, may be empty.
    QString alternative;

    [[nodiscard]] bool operator==(const QuestionPicture &) const = default;
};

/// A bank's question, made safe to show.
struct QuestionText
{
    /// Made anew by us, never copied: only p, br, b, i, u, code, ul, ol, li, blockquote and a, no attribute but an href
    /// that begins with https://. Pictures leave no mark in it: they are shown below the text.
    QString html;
    /// The same words for a screen reader and a ticket: a line per paragraph or break, "- " and "1. " before items. No
    /// control characters but the line feed.
    QString plain;
    /// In the order of the question, a dozen at most.
    std::vector<QuestionPicture> pictures;
    /// The question was longer than `shownCharacters` or `readCharacters` and its end is missing.
    bool cut = false;
    /// Something was removed that the customer may have seen or used: a script, a frame, a form's field, hidden text, a
    /// picture or a link of a kind that isn't safe. Comments, styles and what stands in the head don't count.
    bool leftOut = false;

    /// The longest html, in UTF-16 units, give or take the tags that close it.
    static constexpr qsizetype shownCharacters = 256 * 1024;
    /// The most that is read of a markup: two large pictures and their text. It is read in the GUI thread.
    static constexpr qsizetype readCharacters = 8 * 1024 * 1024;
    static constexpr qsizetype pictureBytes = 2 * 1024 * 1024;
    static constexpr std::size_t mostPictures = 12;

    [[nodiscard]] bool isEmpty() const { return html.isEmpty() && pictures.empty(); }
    [[nodiscard]] bool operator==(const QuestionText &) const = default;
};

/// Reads the HTML of a bank's question (`interactive_html`), which is a stranger's: tolerant of every mistake, safe
/// against every intent, in time that grows with its length only. Pure; any thread.
///
/// Text that the markup itself declares hidden (`hidden`, `display:none` and the like) is left out and reported by
/// leftOut: the customer's page doesn't show it, and it often is a sentence for later ("Wrong code!") that would
/// mislead the agent. If nothing else remains, it is shown: then a script that we don't run was meant to reveal it.
/// What hides by a style sheet, by place or by colour is shown, because no style survives.
[[nodiscard]] QuestionText readQuestion(const QString &markup);

} // namespace saltdesk::models

Q_DECLARE_METATYPE(saltdesk::models::QuestionText)
