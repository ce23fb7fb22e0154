// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/ProfileEndpoint.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace Ui {
class ProfileForm;
}

namespace saltdesk::ui {

class FaultLabel;

/// The fields of a profile. Of secrets it shows only whether there are any: an empty field keeps what is there. Files
/// are read when the draft is asked for. Saves and sends nothing.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    /// What is in the fields from now on. `kept` are the secrets that an empty field stands for.
    void show(const models::Profile &profile, const models::ProfileSecrets &kept);
    /// The profile as the fields say it, or the first field that says nothing usable: a file that can't be read.
    [[nodiscard]] tl::expected<models::Profile, models::ProfileFault> profile() const;
    [[nodiscard]] tl::expected<models::ProfileSecrets, models::ProfileFault> secrets() const;
    /// Marks the field and puts the focus there.
    void showFault(const models::ProfileFault &fault);
    void clearFaults();
    /// Overwrites what was typed into the secret fields, and forgets what they stand for.
    void wipe();
    void begin();

signals:
    void edited();
    /// The label that tells of a fault, now that it has its place.
    void faultShown(QWidget *label);

private:
    void fillChoices();
    void connectFields();
    void showEnvironment();
    void showProxy();
    void showMore(bool shown);
    void showKept();
    void chooseFile(QLineEdit &path, const QString &title);
    [[nodiscard]] models::EnvironmentKind environment() const;

    std::unique_ptr<Ui::ProfileForm> m_form;
    models::Profile m_profile;
    models::ProfileSecrets m_kept;
};

} // namespace saltdesk::ui
