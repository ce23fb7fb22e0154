// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace saltdesk::api {
class Clock;
}

namespace saltdesk::models {
class AuditTrail;
class Policy;
class ProfileStore;
class ProfileVault;
} // namespace saltdesk::models

namespace saltdesk::ui {

/// What every place that makes, changes or opens profiles works with. Borrowed from the application, outlives windows.
struct ProfileServices
{
    models::ProfileStore &store;
    models::ProfileVault &vault;
    const models::Policy &policy;
    const api::Clock &clock;
    /// May be null: then nothing is written down.
    models::AuditTrail *trail = nullptr;
};

} // namespace saltdesk::ui
