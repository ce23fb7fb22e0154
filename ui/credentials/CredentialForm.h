// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FormField.h"
#include "types/Credentials.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace saltdesk::ui {

class FieldEntry;
class WrappedLabel;

/// A bank's form, made from its fields: of a login, or of a question. What is typed lives here and in the Secrets that
/// credentials() gives, and is overwritten by wipe() and when the form goes.
class CredentialForm : public QWidget
{
    Q_OBJECT

public:
    /// Code: a form of one text shows it large.
    enum class Look { Login, Code };

    explicit CredentialForm(Look look, QWidget *parent = nullptr);
    ~CredentialForm() override;

    /// In place of the form before, which is wiped.
    void ask(const models::FormFields &form);
    /// Every field that is not optional is filled.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// In the order of the form; what was left empty is left out.
    [[nodiscard]] api::Credentials credentials() const;
    void wipe();
    /// The first that is still to be filled, else the first.
    void focusFirst();
    [[nodiscard]] const std::vector<FieldEntry *> &entries() const { return m_entries; }

signals:
    void changed();
    /// Enter was pressed where the dialog would not hear of it.
    void submitted();

private:
    [[nodiscard]] FieldEntry *makeEntry(const models::FormField &field, bool alone);

    Look m_look;
    QVBoxLayout *m_column;
    WrappedLabel *m_note;
    std::vector<FieldEntry *> m_entries;
};

} // namespace saltdesk::ui
