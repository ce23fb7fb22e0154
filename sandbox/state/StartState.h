// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "state/ConnectionBuilder.h"

namespace saltdesk::sandbox {

/// Fills a fresh state with some twenty customers whose connections show every situation that a support agent meets.
/// All times are relative to `now`, so it always looks current; all ids are the same after every start.
class StartState
{
public:
    /// The customer with one connection of each common kind.
    [[nodiscard]] static QString demoCustomer() { return QStringLiteral("helpdesk-000123"); }

    StartState(State &state, const BankCatalogue &banks, AttemptEngine &engine, Instant now)
        : m_state(state)
        , m_banks(banks)
        , m_engine(engine)
        , m_now(now)
    {}

    void fill();

private:
    void addDemo();
    void addHealthy();
    void addRefused();
    void addRunning();
    void addWaiting();
    void addConsents();
    void addDisabled();
    void addOld();
    void addQuiet();
    void addMany();
    void addNames();
    void addOutage();
    void addForgetful();
    void addFailures();
    void addQuestions();

    /// Adds a customer and returns the id.
    QString customer(const QString &identifier, const QString &id = {});
    [[nodiscard]] ConnectionBuilder connection(const ConnectionBuilder::Seed &seed);

    State &m_state;
    const BankCatalogue &m_banks;
    AttemptEngine &m_engine;
    Instant m_now;
};

} // namespace saltdesk::sandbox
