// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/ConnectionSummary.h"
#include "situation/RefreshAdvice.h"

#include <QAction>
#include <QDateTime>
#include <QObject>

#include <chrono>
#include <optional>

class QMenu;
class QMenuBar;

namespace saltdesk::ui {

/// What decides which actions can be used now.
struct ActionsState
{
    std::optional<models::ConnectionSummary> connection;
    /// A write to it, or its removal, is under way.
    bool busy = false;
    bool writesLocked = false;
    bool canLock = false;
    /// False while locked: the policy forbids writes.
    bool canUnlock = false;
    std::chrono::seconds unlockedFor{0};
    bool hasSentence = false;
    bool hasKeys = true;
    bool hasCustomer = false;
    bool hasTrail = false;
    /// A consent is chosen in the details, and it is active.
    bool hasConsent = false;
    /// Another removal waits for Undo.
    bool removalWaits = false;
    /// Questions of banks that wait for an answer.
    int waiting = 0;
    bool canRead = false;
    models::RefreshLimits limits = models::RefreshLimits::Recommended;
    /// The server's time.
    QDateTime now;
};

/// Everything the window can be told to do, with its keys, its place in the menus, and why it can't be done just now.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent = nullptr);

    QAction *find;
    QAction *readAgain;
    QAction *pinCustomer;
    QAction *addNote;
    QAction *quit;
    QAction *createNew;
    QAction *reconnect;
    QAction *refresh;
    QAction *answer;
    QAction *giveLink;
    QAction *giveRefreshLink;
    QAction *update;
    QAction *remove;
    QAction *revokeConsent;
    QAction *lock;
    QAction *auditTrail;
    QAction *forgetCustomer;
    QAction *copySentence;
    QAction *copyRows;
    QAction *copyTicket;
    QAction *copyPicture;
    QAction *filter;
    QAction *clearFilters;
    QAction *details;
    QAction *nextTab;
    QAction *nextPane;
    QAction *columns;
    QAction *activity;
    QAction *presenter;
    QAction *hideNow;
    QAction *shortcuts;

    void fill(QMenuBar &bar);
    /// The menus "Customer" and "View", to be added to; after fill().
    [[nodiscard]] QMenu *customerMenu() const { return m_customer; }
    [[nodiscard]] QMenu *viewMenu() const { return m_view; }
    /// Before "View"; after fill(). Borrows the menu, which lives as long as the window.
    void addMenu(QMenu &menu);
    /// All of this, and what was added, that has a key.
    [[nodiscard]] QList<QAction *> withKeys() const;
    /// The same actions as the menu "Connection", for the table.
    void fillContextMenu(QMenu &menu) const;
    [[nodiscard]] QList<QAction *> all() const;
    void show(const ActionsState &state);

private:
    QAction *make(const QString &text, const QString &whole, const QKeySequence &keys);
    void showConnecting(const ActionsState &state, const QString &refusal);
    void showRefresh(const ActionsState &state, const QString &refusal);
    void showLock(const ActionsState &state);
    void showSafety(const ActionsState &state);

    QMenuBar *m_bar = nullptr;
    QMenu *m_added = nullptr;
    QMenu *m_customer = nullptr;
    QMenu *m_view = nullptr;
};

} // namespace saltdesk::ui
