// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/AuditModel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace saltdesk::models {
class AuditTrail;
}

namespace saltdesk::ui {

class AuditFilterBar;
class MessageBar;
class StatePage;

/// The window "Audit trail": whether the chain is intact, every entry newest first, a filter, copy and export of what
/// it shows. Reads when it is made; entries of this program come as they are written. Not modal: show() it; it deletes
/// itself. Borrows the trail.
class AuditDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AuditDialog(models::AuditTrail &trail, QWidget *parent = nullptr);

protected:
    /// Takes Ctrl+C of the table.

private:
    void build();
    void buildTable();
    [[nodiscard]] QWidget *makeFooter();
    void fitColumns();
    void showAll();
    void showVerdict();
    void showPage();
    void showCount();
    void chooseExport();
    void exportTo(const QString &path);

    models::AuditTrail &m_trail;
    models::AuditModel m_model;
    MessageBar *m_verdict;
    MessageBar *m_problem;
    AuditFilterBar *m_filter;
    QStackedWidget *m_stack;
    QTableView *m_table;
    StatePage *m_page;
    QLabel *m_count;
    QPushButton *m_copy;
    QPushButton *m_export;
};

} // namespace saltdesk::ui
