// SPDX-License-Identifier: Apache-2.0
#include "state/RandomToken.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <array>

namespace saltdesk::sandbox {

QString randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace saltdesk::sandbox
