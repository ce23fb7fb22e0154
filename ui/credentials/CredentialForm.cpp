// SPDX-License-Identifier: Apache-2.0
#include "credentials/CredentialForm.h"

#include "credentials/ChoiceEntry.h"
#include "credentials/FileEntry.h"
#include "credentials/MultiChoiceEntry.h"
#include "credentials/PasswordEntry.h"
#include "credentials/TextEntry.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

CredentialForm::CredentialForm(Look look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
    , m_note(new WrappedLabel)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
    m_note->setMuted(true);
    m_note->hide();
    m_column->addWidget(m_note);
}

CredentialForm::~CredentialForm()
{
    wipe();
}

void CredentialForm::ask(const models::FormFields &form)
{
    for (FieldEntry *entry : m_entries) {
        entry->wipe();
        delete entry;
    }
    m_entries.clear();
    for (const models::FormField &field : form.fields) {
        FieldEntry *entry = makeEntry(field, form.fields.size() == 1);
        connect(entry, &FieldEntry::changed, this, &CredentialForm::changed);
        connect(entry, &FieldEntry::submitted, this, &CredentialForm::submitted);
        m_column->insertWidget(int(m_entries.size()), entry);
        m_entries.push_back(entry);
    }
    m_note->setText(form.repeated.isEmpty() ? QString()
                                            : tr("The bank lists a field more than once (%1); it is asked for once.")
                                                  .arg(form.repeated.join(u", "_s).left(120)));
    m_note->setVisible(!form.repeated.isEmpty());
    emit changed();
}

FieldEntry *CredentialForm::makeEntry(const models::FormField &field, bool alone)
{
    using models::EntryKind;
    const bool code = m_look == Look::Code || field.kind == EntryKind::Number;
    const LineEntry::Pasting pasting = code ? LineEntry::Pasting::Cleaned : LineEntry::Pasting::Kept;
    switch (field.kind) {
    case EntryKind::Password:
        return new PasswordEntry(field, pasting, this);
    case EntryKind::Choice:
        return new ChoiceEntry(field, this);
    case EntryKind::MultiChoice:
        return new MultiChoiceEntry(field, this);
    case EntryKind::File:
        return new FileEntry(field, this);
    case EntryKind::Text:
    case EntryKind::Number:
        break;
    }
    const bool large = m_look == Look::Code && alone;
    return new TextEntry(field, large ? TextEntry::Look::Code : TextEntry::Look::Line, pasting, this);
}

bool CredentialForm::isComplete() const
{
    return std::ranges::all_of(m_entries,
                               [](const FieldEntry *entry) { return entry->field().optional || entry->isFilled(); });
}

api::Credentials CredentialForm::credentials() const
{
    api::Credentials credentials;
    for (const FieldEntry *entry : m_entries) {
        if (entry->isFilled()) {
            credentials.push_back(entry->credential());
        }
    }
    return credentials;
}

void CredentialForm::wipe()
{
    for (FieldEntry *entry : m_entries) {
        entry->wipe();
    }
}

void CredentialForm::focusFirst()
{
    const auto open = std::ranges::find_if(m_entries, [](const FieldEntry *entry) { return !entry->isFilled(); });
    if (open != m_entries.end()) {
        (*open)->focusControl();
    } else if (!m_entries.empty()) {
        m_entries.front()->focusControl();
    }
}

} // namespace saltdesk::ui
