// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "banks/Bank.h"

namespace saltdesk::sandbox {

/// The banks compiled into the sandbox (`resources/sandbox/banks`), by code. Immutable once made.
class BankCatalogue
{
public:
    /// Reads every file; one that cannot be read is a fault of the build and ends the program with its name.
    [[nodiscard]] static BankCatalogue builtIn();

    explicit BankCatalogue(QMap<QString, Bank> banks)
        : m_banks(std::move(banks))
    {}

    [[nodiscard]] const Bank *find(const QString &code) const;
    [[nodiscard]] bool knowsCountry(const QString &code) const;
    [[nodiscard]] const QMap<QString, Bank> &banks() const { return m_banks; }

private:
    QMap<QString, Bank> m_banks;
};

} // namespace saltdesk::sandbox
