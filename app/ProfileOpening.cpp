// SPDX-License-Identifier: Apache-2.0
#include "ProfileOpening.h"

#include "policy/Policy.h"
#include "profiles/OpeningDialog.h"
#include "profiles/ProfileStore.h"
#include "profiles/ProfilesDialog.h"
#include "profiles/WelcomeDialog.h"
#include "secrets/KeychainWords.h"
#include "secrets/ProfileVault.h"

namespace saltdesk::app {

using namespace std::chrono_literals;

ProfileOpening::ProfileOpening(const ui::ProfileServices &services, bool unattended, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_unattended(unattended)
{
    // A keychain that is open answers sooner, and then there is nothing to show.
    m_patience.setSingleShot(true);
    m_patience.setInterval(200ms);
    connect(&m_patience, &QTimer::timeout, this, [this] { opening().showWaiting(); });
}

ProfileOpening::~ProfileOpening()
{
    delete m_opening;
    delete m_dialog;
}

void ProfileOpening::open(const models::Profile &profile)
{
    m_profile = profile;
    load();
}

void ProfileOpening::load()
{
    if (!m_unattended) {
        m_patience.start();
    }
    m_services.vault.load(m_profile.id, this,
                          [this, turn = ++m_turn](const models::KeychainResult<models::ProfileSecrets> &secrets) {
                              if (turn == m_turn) {
                                  m_patience.stop();
                                  take(secrets);
                              }
                          });
}

void ProfileOpening::take(const models::KeychainResult<models::ProfileSecrets> &secrets)
{
    if (!secrets) {
        if (m_unattended) {
            const ui::Message words = ui::keychainMessage(models::KeychainAct::Read, secrets.error());
            return fail(words.title, words.text);
        }
        return opening().showProblem(secrets.error());
    }
    const auto target = profileTarget(m_profile, *secrets, m_services.policy);
    if (!target) {
        if (m_unattended) {
            return fail(m_profile.name, target.error());
        }
        return opening().showFault(target.error());
    }
    delete m_opening;
    emit ready(*target);
}

void ProfileOpening::fail(const QString &title, const QString &text)
{
    emit failed(QStringLiteral("%1 %2").arg(title, text));
}

ui::OpeningDialog &ProfileOpening::opening()
{
    if (!m_opening) {
        m_opening = new ui::OpeningDialog(m_profile);
        connect(m_opening, &ui::OpeningDialog::tryAgainWanted, this, [this] {
            m_opening->showWaiting();
            load();
        });
        connect(m_opening, &ui::OpeningDialog::editWanted, this, &ProfileOpening::edit);
        connect(m_opening, &ui::OpeningDialog::profilesWanted, this, [this] {
            ++m_turn;
            m_opening->deleteLater();
            choose();
        });
        connect(m_opening, &QDialog::rejected, this, [this] {
            ++m_turn;
            emit givenUp();
        });
        m_opening->open();
    }
    return *m_opening;
}

template <class Dialog>
void ProfileOpening::show(Dialog *dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    connect(dialog, &Dialog::sandboxWanted, this, &ProfileOpening::sandboxWanted);
    connect(dialog, &Dialog::profileWanted, this, [this](const QString &id) {
        if (const auto profile = m_services.store.find(id)) {
            open(*profile);
        }
    });
    connect(dialog, &QDialog::rejected, this, &ProfileOpening::givenUp);
    dialog->open();
}

void ProfileOpening::welcome()
{
    show(new ui::WelcomeDialog(m_services));
}

void ProfileOpening::choose()
{
    show(new ui::ProfilesDialog(m_services, m_profile.id));
}

void ProfileOpening::edit()
{
    ++m_turn;
    m_opening->deleteLater();
    auto *dialog = new ui::ProfilesDialog(m_services, m_profile.id);
    dialog->edit(m_profile);
    show(dialog);
}

} // namespace saltdesk::app
