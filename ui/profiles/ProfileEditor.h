// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileEntry.h"
#include "profiles/ProfileServices.h"
#include "states/Message.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QStackedWidget;

namespace saltdesk::ui {

class MessageBar;
class ProfileForm;
class ProofView;
class WrappedLabel;

/// A page that makes or changes a profile: the form, then the proof of its keys hop by hop. Used by the dialogs
/// "Profiles" and "Welcome", which own it and show its verb on their main button.
///
/// Signals: changed whenever verb() or canSubmit() may have; saved once when it is done.
class ProfileEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileEditor(const ProfileServices &services, QWidget *parent = nullptr);

    void beginNew();
    void beginEdit(const models::Profile &profile);

    [[nodiscard]] QString verb() const;
    [[nodiscard]] bool canSubmit() const;
    void submit();
    /// One step back: from the proof to the form. False: it was there already, and what was typed is wiped now.
    bool back();

    /// What the proof of the saved profile had to say against it; unset when nothing.
    [[nodiscard]] std::optional<Message> reservations() const;

signals:
    void changed();
    void saved(const QString &profileId);

private:
    void build();
    void showForm();
    void showState();
    void tellFailure(const QString &text);
    void tellKeychain(const models::KeychainError &error);
    void act();

    /// What the button in the message does.
    enum class Action : unsigned char { LoadAgain, KeepAgain, KeepForThisSession };

    models::ProfileEntry m_entry;
    QTimer m_patience;
    WrappedLabel *m_heading;
    MessageBar *m_message;
    QStackedWidget *m_pages;
    ProfileForm *m_form;
    ProofView *m_proof;
    Action m_action = Action::KeepForThisSession;
};

} // namespace saltdesk::ui
