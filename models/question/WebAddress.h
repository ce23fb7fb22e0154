// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace saltdesk::models {

/// An absolute http or https address as a browser would read it, with its blanks and invisible characters taken out;
/// invalid for everything else: another scheme, a relative address, no host, a user's name before the host (which only
/// serves to deceive), a backslash (which browsers and we would read differently), more than 2,048 characters.
[[nodiscard]] QUrl webAddress(const QString &written);

/// As it goes over the wire, in ASCII: what is shown is what is opened, and a look-alike host shows as "xn--…".
[[nodiscard]] QString writtenAddress(const QUrl &url);

/// The host alone, as writtenAddress() has it.
[[nodiscard]] QString writtenHost(const QUrl &url);

} // namespace saltdesk::models
