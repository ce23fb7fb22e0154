// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace saltdesk::models {

/// A tag, with the attributes that matter here; their references are not yet replaced, absent ones are null.
struct MarkupTag
{
    QStringView name;
    bool isEnd = false;
    /// `<svg/>`
    bool isSelfClosing = false;
    bool isHidden = false;
    QStringView style;
    QStringView address;     ///< href
    QStringView source;      ///< src
    QStringView alternative; ///< alt
};

/// Takes HTML apart into texts and tags as a browser does, whatever its mistakes. Comments, declarations and the marks
/// of CDATA are passed over in silence. Each character is looked at a fixed number of times and nothing is stored, so
/// the time grows with the length only. The markup must outlive it.
class MarkupScanner
{
public:
    enum class Token { Text, Tag, End };

    explicit MarkupScanner(QStringView markup)
        : m_markup(markup)
    {}

    [[nodiscard]] Token next();
    /// Of the last Text.
    [[nodiscard]] QStringView text() const { return m_text; }
    /// Of the last Tag.
    [[nodiscard]] const MarkupTag &tag() const { return m_tag; }
    /// Passes over everything up to this element's end tag, as if it were no markup; without one, up to the end.
    void skipContent(QStringView name);

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool startsTag() const;
    [[nodiscard]] bool passDeclaration();
    void passComment();
    void passUntil(QChar end);
    void passBlanks();
    [[nodiscard]] Token readText();
    [[nodiscard]] Token readTag();
    void readAttribute();
    [[nodiscard]] QStringView readValue();
    void keep(QStringView name, QStringView value);

    QStringView m_markup;
    qsizetype m_at = 0;
    QStringView m_text;
    MarkupTag m_tag;
    bool m_isInCdata = false;
};

} // namespace saltdesk::models
