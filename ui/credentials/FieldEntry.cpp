// SPDX-License-Identifier: Apache-2.0
#include "credentials/FieldEntry.h"

#include "states/FaultLabel.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A label with a buddy reads "&" as a mnemonic, and the text is the bank's.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

FieldEntry::FieldEntry(models::FormField field, QWidget *parent)
    : QWidget(parent)
    , m_field(std::move(field))
    , m_label(new WrappedLabel)
    , m_note(new WrappedLabel)
    , m_fault(new FaultLabel)
{
    m_label->setText(withoutMnemonic(m_field.label));
    m_note->setMuted(true);
    writeNote();
}

void FieldEntry::place(QWidget *control, QWidget *named)
{
    named->setAccessibleName(m_field.label);
    named->setAccessibleDescription(m_note->text());
    m_label->setBuddy(named);
    m_control = named;
    layOut(control);
}

void FieldEntry::placeGroup(QWidget *group)
{
    group->setAccessibleName(m_field.label);
    group->setAccessibleDescription(m_note->text());
    m_label->setText(m_field.label);
    layOut(group);
}

void FieldEntry::layOut(QWidget *control)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(control);
    column->addWidget(m_note);
    column->addWidget(m_fault);
    // Not before it has a parent: it would be a window of its own for a moment.
    m_note->setVisible(!m_note->text().isEmpty());
}

void FieldEntry::writeNote()
{
    QStringList notes;
    if (m_field.optional) {
        notes << tr("Optional: may be left empty.");
    }
    if (!m_field.unknownNature.isEmpty()) {
        notes << tr("The bank names this field's kind as “%1”, which Saltdesk does not know; it is sent as text.")
                     .arg(m_field.unknownNature.left(40));
    }
    m_note->setText(notes.join(u' '));
}

void FieldEntry::showFault(const QString &fault)
{
    m_fault->showFault(fault);
}

} // namespace saltdesk::ui
