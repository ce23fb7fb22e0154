// SPDX-License-Identifier: Apache-2.0
#include "FuzzInput.h"
#include "question/PictureFormat.h"
#include "question/QuestionMarkup.h"
#include "question/VisibleText.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

using namespace saltdesk;
using models::QuestionPicture;
using models::QuestionText;

namespace {

constexpr std::array<std::u16string_view, 10> tagNames{u"p",  u"b",  u"i",  u"u",          u"code",
                                                       u"ul", u"ol", u"li", u"blockquote", u"a"};
constexpr std::array<std::u16string_view, 4> references{u"&lt;", u"&gt;", u"&amp;", u"&quot;"};
constexpr std::u16string_view linkStart = u"<a href=\"https://";
/// The tags of one character: every look, a link of the longest address, its end.
constexpr qsizetype longestLook = 16'000;

bool isVisibleText(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const char32_t character = models::takeCharacter(text, at);
        if (character != U'\n' && !models::mayBeShown(character)) {
            return false;
        }
    }
    return true;
}

/// The size of the tag at the start of `html`; every tag that is opened is closed in its turn.
std::size_t passTag(std::u16string_view html, std::vector<std::u16string_view> &open)
{
    const std::size_t end = html.find(u'>');
    fuzz::require(end != std::u16string_view::npos);
    if (html.starts_with(linkStart)) {
        const std::size_t quote = html.find(u'"', linkStart.size());
        fuzz::require(quote != std::u16string_view::npos && quote + 1 == end);
        open.push_back(u"a");
        return end + 1;
    }
    const bool isEnd = html.starts_with(u"</");
    const std::u16string_view name = html.substr(isEnd ? 2 : 1, end - (isEnd ? 2 : 1));
    if (name == u"br") {
        fuzz::require(!isEnd);
    } else if (isEnd) {
        fuzz::require(!open.empty() && open.back() == name);
        open.pop_back();
    } else {
        fuzz::require(name != u"a" && std::ranges::find(tagNames, name) != tagNames.end());
        open.push_back(name);
    }
    return end + 1;
}

void requireSafeHtml(std::u16string_view html)
{
    std::vector<std::u16string_view> open;
    while (!html.empty()) {
        if (html.front() == u'<') {
            html.remove_prefix(passTag(html, open));
            continue;
        }
        const auto begins = [&](std::u16string_view reference) { return html.starts_with(reference); };
        fuzz::require(html.front() != u'>' && html.front() != u'"');
        fuzz::require(html.front() != u'&' || std::ranges::any_of(references, begins));
        html.remove_prefix(1);
    }
    fuzz::require(open.empty());
}

void requireSafePicture(const QuestionPicture &picture)
{
    const bool isEmbedded = picture.source == QuestionPicture::Source::Embedded;
    fuzz::require(isEmbedded == !picture.bytes.isEmpty() && isEmbedded == picture.url.isEmpty());
    fuzz::require(isVisibleText(picture.alternative) && !picture.alternative.contains(u'\n'));
    fuzz::require(picture.bytes.size() <= QuestionText::pictureBytes);
    fuzz::require(!isEmbedded || !models::pictureFormat(picture.bytes).isEmpty());
    const QString scheme = picture.url.scheme();
    fuzz::require(isEmbedded || scheme == QStringLiteral("http") || scheme == QStringLiteral("https"));
    fuzz::require(isEmbedded || (!picture.url.host().isEmpty() && picture.url.userInfo().isEmpty()));
}

/// UTF-8, or the units as they are, halves of characters among them.
QString markupOf(const QByteArray &bytes)
{
    return bytes.startsWith('\xff')
               ? QString::fromUtf16(reinterpret_cast<const char16_t *>(bytes.constData()), bytes.size() / 2)
               : QString::fromUtf8(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QString markup = markupOf(fuzz::bodyOf(bytes, size));
    const QuestionText question = models::readQuestion(markup);
    const auto *html = reinterpret_cast<const char16_t *>(question.html.utf16());
    requireSafeHtml({html, static_cast<std::size_t>(question.html.size())});
    fuzz::require(isVisibleText(question.html) && isVisibleText(question.plain));
    fuzz::require(question.html.size() <= QuestionText::shownCharacters + longestLook);
    fuzz::require(question.plain.size() <= 4 * QuestionText::shownCharacters);
    fuzz::require(question.pictures.size() <= QuestionText::mostPictures);
    for (const QuestionPicture &picture : question.pictures) {
        requireSafePicture(picture);
    }
    // What we made has nothing to be left out.
    const QuestionText again = models::readQuestion(question.html);
    fuzz::require(!again.leftOut && again.pictures.empty());
    return 0;
}
