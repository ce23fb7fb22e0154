// SPDX-License-Identifier: Apache-2.0
#include "state/StartState.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

void StartState::fill()
{
    addHealthy();
    addRefused();
    addRunning();
    addWaiting();
    addConsents();
    addDisabled();
    addOld();
    addQuiet();
    addMany();
    addNames();
    addOutage();
    addForgetful();
    addFailures();
    addDemo();
    // Last, so that the ids of all that comes before stay what they were.
    addQuestions();
}

QString StartState::customer(const QString &identifier, const QString &id)
{
    const Instant created = m_now - days(300);
    return m_state
        .add(Customer{.id = id.isEmpty() ? m_state.nextId() : id,
                      .identifier = identifier,
                      .createdAt = created,
                      .updatedAt = created})
        .id;
}

ConnectionBuilder StartState::connection(const ConnectionBuilder::Seed &seed)
{
    return {m_state, m_banks, m_engine, m_now, seed};
}

void StartState::addDemo()
{
    const QString owner = customer(demoCustomer(), u"222222222222222222"_s);
    connection({.customerId = owner,
                .bank = u"fakebank_simple_xf"_s,
                .age = days(79),
                .consentLeft = days(41) + hours(6),
                .id = u"111111111111111111"_s})
        .fetched(days(9) + hours(3))
        .failed(u"InvalidCredentials"_s, days(9) + hours(1), u"connect"_s, u"Invalid credentials."_s)
        .nextRefreshIn(-days(9));
    connection({owner, u"fakebank_interactive_xf"_s, days(10), days(80) + hours(6)})
        .fetched(hours(2) + minutes(4))
        .waiting(hours(12));
    connection({owner, u"fake_demobank_xf"_s, days(78), days(12) + hours(6)})
        .fetched(hours(3) + minutes(5))
        .running(u"fetch_recent"_s, 1);
    connection({owner, u"banca_transilvania_ro"_s, days(87), days(3) + hours(6)})
        .refreshedDaily()
        .fetched(hours(1) + minutes(2))
        .nextRefreshIn(minutes(12));
    connection({.customerId = owner,
                .bank = u"rabobank_nl"_s,
                .age = days(29),
                .consentLeft = days(61) + hours(6),
                .holder = true})
        .fetched(days(1))
        .fetched(minutes(12));
    connection({owner, u"revolut_lt"_s, days(13), days(77) + hours(6)}).fetched(days(2)).fetched(minutes(31));
    connection({owner, u"old_savings_bank_de"_s, days(200), -days(110)})
        .fetched(days(124))
        .failed(u"ProviderDisabled"_s, days(123), u"connect"_s, u"The bank is no longer supported."_s)
        .disabled();
}

void StartState::addHealthy()
{
    const QString owner = customer(u"helpdesk-000101"_s);
    connection({owner, u"fakebank_simple_xf"_s}).fetched(hours(26)).fetched(hours(2));
    connection({owner, u"rabobank_nl"_s, days(60), days(120)}).refreshedDaily().fetched(hours(25)).fetched(hours(5));
    connection({owner, u"revolut_lt"_s, days(20), days(70)}).fetched(hours(7));
    const QString early = customer(u"helpdesk-000105"_s);
    connection({early, u"fakebank_simple_xf"_s}).fetched(hours(26)).fetched(minutes(3));
}

void StartState::addRefused()
{
    const QString owner = customer(u"helpdesk-000102"_s);
    connection({.customerId = owner, .bank = u"fakebank_simple_xf"_s, .login = u"mustermann"_s})
        .fetched(days(4))
        .failed(u"InvalidCredentials"_s, days(3), u"connect"_s, u"Invalid credentials."_s);
    connection({owner, u"banca_transilvania_ro"_s}).fetched(hours(8));
}

void StartState::addRunning()
{
    const QString owner = customer(u"helpdesk-000103"_s);
    // Slow enough to be seen in their stages, and they do go on.
    connection({owner, u"fakebank_simple_xf"_s}).fetched(days(1)).running(u"start"_s, 50);
    connection({owner, u"fake_demobank_xf"_s}).fetched(days(1)).running(u"connect"_s, 5);
    connection({owner, u"rabobank_nl"_s}).fetched(days(1)).running(u"fetch_accounts"_s, 20);
    connection({owner, u"revolut_lt"_s}).fetched(days(1)).running(u"fetch_recent"_s, 10);
    connection({owner, u"banca_transilvania_ro"_s}).fetched(days(1)).running(u"fetch_full"_s, 10);
    connection({owner, u"oasis_bank_ae"_s}).fetched(days(1)).running(u"disconnect"_s, 60);
}

void StartState::addWaiting()
{
    const QString owner = customer(u"helpdesk-000104"_s);
    connection({owner, u"fakebank_interactive_xf"_s, minutes(1), days(90)}).waiting(hours(12));
}

void StartState::addConsents()
{
    const QString ending = customer(u"helpdesk-000106"_s);
    connection({ending, u"fakebank_simple_xf"_s, days(88), days(2)}).fetched(hours(3));
    connection({ending, u"revolut_lt"_s, days(89), hours(9)}).fetched(hours(4));
    const QString expired = customer(u"helpdesk-000107"_s);
    connection({expired, u"fakebank_simple_xf"_s, days(95), -days(5)}).fetched(days(5) + hours(2));
    const QString revoked = customer(u"helpdesk-000108"_s);
    connection({revoked, u"fakebank_simple_xf"_s}).fetched(days(2)).consentRevoked(u"client"_s, days(1));
    connection({revoked, u"rabobank_nl"_s}).fetched(days(3)).consentRevoked(u"provider"_s, days(2));
}

void StartState::addDisabled()
{
    const QString owner = customer(u"helpdesk-000109"_s);
    connection({owner, u"fakebank_simple_xf"_s}).fetched(days(30)).disabled();
}

void StartState::addOld()
{
    const QString stale = customer(u"helpdesk-000110"_s);
    connection({stale, u"fakebank_simple_xf"_s, days(60), days(30)}).fetched(days(40));
    const QString never = customer(u"helpdesk-000111"_s);
    connection({never, u"fakebank_with_error_xf"_s, days(1), days(89)})
        .failed(u"ProviderError"_s, days(1) - minutes(1), u"fetch_accounts"_s, u"The bank answered with an error."_s);
}

void StartState::addQuiet()
{
    customer(u"helpdesk-000112"_s);
    const QString locked = customer(u"helpdesk-000113"_s);
    connection({locked, u"fakebank_simple_xf"_s}).fetched(days(1));
    m_state.customer(locked)->blockedAt = m_now - hours(6);
}

void StartState::addMany()
{
    const QString owner = customer(u"helpdesk-000114"_s);
    const QStringList banks{u"fakebank_simple_xf"_s, u"banca_transilvania_ro"_s, u"rabobank_nl"_s, u"revolut_lt"_s};
    for (int number = 0; number < 60; ++number) {
        const ConnectionBuilder::Seed seed{
            .customerId = owner, .bank = banks[number % banks.size()], .login = u"business-%1"_s.arg(number + 1)};
        auto built = connection(seed);
        built.fetched(hours(2 + number));
        if (number % 13 == 5) {
            built.failed(u"InvalidCredentials"_s, hours(1), u"connect"_s, u"Invalid credentials."_s);
        }
    }
}

void StartState::addNames()
{
    const QString longName = customer(u"helpdesk-000115-%1end"_s.arg(u"very-long-identifier-"_s.repeated(5)));
    connection({longName, u"raiffeisen_muensterland_de"_s}).fetched(hours(4));
    const QString rightToLeft = customer(u"عميل-000116"_s);
    connection({rightToLeft, u"oasis_bank_ae"_s}).fetched(hours(5));
    const QString emoji = customer(u"helpdesk-000117 👩‍💻"_s);
    connection({emoji, u"sakura_bank_jp"_s}).fetched(hours(6));
}

void StartState::addOutage()
{
    for (int number = 118; number <= 120; ++number) {
        const QString owner = customer(u"helpdesk-000%1"_s.arg(number));
        connection({owner, u"northern_harbour_bank_gb"_s})
            .fetched(days(1))
            .failed(u"ProviderUnavailable"_s, minutes(90 + number), u"connect"_s,
                    u"The bank is temporarily unavailable."_s);
        connection({owner, u"revolut_lt"_s}).fetched(hours(3));
    }
}

void StartState::addForgetful()
{
    const QString owner = customer(u"helpdesk-000121"_s);
    connection({owner, u"fakebank_simple_xf"_s}).forgetsCredentials().fetched(days(2));
}

void StartState::addFailures()
{
    const QString owner = customer(u"helpdesk-000122"_s);
    const Bank &bank = *m_banks.find(u"fakebank_with_error_xf"_s);
    minutes ago{20};
    for (const Bank::Failure &failure : bank.failures) {
        connection({.customerId = owner, .bank = bank.code, .login = failure.errorClass})
            .fetched(days(1))
            .failed(failure.errorClass, ago, failure.stage, failure.message);
        ago += minutes(13);
    }
}

/// One customer for each kind of question that the SMS of the others does not show.
void StartState::addQuestions()
{
    const auto asks = [&](const QString &identifier, const QString &bank, int question = 1) {
        connection({customer(identifier), bank, days(20), days(70)}).fetched(days(1)).waiting(hours(12), question);
    };
    asks(u"helpdesk-000124"_s, u"fakebank_image_xf"_s);
    asks(u"helpdesk-000125"_s, u"fakebank_dynamic_multi_select_xf"_s);
    asks(u"helpdesk-000126"_s, u"fakebank_decoupled_xf"_s);
    asks(u"helpdesk-000127"_s, u"fakebank_two_step_interactive_xf"_s, 2);
}

} // namespace saltdesk::sandbox
