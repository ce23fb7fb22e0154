// SPDX-License-Identifier: Apache-2.0
#include "profiles/ProofPage.h"

#include "policy/Policy.h"
#include "profiles/ProfileEndpoint.h"
#include "proving/ProofView.h"
#include "secrets/KeychainWords.h"
#include "secrets/ProfileVault.h"
#include "states/MessageBar.h"
#include "theme/HeadingFont.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>

namespace saltdesk::ui {

ProofPage::ProofPage(const ProfileServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_heading(new WrappedLabel)
    , m_message(new MessageBar)
    , m_view(new ProofView)
{
    m_heading->setFont(headingFont(font(), 1.2));
    m_message->setDismissable(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(m_view, 1);
}

void ProofPage::test(const models::Profile &profile)
{
    cancel();
    m_profile = profile;
    m_isRunning = true;
    m_heading->setText(tr("Test of “%1”").arg(profile.name));
    m_message->tell(keychainWaitMessage());
    m_services.vault.load(profile.id, this,
                          [this, turn = ++m_turn](const models::KeychainResult<models::ProfileSecrets> &secrets) {
                              if (turn != m_turn) {
                                  return;
                              }
                              m_message->clear();
                              if (secrets) {
                                  return prove(*secrets);
                              }
                              m_message->tell(keychainMessage(models::KeychainAct::Read, secrets.error()));
                              end();
                          });
    emit changed();
}

void ProofPage::prove(const models::ProfileSecrets &secrets)
{
    const auto endpoint = models::endpointOf(m_profile, secrets, m_services.policy);
    if (!endpoint) {
        m_message->tell({.tone = models::Tone::Bad,
                         .title = tr("The profile can't be used as it is."),
                         .text = endpoint.error().text});
        return end();
    }
    m_running = std::make_unique<models::ProfileProof>(m_profile, secrets, *endpoint, m_services.policy,
                                                       m_services.clock, m_services.trail);
    connect(&m_running->proof(), &models::EndpointProof::ended, this, &ProofPage::end);
    m_view->watch(&m_running->proof());
    m_running->proof().start();
}

void ProofPage::end()
{
    m_isRunning = false;
    emit changed();
}

void ProofPage::cancel()
{
    ++m_turn;
    m_isRunning = false;
    m_view->watch(nullptr);
    if (m_running) {
        m_running->proof().disconnect(this);
        m_running->proof().cancel();
        m_running.reset();
    }
}

} // namespace saltdesk::ui
