// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace saltdesk::api {
struct ApiError;
}

namespace saltdesk::models {
class ConnectionsModel;
class CustomerScope;
struct Environment;
} // namespace saltdesk::models

namespace saltdesk::ui {

/// What a page in place of the table offers to do.
enum class PageAction { None, ClearFilters, ReadAgain, Find, Cancel };

/// What stands where the table would be when there are no rows to show; without a title: the table is shown. The states
/// differ: not configured, not searched yet, nobody found, no connections, filtered away, loading, failed.
struct PageState
{
    QString icon;
    QString title;
    QString text;
    QString fine;
    QString copyText;
    PageAction action = PageAction::None;
    bool busy = false;
    /// The title names a customer.
    bool personal = false;

    [[nodiscard]] bool isTable() const { return title.isEmpty(); }
    friend bool operator==(const PageState &, const PageState &) = default;
};

/// What could not be read, why, and the offer to read it again. Pure.
[[nodiscard]] PageState failurePage(const QString &what, const api::ApiError &error);

/// Pure.
[[nodiscard]] PageState pageState(const models::Environment &environment, const models::CustomerScope &scope,
                                  const models::ConnectionsModel &connections);

} // namespace saltdesk::ui
