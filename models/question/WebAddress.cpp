// SPDX-License-Identifier: Apache-2.0
#include "question/WebAddress.h"

#include "question/VisibleText.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2048;

} // namespace

QUrl webAddress(const QString &written)
{
    const QString text = withoutInvisible(QStringView(written).left(2 * longestAddress)).trimmed();
    const bool isWeb =
        text.startsWith("https://"_L1, Qt::CaseInsensitive) || text.startsWith("http://"_L1, Qt::CaseInsensitive);
    if (!isWeb || text.size() > longestAddress || text.contains(u'\\')) {
        return {};
    }
    const QUrl url(text, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        writtenAddress(url).size() > longestAddress) {
        return {};
    }
    return url;
}

QString writtenAddress(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
}

QString writtenHost(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

} // namespace saltdesk::models
