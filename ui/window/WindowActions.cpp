// SPDX-License-Identifier: Apache-2.0
#include "window/WindowActions.h"

#include "situation/RefreshAdvice.h"
#include "theme/SymbolicIcon.h"
#include "time/RelativeTime.h"

#include <QMenu>
#include <QMenuBar>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void explain(QAction *action, bool enabled, const QString &why)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setEnabled(enabled);
    action->setToolTip(keys.isEmpty() ? why : WindowActions::tr("%1 (%2)").arg(why, keys));
    action->setStatusTip(why);
}

QString lockedWords(const ActionsState &state)
{
    return state.canUnlock ? WindowActions::tr("Writes are locked; unlock them with Ctrl+L.")
                           : WindowActions::tr("The policy of this computer allows no changes.");
}

/// Why no write to the connection is possible; empty when one is.
QString refusalOf(const ActionsState &state)
{
    if (!state.connection) {
        return WindowActions::tr("Choose a connection first.");
    }
    if (state.writesLocked) {
        return lockedWords(state);
    }
    if (state.busy) {
        return WindowActions::tr("A change of this connection is under way.");
    }
    return {};
}

} // namespace

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , find(make(tr("&Find…"), tr("Find customer or connection"), QKeySequence(u"Ctrl+K"_s)))
    , readAgain(make(tr("&Read again"), tr("Read again from the API; never logs in at a bank"), Qt::Key_F5))
    , pinCustomer(make(tr("&Pin this customer"), tr("Keep the customer at the head of the recent ones"), {}))
    , addNote(make(tr("Add &note…"), tr("Write down something about the customer, on this computer"), Qt::Key_N))
    , quit(make(tr("&Quit"), tr("Quit"), QKeySequence(u"Ctrl+Q"_s)))
    , createNew(make(tr("&New connection"), tr("Connect a bank for the customer"), QKeySequence(u"Ctrl+N"_s)))
    , reconnect(make(tr("Reconnect"), tr("Connect this bank again"), QKeySequence(u"Ctrl+Shift+R"_s)))
    , refresh(make(tr("Refresh"), tr("Refresh at the bank"), QKeySequence(u"Ctrl+R"_s)))
    , answer(make(tr("Answer"), tr("Answer the bank's oldest question"), QKeySequence(u"Ctrl+Return"_s)))
    , giveLink(make(tr("Connect &link…"), tr("A link with which the customer connects by himself"),
                    QKeySequence(u"Ctrl+Shift+L"_s)))
    , giveRefreshLink(make(tr("Re&fresh link…"), tr("A link with which the customer refreshes by himself"), {}))
    , update(make(tr("Update"), tr("Update the connection's flags"), QKeySequence(u"Ctrl+E"_s)))
    , remove(make(tr("Remove"), tr("Remove the connection; asks first"), Qt::Key_Delete))
    , revokeConsent(make(tr("Revoke consent"), tr("Revoke the consent that is chosen in the details; asks first"), {}))
    , lock(make(tr("Unlock writes"), tr("Lock or unlock writes"), QKeySequence(u"Ctrl+L"_s)))
    , auditTrail(make(tr("&Audit trail…"), tr("Show who changed what, when and why"), QKeySequence(u"Ctrl+Shift+A"_s)))
    , forgetCustomer(
          make(tr("F&orget this customer…"), tr("Remove the customer's traces from this computer; asks first"), {}))
    , copySentence(make(tr("Copy for &customer"), tr("Copy the sentence for the customer"), Qt::Key_F2))
    , copyRows(make(tr("Copy &rows"), tr("Copy the chosen rows for a spreadsheet"), QKeySequence::Copy))
    , copyTicket(make(tr("Copy &ticket text"),
                      tr("Copy what Salt Edge's support needs to know, without names or secrets"),
                      QKeySequence(u"Ctrl+Shift+C"_s)))
    , copyPicture(make(tr("Copy p&icture of the details"), tr("Copy a picture of the details with names veiled"), {}))
    , filter(make(tr("&Filter"), tr("Filter the table"), QKeySequence(u"Ctrl+F"_s)))
    , clearFilters(make(tr("C&lear filters"), tr("Clear the filters"), {}))
    , details(make(tr("&Details"), tr("Show or hide the details"), QKeySequence(u"Alt+Return"_s)))
    , nextTab(make(tr("Next &tab"), tr("Next tab of the details"), QKeySequence(u"Ctrl+Tab"_s)))
    , nextPane(make(tr("Next &pane"), tr("Go to the next part of the window"), Qt::Key_F6))
    , columns(make(tr("&Columns…"), tr("Choose the columns"), {}))
    , activity(make(tr("&Activity"), tr("Show or hide every request to the API"), Qt::Key_F12))
    , presenter(make(tr("&Presenter mode"), tr("Veil what names a customer, while others see the screen"),
                     QKeySequence(u"Ctrl+Shift+P"_s)))
    , hideNow(make(tr("&Hide now"), tr("Hide everything and wipe what was typed, until you come back"),
                   QKeySequence(u"Ctrl+Shift+H"_s)))
    , shortcuts(make(tr("&Keyboard shortcuts"), tr("Show the keyboard shortcuts"), Qt::Key_F1))
{
    shortcuts->setShortcuts({Qt::Key_F1, QKeySequence(u"Ctrl+/"_s)});
    createNew->setIconText(tr("New"));
    // The question may come while another of the program's windows has the keys.
    answer->setShortcutContext(Qt::ApplicationShortcut);
    quit->setMenuRole(QAction::QuitRole);
    details->setCheckable(true);
    details->setChecked(true);
    activity->setCheckable(true);
    pinCustomer->setCheckable(true);
    presenter->setCheckable(true);
    // Ctrl+C belongs to the text fields wherever one has the focus.
    copyRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

QAction *WindowActions::make(const QString &text, const QString &whole, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setWhatsThis(whole);
    explain(action, true, whole);
    return action;
}

QList<QAction *> WindowActions::all() const
{
    return {find,          readAgain,   pinCustomer, addNote,         createNew,    reconnect,
            refresh,       answer,      giveLink,    giveRefreshLink, update,       remove,
            revokeConsent, lock,        auditTrail,  forgetCustomer,  copySentence, copyRows,
            copyTicket,    copyPicture, filter,      clearFilters,    details,      nextTab,
            nextPane,      columns,     activity,    presenter,       hideNow,      shortcuts,
            quit};
}

void WindowActions::addMenu(QMenu &menu)
{
    m_bar->insertMenu(m_view->menuAction(), &menu);
    m_added = &menu;
}

QList<QAction *> WindowActions::withKeys() const
{
    QList<QAction *> actions = all();
    if (m_added != nullptr) {
        actions << m_added->actions();
    }
    actions.removeIf([](const QAction *action) { return action->shortcut().isEmpty(); });
    return actions;
}

void WindowActions::fill(QMenuBar &bar)
{
    m_bar = &bar;
    m_customer = bar.addMenu(tr("C&ustomer"));
    m_customer->addActions({find, readAgain, pinCustomer, addNote});
    m_customer->addSeparator();
    m_customer->addActions({auditTrail, forgetCustomer});
    m_customer->addSeparator();
    m_customer->addAction(quit);
    QMenu *edit = bar.addMenu(tr("&Edit"));
    edit->addActions({copySentence, copyRows, copyTicket, copyPicture});
    edit->addSeparator();
    edit->addActions({filter, clearFilters});
    QMenu *connection = bar.addMenu(tr("&Connection"));
    connection->addActions({createNew, reconnect, refresh, answer, giveLink, giveRefreshLink});
    connection->addSeparator();
    connection->addActions({update, remove, revokeConsent});
    connection->addSeparator();
    connection->addAction(lock);
    m_view = bar.addMenu(tr("&View"));
    m_view->addActions({details, nextTab, nextPane});
    m_view->addSeparator();
    m_view->addAction(columns);
    m_view->addSeparator();
    m_view->addActions({activity, presenter, hideNow});
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addAction(shortcuts);
}

void WindowActions::fillContextMenu(QMenu &menu) const
{
    menu.addActions({reconnect, refresh, answer, giveLink, giveRefreshLink, update, remove});
    menu.addSeparator();
    menu.addActions({copySentence, copyRows, copyTicket, copyPicture});
}

void WindowActions::show(const ActionsState &state)
{
    const QString refusal = refusalOf(state);
    showConnecting(state, refusal);
    showRefresh(state, refusal);
    explain(update, refusal.isEmpty(), refusal.isEmpty() ? update->whatsThis() : refusal);
    const QString stays = refusal.isEmpty() && state.removalWaits
                              ? tr("Another removal waits; undo it, or let it be sent first.")
                              : refusal;
    explain(remove, stays.isEmpty(), stays.isEmpty() ? remove->whatsThis() : stays);
    const QString kept = refusal.isEmpty() && !state.hasConsent
                             ? tr("Choose an active consent in the details, under “Consents”.")
                             : refusal;
    explain(revokeConsent, kept.isEmpty(), kept.isEmpty() ? revokeConsent->whatsThis() : kept);
    showLock(state);
    showSafety(state);
    readAgain->setEnabled(state.canRead);
    copySentence->setEnabled(state.hasSentence);
    for (QAction *action : {copyRows, copyTicket, copyPicture}) {
        action->setEnabled(state.connection.has_value());
    }
}

void WindowActions::showConnecting(const ActionsState &state, const QString &refusal)
{
    const QString locked = state.writesLocked ? lockedWords(state) : QString();
    const auto offer = [](QAction *action, const QString &why) {
        explain(action, why.isEmpty(), why.isEmpty() ? action->whatsThis() : why);
    };
    offer(createNew, state.hasKeys ? locked : tr("The keys are missing."));
    QString why = refusal;
    if (why.isEmpty() && state.connection->fetching) {
        why = tr("An attempt is already running.");
    } else if (why.isEmpty() && state.connection->status == api::ConnectionStatus::Disabled) {
        why = tr("Salt Edge has switched this connection off.");
    }
    offer(reconnect, why);
    const bool runs = state.connection && state.connection->fetching;
    offer(giveLink, !state.hasCustomer ? tr("Find a customer first.") : (runs ? why : locked));
    const bool active = state.connection && state.connection->status == api::ConnectionStatus::Active;
    offer(giveRefreshLink, why.isEmpty() && !active ? tr("Only a reconnect brings this connection back.") : why);
    //: On a button; how many questions wait.
    answer->setIconText(state.waiting > 0 ? tr("Answer (%1)").arg(state.waiting) : tr("Answer"));
    offer(answer, state.waiting > 0 ? QString() : tr("No bank waits for an answer."));
}

void WindowActions::showRefresh(const ActionsState &state, const QString &refusal)
{
    using Kind = models::RefreshAdvice::Kind;
    QString text = tr("Refresh");
    QString why = refusal;
    if (state.connection) {
        const models::RefreshAdvice advice = models::refreshAdvice(*state.connection, state.now, state.limits);
        const QString reason = refusal;
        switch (advice.kind) {
        case Kind::Now:
            break;
        case Kind::Later:
            text =
                tr("Refresh in %1")
                    .arg(models::countdown(std::chrono::seconds(std::max<qint64>(0, state.now.secsTo(advice.when)))));
            why = tr("The bank may be asked again at %1.").arg(models::localTime(advice.when));
            break;
        case Kind::Running:
            why = tr("An attempt is already running.");
            break;
        case Kind::NeedsReconnect:
            why = tr("Only a reconnect brings this connection back.");
            break;
        case Kind::NotNow:
            why = tr("The API gives no time for a refresh: not possible now.");
            break;
        }
        why = reason.isEmpty() ? why : reason;
    }
    refresh->setText(text);
    explain(refresh, why.isEmpty(), why.isEmpty() ? refresh->whatsThis() : why);
}

void WindowActions::showLock(const ActionsState &state)
{
    const auto icon = [](bool locked) { return SymbolicIcon::icon(locked ? u"lock"_s : u"unlock"_s); };
    lock->setIcon(icon(state.writesLocked));
    if (!state.canLock) {
        lock->setText(tr("Writes on"));
        return explain(lock, false, tr("In this environment writes are always on."));
    }
    if (state.writesLocked && !state.canUnlock) {
        lock->setText(tr("Writes locked by policy"));
        return explain(lock, false, tr("The policy of this computer allows no changes. Ask your administrator."));
    }
    if (state.writesLocked) {
        lock->setText(tr("Unlock writes"));
        return explain(lock, true, tr("Nothing is changed while locked. Asks what for, then unlocks for ten minutes."));
    }
    lock->setText(tr("Lock writes (%1)").arg(models::countdown(state.unlockedFor)));
    explain(lock, true, tr("Writes are on. Locks them now."));
}

void WindowActions::showSafety(const ActionsState &state)
{
    explain(auditTrail, state.hasTrail, state.hasTrail ? auditTrail->whatsThis() : tr("No audit trail is kept here."));
    for (QAction *action : {forgetCustomer, addNote}) {
        explain(action, state.hasCustomer, state.hasCustomer ? action->whatsThis() : tr("Find a customer first."));
    }
}

} // namespace saltdesk::ui
