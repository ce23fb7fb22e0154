// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "situation/Diagnosis.h"
#include "states/PageState.h"
#include "theme/Theme.h"
#include "types/Ids.h"
#include "window/WindowActions.h"
#include "window/WindowState.h"

#include <QMainWindow>
#include <QTimer>

#include <chrono>
#include <memory>

namespace saltdesk::models {
class Workspace;
}

namespace saltdesk::ui {

class ConnectingCommands;
class ConnectionCommands;
class ContentArea;
class DetailsPane;
class DetailsSplitter;
class FilterBar;
class FirstLoad;
class OutcomeReporter;
class PrivacyCommands;
class ProfileCommands;
class QuestionPrompts;
class QuitQuestion;
class SafetyCommands;
class StatusLine;
class ToolRow;

/// The window: strip, tools, filter, the table of connections with what is wrong with the chosen one, status line.
///
/// GUI thread. Borrows the workspace, which outlives it, and shows whatever its scope finds; starts no reading by
/// itself before the agent asks for one. Signals: firstLoadEnded once, as told there.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// How long a confirmed removal waits for Undo.
    static constexpr std::chrono::milliseconds undoSpan{8'000};

    explicit MainWindow(models::Workspace &workspace, QWidget *parent = nullptr,
                        std::chrono::milliseconds removalWaits = undoSpan);
    ~MainWindow() override;

    /// Adds "Appearance" to the menu; borrows the theme, which outlives the window.
    void offerAppearance(Theme &theme);
    /// Adds the menu "Profile" and its button; borrows the commands, which outlive the window.
    void offerProfiles(ProfileCommands &profiles);
    /// Says above the table what is not as it should be with the program itself.
    void tellCondition(const QString &text);

signals:
    /// Once: the first thing to be shown is laid out, be it rows with the chosen one's details, or a page that says why
    /// there are none (not configured, not searched, nobody found, empty, failed). The moment for a picture.
    void firstLoadEnded();
    /// It has closed, and nothing of it is needed any more.
    void closed();
    /// It was asked to close and stays.
    void keptOpen();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void addCommands();
    void connectActions();
    void connectConnecting();
    void connectWorkspace();
    void connectContent();
    void startTimers();
    void showContextMenu(const QPoint &position);
    void chooseFirst();
    void showTitle();
    void showActions();
    [[nodiscard]] ActionsState actionsState() const;
    void showDetails();
    void choose(const api::ConnectionId &id);
    void act(models::NextAction action);
    void actOnPage(PageAction action);

    models::Workspace &m_workspace;
    WindowActions *m_actions;
    ToolRow *m_tools;
    FilterBar *m_filter;
    ContentArea *m_content;
    DetailsPane *m_details;
    DetailsSplitter *m_splitter;
    StatusLine *m_status;
    ConnectionCommands *m_commands;
    ConnectingCommands *m_connecting;
    QuestionPrompts *m_prompts;
    OutcomeReporter *m_reporter;
    SafetyCommands *m_safety;
    QuitQuestion *m_quit;
    FirstLoad *m_firstLoad;
    PrivacyCommands *m_privacy = nullptr;
    WindowState m_state;
    QTimer m_times;
    QTimer m_seconds;
    api::ConnectionId m_chosen;
};

} // namespace saltdesk::ui
