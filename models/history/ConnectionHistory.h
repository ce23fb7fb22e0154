// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "history/RecordsModel.h"
#include "transport/ApiError.h"
#include "types/Account.h"
#include "types/Attempt.h"
#include "types/Consent.h"
#include "types/Ids.h"

#include <QObject>

#include <memory>
#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// The attempts, consents and accounts of the open connection (reference 4.4, 4.5, 4.7). Nothing is read before
/// somebody looks: most connections are opened for their overview alone.
///
/// GUI thread; borrows the client. Opening another connection aborts what still runs for the last one. After an error
/// the records that came before stay.
class ConnectionHistory : public QObject
{
    Q_OBJECT

public:
    enum class Part { Attempts, Consents, Accounts };
    Q_ENUM(Part)

    explicit ConnectionHistory(api::ApiClient &client, QObject *parent = nullptr);
    ~ConnectionHistory() override;

    /// Forgets the last one's. Empty: none is open.
    void open(const api::ConnectionId &id);
    [[nodiscard]] const api::ConnectionId &id() const;
    /// Reads this part, unless it was read or is being read.
    void want(Part part);
    /// Reads again what was wanted.
    void readAgain();
    /// Time went on: tells the views that relative times may read differently.
    void refreshTimes();

    [[nodiscard]] RecordsModel<api::Attempt> &attempts();
    [[nodiscard]] RecordsModel<api::Consent> &consents();
    [[nodiscard]] RecordsModel<api::Account> &accounts();
    [[nodiscard]] bool isLoading(Part part) const;
    [[nodiscard]] const std::optional<api::ApiError> &error(Part part) const;
    /// Records that could not be read as the reference says.
    [[nodiscard]] qsizetype warnings(Part part) const;

signals:
    /// The part began to be read, was read, or was forgotten.
    void changed(saltdesk::models::ConnectionHistory::Part part);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
