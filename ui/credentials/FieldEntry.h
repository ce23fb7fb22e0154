// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "credentials/FormField.h"
#include "types/Credentials.h"

#include <QWidget>

class QLabel;

namespace saltdesk::ui {

class FaultLabel;
class WrappedLabel;

/// One field of a bank's form: its label, the control, and a line below for what is special about it. Each kind of
/// field is a class of its own. A field is named by the bank's label; labels are plain text.
class FieldEntry : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] const models::FormField &field() const { return m_field; }
    [[nodiscard]] virtual bool isFilled() const = 0;
    /// What the customer gave, in a buffer of its own that is overwritten when it goes. Only when isFilled().
    [[nodiscard]] virtual api::Credential credential() const = 0;
    /// Overwrites and empties what was entered.
    virtual void wipe() = 0;
    virtual void focusControl() = 0;
    /// What carries the label as its name; null for a group.
    [[nodiscard]] QWidget *control() const { return m_control; }
    /// What is wrong with this field; empty takes it back.
    void showFault(const QString &fault);

signals:
    void changed();
    /// Enter was pressed where the dialog would not hear of it.
    void submitted();

protected:
    FieldEntry(models::FormField field, QWidget *parent);

    /// Lays out label, control and note; `named` is what has the focus and gets the label as its name.
    void place(QWidget *control, QWidget *named);
    /// As above, for a group of controls that are named one by one.
    void placeGroup(QWidget *group);

private:
    void layOut(QWidget *control);
    void writeNote();

    models::FormField m_field;
    QWidget *m_control = nullptr;
    WrappedLabel *m_label;
    WrappedLabel *m_note;
    FaultLabel *m_fault;
};

} // namespace saltdesk::ui
