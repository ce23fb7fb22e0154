// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace saltdesk::api {

/// The one way by which a text leaves the program: log lines, copied rows and sentences, cURL lines, exports, the last
/// words of a crash.
///
/// Two nets. What is a Secret at this moment is replaced by "•••" wherever it stands and however it is encoded (see
/// hideValue); and whatever has the shape of a secret, known or not (see hideShapes). A text without either comes back
/// as it is, and redacting twice is redacting once. From any thread; linear in the text.
[[nodiscard]] QByteArray redacted(QByteArray text);
[[nodiscard]] QString redacted(const QString &text);

} // namespace saltdesk::api
