// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FieldEntry.h"
#include "transport/Secret.h"

class QLineEdit;
class QPushButton;

namespace saltdesk::ui {

/// A file that is sent along with the form. It is read when it is chosen; one that is too large is refused.
///
/// How a field of nature `file` is sent is unconfirmed (reference 3.7): the Base64 of its bytes is the natural form in
/// JSON, and it is made in credential() and nowhere else.
class FileEntry : public FieldEntry
{
    Q_OBJECT

public:
    static constexpr qint64 largestFile = qint64{2} * 1024 * 1024;

    explicit FileEntry(const models::FormField &field, QWidget *parent = nullptr);

    [[nodiscard]] bool isFilled() const override;
    [[nodiscard]] api::Credential credential() const override;
    void wipe() override;
    void focusControl() override;
    /// What the chooser does with a file.
    void take(const QString &path);

private:
    void choose();

    QLineEdit *m_name;
    QPushButton *m_choose;
    api::Secret m_bytes;
};

} // namespace saltdesk::ui
