// SPDX-License-Identifier: Apache-2.0
#include "question/EmbeddedPicture.h"

#include "question/PictureFormat.h"
#include "question/QuestionMarkup.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView dataScheme = "data:"_L1;
constexpr qsizetype longestMediaType = 128;
/// Base64 takes four thirds; the rest is for line ends and percent signs.
constexpr qsizetype longestPayload = 2 * QuestionText::pictureBytes;

/// `image/png;…;base64`
bool declaresPicture(QStringView header)
{
    const QList<QStringView> parts = header.split(u';');
    const auto is = [](QStringView part, QLatin1StringView word) {
        return part.trimmed().compare(word, Qt::CaseInsensitive) == 0;
    };
    const auto types = {"image/png"_L1, "image/jpeg"_L1, "image/jpg"_L1, "image/gif"_L1, "image/webp"_L1};
    return parts.size() > 1 && is(parts.last(), "base64"_L1) &&
           std::any_of(types.begin(), types.end(), [&](QLatin1StringView type) { return is(parts.first(), type); });
}

} // namespace

bool isEmbedded(QStringView address)
{
    return address.trimmed().startsWith(dataScheme, Qt::CaseInsensitive);
}

QByteArray embeddedPicture(QStringView address)
{
    const QStringView content = address.trimmed().mid(dataScheme.size());
    const qsizetype comma = content.left(longestMediaType).indexOf(u',');
    if (!isEmbedded(address) || comma < 0 || !declaresPicture(content.left(comma))) {
        return {};
    }
    const QStringView payload = content.mid(comma + 1);
    if (payload.size() > longestPayload) {
        return {};
    }
    QByteArray encoded = payload.toLatin1();
    if (encoded.contains('%')) {
        encoded = QByteArray::fromPercentEncoding(encoded);
    }
    QByteArray bytes = QByteArray::fromBase64(encoded);
    if (bytes.size() > QuestionText::pictureBytes || pictureFormat(bytes).isEmpty()) {
        return {};
    }
    return bytes;
}

} // namespace saltdesk::models
