// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>
#include <QUrl>

class QCheckBox;
class QLayout;
class QPushButton;
class QStackedWidget;

namespace saltdesk::models {
class ActivityModel;
}

namespace saltdesk::ui {

class ActivityTable;
class WrappedLabel;

/// The panel "Activity" below the window: every request with what became of it, to be copied as cURL, as rows or by its
/// id, and to be saved as CSV. Whatever leaves it goes through the redactor. Borrows the model.
class ActivityPanel : public QDockWidget
{
    Q_OBJECT

public:
    /// Where the requests went and whether they were signed: for the cURL lines.
    struct Target
    {
        QUrl baseUrl;
        bool isSigned = false;
    };

    ActivityPanel(models::ActivityModel &model, Target target, QWidget *parent = nullptr);

    /// What the dialog "Save as…" does with a file.
    void save(const QString &path);

signals:
    /// The agent closed or opened it, or the window did.
    void shownChanged(bool shown);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *makeTitleRow();
    void connectParts();
    void showState();
    void copyCurl() const;
    void copyRequestId() const;
    void chooseFile();

    models::ActivityModel &m_model;
    Target m_target;
    ActivityTable *m_table;
    QStackedWidget *m_stack;
    WrappedLabel *m_nothing;
    WrappedLabel *m_note;
    QCheckBox *m_onlyErrors;
    QPushButton *m_copyCurl;
    QPushButton *m_copyId;
    QPushButton *m_save;
    QPushButton *m_clear;
};

} // namespace saltdesk::ui
