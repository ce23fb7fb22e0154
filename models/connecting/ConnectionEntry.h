// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connecting/ConnectionChoices.h"
#include "connections/ConnectionSummary.h"
#include "transport/ApiError.h"
#include "transport/Secret.h"
#include "types/Credentials.h"
#include "types/Ids.h"
#include "types/Provider.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace saltdesk::models {

class Workspace;

/// One try to connect a bank, anew or again: sends it once, finds out what became of it where the answer was lost, and
/// follows the attempt to its end. With credentials, or by a visit to the bank's own page.
///
/// GUI thread; a child of the workspace. Whoever made it calls release() when it is no longer looked at: it then goes
/// on to the end of the attempt, since nothing can cancel one, and deletes itself. changed comes whenever any of what
/// is asked here is different, always after the event loop has turned.
class ConnectionEntry : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Sending,
        LookingBack,   ///< the answer was lost; reading what became of it
        AtBank,        ///< the customer's browser is expected at the bank's page: see bankPage()
        Following,     ///< the attempt runs: see stage()
        Succeeded,     ///< the attempt ended well
        AttemptFailed, ///< the attempt ended badly: see failClass()
        Superseded,    ///< somebody else started a newer attempt
        Gone,          ///< the connection was removed meanwhile
        Refused,       ///< the API, or a rule before sending, said no: see error(); no attempt began
        NotDone,       ///< the answer was lost, and nothing came of the request
        Unknown        ///< the answer was lost, and reading back failed too
    };
    Q_ENUM(State)

    explicit ConnectionEntry(Workspace &workspace);
    ~ConnectionEntry() override;

    /// False: one is under way already, or the connection is busy, or no return address could be had.
    bool send(const ConnectionChoices &choices, const api::Credentials &credentials, const api::Provider &bank);
    bool visitBank(const ConnectionChoices &choices, const api::Provider &bank);
    void release();

    [[nodiscard]] State state() const;
    /// Sending to Following.
    [[nodiscard]] bool isRunning() const;
    /// Set once there is one, even if the attempt failed: another try must be a reconnect of it.
    [[nodiscard]] const api::ConnectionId &connection() const;
    [[nodiscard]] const api::AttemptId &attempt() const;
    /// The stage's name as the API says it.
    [[nodiscard]] QString stage() const;
    [[nodiscard]] const std::optional<api::ApiError> &error() const;
    /// The answer was lost, and the list showed that it took effect.
    [[nodiscard]] bool wasFoundBack() const;
    [[nodiscard]] const QString &failClass() const;
    [[nodiscard]] const QString &failMessage() const;
    /// The connection before a reconnect.
    [[nodiscard]] const std::optional<ConnectionSummary> &before() const;
    /// For the customer's browser; empty unless the bank has a page of its own.
    [[nodiscard]] const api::Secret &bankPage() const;
    /// The browser came back from the bank.
    [[nodiscard]] bool isBack() const;

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
