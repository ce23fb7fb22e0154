// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "policy/Policy.h"
#include "profiles/ProfileServices.h"
#include "profiles/ProfileStore.h"
#include "secrets/ProfileVault.h"
#include "server/Server.h"
#include "testing/FakeKeychain.h"
#include "types/Clock.h"

#include <QTemporaryDir>
#include <QWidget>

class QAbstractButton;

namespace saltdesk::testing {

/// What the dialogs of profiles work with: a folder of settings, a keychain that does as it is told, and a sandbox to
/// prove keys against; and short ways to the parts of a dialog as a user would name them.
class ProfileScene
{
public:
    explicit ProfileScene(const sandbox::ServerOptions &options = {});

    [[nodiscard]] ui::ProfileServices services() { return {store, vault, policy, clock}; }
    /// A profile of the sandbox, not saved.
    [[nodiscard]] models::Profile profile(const QString &name) const;
    [[nodiscard]] models::ProfileSecrets secrets() const;
    /// Saved, with its secrets in the keychain.
    models::Profile saved(const QString &name);
    [[nodiscard]] QByteArray profilesFile() const;

    /// By the accessible name; visible ones only.
    template <class Widget>
    [[nodiscard]] static Widget *named(const QWidget &window, const QString &name)
    {
        const auto all = window.findChildren<Widget *>();
        const auto found = std::ranges::find_if(
            all, [&](const Widget *one) { return one->isVisible() && one->accessibleName() == name; });
        return found == all.end() ? nullptr : *found;
    }
    static void type(const QWidget &window, const QString &field, const QString &text);
    /// False: there is no such button that can be pressed.
    [[nodiscard]] static bool press(const QWidget &window, const QString &text);
    [[nodiscard]] static QAbstractButton *button(const QWidget &window, const QString &text);
    [[nodiscard]] static bool says(const QWidget &window, const QString &words);

    QTemporaryDir folder;
    sandbox::Server server;
    api::SystemClock clock;
    models::Policy policy;
    FakeKeychain keychain;
    models::ProfileVault vault{keychain};
    models::ProfileStore store;
};

} // namespace saltdesk::testing
