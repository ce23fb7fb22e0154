// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectPage.h"
#include "connecting/ConnectionEntry.h"
#include "details/StageSteps.h"
#include "following/AttemptReading.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class BusyBar;
class StageTrack;
class WrappedLabel;

/// How it goes: the stages with the time spent in each, and the proof at the end. Follows the entry by itself. That
/// leaving does not stop an attempt is said here.
class ProgressPage : public ConnectPage
{
    Q_OBJECT

public:
    ProgressPage(models::Workspace &workspace, models::ConnectionEntry &entry, QWidget *parent = nullptr);

    void setBank(const QString &name);

    [[nodiscard]] QString purpose() const override { return {}; }
    [[nodiscard]] QString verb() const override;
    [[nodiscard]] bool isComplete() const override { return true; }
    void begin() override {}
    /// It ended without success, and another try makes sense.
    [[nodiscard]] bool canRetry() const;

signals:
    void openBankPageWanted();

private:
    void build();
    void showEntry();
    void showStages(const std::optional<models::ConnectionSummary> &connection);

    models::Workspace &m_workspace;
    models::ConnectionEntry &m_entry;
    models::AttemptReading m_reading;
    StageSteps m_steps;
    QString m_bank;
    QLabel *m_icon;
    WrappedLabel *m_headline;
    WrappedLabel *m_text;
    WrappedLabel *m_fine;
    StageTrack *m_track;
    BusyBar *m_busy;
    WrappedLabel *m_note;
    QPushButton *m_open;
    QTimer m_second;
};

} // namespace saltdesk::ui
