// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "types/Country.h"
#include "types/Provider.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace saltdesk::api {
class ApiClient;
}

namespace saltdesk::models {

/// The countries, and the banks of each country that somebody looked at, without their forms. Each list is read once
/// per start, as the vendor asks (reference 1.5); one that failed is read again when it is wanted again.
///
/// GUI thread; borrows the client. Signals: changed whenever a list began to be read or was read, well or badly.
class ProviderCatalogue : public QObject
{
    Q_OBJECT

public:
    /// `withFakes`: demo banks may be offered; never where customers are real.
    ProviderCatalogue(api::ApiClient &client, bool withFakes, QObject *parent = nullptr);
    ~ProviderCatalogue() override;

    void wantCountries();
    void wantBanks(const QString &country);

    [[nodiscard]] bool withFakes() const;
    [[nodiscard]] const std::vector<api::Country> &countries() const;
    /// Of that country, by name; empty until they are read.
    [[nodiscard]] const std::vector<api::Provider> &banks(const QString &country) const;
    [[nodiscard]] bool isReadingCountries() const;
    [[nodiscard]] bool isReadingBanks(const QString &country) const;
    /// Why the list is missing or not complete.
    [[nodiscard]] const std::optional<api::ApiError> &countriesError() const;
    [[nodiscard]] const std::optional<api::ApiError> &banksError(const QString &country) const;

signals:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace saltdesk::models
