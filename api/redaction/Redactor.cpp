// SPDX-License-Identifier: Apache-2.0
#include "redaction/Redactor.h"

#include "redaction/KnownSecrets.h"
#include "redaction/SecretForms.h"
#include "redaction/SecretShapes.h"

namespace saltdesk::api {

QByteArray redacted(QByteArray text)
{
    KnownSecrets::ofProcess().forEach([&text](QByteArrayView value) { hideValue(text, value); });
    return hideShapes(text);
}

QString redacted(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray clean = redacted(bytes);
    // What was not touched keeps what UTF-8 has no form for, such as half a surrogate pair.
    return clean == bytes ? text : QString::fromUtf8(clean);
}

} // namespace saltdesk::api
