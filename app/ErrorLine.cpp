// SPDX-License-Identifier: Apache-2.0
#include "ErrorLine.h"

#include "redaction/Redactor.h"

#include <QTextStream>

namespace saltdesk::app {

void writeErrorLine(const QString &text)
{
    QTextStream(stderr) << "saltdesk: " << api::redacted(text.simplified()) << '\n';
}

} // namespace saltdesk::app
