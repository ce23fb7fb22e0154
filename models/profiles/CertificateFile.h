// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QString>

#include <tl/expected.hpp>

namespace saltdesk::models {

/// Every certificate of a PEM text, one or many. The error is a sentence: none is there, or not all can be read, for
/// half of a chain would fail later and say less. Pure.
[[nodiscard]] tl::expected<QList<QSslCertificate>, QString> readCertificates(const QByteArray &pem);

} // namespace saltdesk::models
