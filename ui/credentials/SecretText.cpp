// SPDX-License-Identifier: Apache-2.0
#include "credentials/SecretText.h"

#include <QLineEdit>

#include <algorithm>

namespace saltdesk::ui {

api::Secret secretOf(const QString &typed)
{
    return api::Secret(typed.toUtf8());
}

void wipeField(QLineEdit &field)
{
    {
        // Shares its buffer with the field's own text: writing past the sharing reaches that one, which a setText()
        // would only let go.
        const QString shared = field.text();
        if (shared.data_ptr().isMutable()) {
            std::fill_n(const_cast<QChar *>(shared.constData()), shared.size(), QChar(u'\u2022'));
        }
    }
    const QString blank(field.text().size(), u'\u2022');
    field.setText(blank);
    // Not clear(), which can be undone.
    field.setText(QString());
    field.setModified(false);
}

} // namespace saltdesk::ui
