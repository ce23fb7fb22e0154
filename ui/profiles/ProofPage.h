// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/Profile.h"
#include "profiles/ProfileProof.h"
#include "profiles/ProfileServices.h"

#include <QWidget>

#include <memory>

namespace saltdesk::ui {

class MessageBar;
class ProofView;
class WrappedLabel;

/// A page that tests a saved profile: asks the keychain for its secrets, then proves it hop by hop.
class ProofPage : public QWidget
{
    Q_OBJECT

public:
    explicit ProofPage(const ProfileServices &services, QWidget *parent = nullptr);

    void test(const models::Profile &profile);
    void testAgain() { test(m_profile); }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    void cancel();

signals:
    void changed();

private:
    void prove(const models::ProfileSecrets &secrets);
    void end();

    ProfileServices m_services;
    models::Profile m_profile;
    bool m_isRunning = false;
    int m_turn = 0;
    std::unique_ptr<models::ProfileProof> m_running;
    WrappedLabel *m_heading;
    MessageBar *m_message;
    ProofView *m_view;
};

} // namespace saltdesk::ui
