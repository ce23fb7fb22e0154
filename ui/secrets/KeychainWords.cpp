// SPDX-License-Identifier: Apache-2.0
#include "secrets/KeychainWords.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::ui {

using models::KeychainAct;
using models::KeychainProblem;

namespace {

struct KeychainTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::KeychainWords)
};

QString keychainEvent(KeychainAct act)
{
    switch (act) {
    case KeychainAct::Read:
        return KeychainTexts::tr("The profile's secrets could not be read");
    case KeychainAct::Write:
        return KeychainTexts::tr("The profile's secrets were not saved");
    case KeychainAct::Remove:
        return KeychainTexts::tr("The profile's secrets were not removed");
    }
    return {};
}

QString keychainReason(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NotFound:
        return KeychainTexts::tr("This computer's keychain holds none for this profile.");
    case KeychainProblem::Locked:
        return KeychainTexts::tr("This computer's keychain is locked and was not unlocked.");
    case KeychainProblem::Unavailable:
        return KeychainTexts::tr("There is no keychain on this computer, or none that runs.");
    case KeychainProblem::Refused:
        return KeychainTexts::tr("The keychain does not let Saltdesk in, or somebody has just refused it.");
    case KeychainProblem::Failed:
        return KeychainTexts::tr("The keychain had a fault, or its entry cannot be understood.");
    }
    return {};
}

QString adviceAfterRead(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NotFound:
        return KeychainTexts::tr("Enter the App-id and the secrets once more; they were never saved here, or have been "
                                 "removed.");
    case KeychainProblem::Locked:
        return KeychainTexts::tr("Unlock it with its password, then try again. Nothing is lost.");
    case KeychainProblem::Unavailable:
        return KeychainTexts::tr("Start one, such as GNOME Keyring or KWallet, or enter the secrets for this session "
                                 "only. They are never put into a file.");
    case KeychainProblem::Refused:
        return KeychainTexts::tr("Allow Saltdesk in the keychain's own program, then try again; or enter the secrets "
                                 "for this session only.");
    case KeychainProblem::Failed:
        return KeychainTexts::tr("Try again. If it stays, look at the entry in the keychain's own program; Saltdesk "
                                 "leaves it as it is.");
    }
    return {};
}

QString adviceAfterWrite(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NotFound:
    case KeychainProblem::Failed:
        return KeychainTexts::tr("Try again, or keep the secrets for this session only.");
    case KeychainProblem::Locked:
        return KeychainTexts::tr("Unlock it with its password and save again, or keep the secrets for this session "
                                 "only.");
    case KeychainProblem::Unavailable:
        return KeychainTexts::tr(
            "Keep the secrets for this session only, or start a keychain, such as GNOME Keyring or "
            "KWallet, and save again. They are never put into a file.");
    case KeychainProblem::Refused:
        return KeychainTexts::tr("Allow Saltdesk in the keychain's own program and save again, or keep the secrets for "
                                 "this session only.");
    }
    return {};
}

QString adviceAfterRemove(KeychainProblem problem)
{
    switch (problem) {
    case KeychainProblem::NotFound:
        return KeychainTexts::tr("There is nothing left to do.");
    case KeychainProblem::Locked:
        return KeychainTexts::tr("Unlock it with its password and remove them again; they are still in it.");
    case KeychainProblem::Unavailable:
        return KeychainTexts::tr("If they were saved in one, they are still in it: start it and remove them again.");
    case KeychainProblem::Refused:
    case KeychainProblem::Failed:
        return KeychainTexts::tr("Remove the entry of Saltdesk in the keychain's own program.");
    }
    return {};
}

QString keychainAdvice(KeychainAct act, KeychainProblem problem)
{
    switch (act) {
    case KeychainAct::Read:
        return adviceAfterRead(problem);
    case KeychainAct::Write:
        return adviceAfterWrite(problem);
    case KeychainAct::Remove:
        return adviceAfterRemove(problem);
    }
    return {};
}

models::Tone keychainTone(KeychainProblem problem)
{
    // What waits for the person in front of it is no fault.
    const bool waits = problem == KeychainProblem::NotFound || problem == KeychainProblem::Locked;
    return waits ? models::Tone::Warning : models::Tone::Bad;
}

} // namespace

Message keychainMessage(KeychainAct act, const models::KeychainError &error)
{
    const QString title = keychainEvent(act);
    const QString reason = keychainReason(error.problem);
    return {.tone = keychainTone(error.problem),
            .title = title,
            .text = reason + u' ' + keychainAdvice(act, error.problem),
            .fine = error.detail,
            .copyText = QString(QStringList{title, reason, error.detail}.join(u'\n')).trimmed()};
}

Message keychainWaitMessage()
{
    return {.tone = models::Tone::Running,
            .title = KeychainTexts::tr("Asking the keychain…"),
            .text = KeychainTexts::tr("It may want its password; look for its window.")};
}

} // namespace saltdesk::ui
