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
    // A keychain that is open answers sooner, and then there is nothing to show. One that asks for its password asks
    // nobody where nobody is.
    m_patience.setSingleShot(true);
    m_patience.setInterval(unattended ? 30s : 200ms);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (!m_unattended) {
            return opening().showWaiting();
        }
        ++m_turn;
        fail(m_profile.name, tr("The keychain gave no answer; it may be waiting for its password."));
    });
}

ProfileOpening::~ProfileOpening()
{
    delete m_opening;
    delete m_dialog;
}

void ProfileOpening::cancel()
{
    ++m_turn;
    m_patience.stop();
    for (QDialog *dialog : {static_cast<QDialog *>(m_opening), m_dialog.data()}) {
        if (dialog != nullptr) {
            // It may be in the middle of telling us.
            dialog->disconnect(this);
            dialog->hide();
            dialog->deleteLater();
        }
    }
    m_opening.clear();
    m_dialog.clear();
}

void ProfileOpening::open(const models::Profile &profile)
{
    cancel();
    m_profile = profile;
    load();
}

void ProfileOpening::load()
{
    m_patience.start();
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
    cancel();
    emit ready(*target);
}

void ProfileOpening::fail(const QString &title, const QString &text)
{
    emit failed(QStringLiteral("%1 %2").arg(title, text));
}

ui::OpeningDialog &ProfileOpening::opening()
{
    if (!m_opening) {
        m_opening = new ui::OpeningDialog(m_profile, m_window);
        connect(m_opening, &ui::OpeningDialog::tryAgainWanted, this, [this] {
            m_opening->showWaiting();
            load();
        });
        connect(m_opening, &ui::OpeningDialog::editWanted, this, &ProfileOpening::edit);
        connect(m_opening, &ui::OpeningDialog::profilesWanted, this, &ProfileOpening::choose);
        connect(m_opening, &QDialog::rejected, this, [this] {
            cancel();
            emit givenUp();
        });
        m_opening->open();
    }
    return *m_opening;
}

template <class Dialog>
void ProfileOpening::show(Dialog *dialog)
{
    cancel();
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
    show(new ui::ProfilesDialog(m_services, m_profile.id, m_window));
}

void ProfileOpening::edit()
{
    auto *dialog = new ui::ProfilesDialog(m_services, m_profile.id, m_window);
    dialog->edit(m_profile);
    show(dialog);
}

} // namespace saltdesk::app
