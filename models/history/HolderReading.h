// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/Call.h"
#include "types/HolderInfo.h"
#include "types/Ids.h"

#include <QObject>

#include <optional>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// Whose accounts the open connection shows (reference 3.8, 4.6): names, addresses, telephone numbers. Read only when
/// somebody asks for it, and forgotten when another connection is opened or nobody looks any more.
///
/// GUI thread; borrows the client. `changed` after each of: opened, asked, arrived, failed, forgotten.
class HolderReading : public QObject
{
    Q_OBJECT

public:
    enum class State { Hidden, Reading, Shown, Failed };

    explicit HolderReading(api::ApiClient &client, QObject *parent = nullptr);

    /// Forgets the last one's. Empty: none is open.
    void open(const api::ConnectionId &id);
    void ask();
    void forget();

    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<api::HolderInfo> &info() const { return m_info; }
    [[nodiscard]] const std::optional<api::ApiError> &error() const { return m_error; }

signals:
    void changed();

private:
    api::ApiClient &m_client;
    api::ConnectionId m_id;
    api::Call<api::HolderInfo> m_call;
    bool m_reading = false;
    std::optional<api::HolderInfo> m_info;
    std::optional<api::ApiError> m_error;
};

} // namespace saltdesk::models
