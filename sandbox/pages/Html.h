// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Reply.h"

#include <QString>

namespace saltdesk::sandbox {

/// A page for a person's browser: no scripts, nothing from elsewhere, never cached, and its address, which is a secret,
/// is told to nobody. `title` is text, `content` is HTML.
[[nodiscard]] Reply htmlPage(int status, const QString &title, const QString &content);

/// Sends the browser elsewhere after a form (303).
[[nodiscard]] Reply seeOther(const QString &url);

using QueryItems = QList<std::pair<QString, QString>>;

/// Sends the browser back to `returnTo` with `items` added to its query; without `returnTo` a page says that this was
/// all.
[[nodiscard]] Reply goBack(const QString &returnTo, const QueryItems &items);

} // namespace saltdesk::sandbox
