// SPDX-License-Identifier: Apache-2.0
#include "privacy/CopiedText.h"

#include "redaction/Redactor.h"

#include <QClipboard>
#include <QGuiApplication>

namespace saltdesk::ui {

void copyRedacted(const QString &text)
{
    QGuiApplication::clipboard()->setText(api::redacted(text));
}

} // namespace saltdesk::ui
