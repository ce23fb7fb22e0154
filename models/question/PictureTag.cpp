// SPDX-License-Identifier: Apache-2.0
#include "question/PictureTag.h"

#include "question/CharacterReference.h"
#include "question/EmbeddedPicture.h"
#include "question/VisibleText.h"
#include "question/WebAddress.h"

namespace saltdesk::models {

namespace {

constexpr qsizetype longestAlternative = 200;

} // namespace

std::optional<QuestionPicture> pictureOf(const MarkupTag &tag)
{
    QuestionPicture picture;
    picture.alternative = alternativeOf(tag);
    const QString source = withoutReferences(tag.source, MarkupPlace::Attribute);
    if (isEmbedded(source)) {
        picture.source = QuestionPicture::Source::Embedded;
        picture.bytes = embeddedPicture(source);
        return picture.bytes.isEmpty() ? std::nullopt : std::optional(picture);
    }
    picture.source = QuestionPicture::Source::Remote;
    picture.url = webAddress(source);
    return picture.url.isValid() ? std::optional(picture) : std::nullopt;
}

QString alternativeOf(const MarkupTag &tag)
{
    return oneLine(withoutReferences(tag.alternative, MarkupPlace::Attribute), longestAlternative);
}

} // namespace saltdesk::models
