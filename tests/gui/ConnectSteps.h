// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "OpenWindow.h"

#include <QDialog>
#include <QString>

#include <map>

namespace saltdesk::ui {
class FieldEntry;
}

namespace saltdesk::testing {

/// What goes into the fields of a bank's form, by the fields' names. The choices of a multi-choice are separated by
/// "|".
using Entries = std::map<QString, QString>;

/// The steps by which an agent connects a bank, with the keyboard alone, and how many keys that took. Every step waits
/// until the window is ready for the next one; false means that it did not get there.
class ConnectSteps
{
public:
    explicit ConnectSteps(OpenWindow &open)
        : m_open(open)
    {}

    /// A customer of his own for a test, without any connection; he is shown.
    [[nodiscard]] bool makeCustomer(const QString &identifier);
    [[nodiscard]] bool openNew();
    [[nodiscard]] bool openReconnect();
    /// By a part of its name or its code.
    [[nodiscard]] bool chooseBank(const QString &search);
    [[nodiscard]] bool agree();
    [[nodiscard]] bool fill(const Entries &entries);
    /// Presses Enter when the main button can be pressed.
    [[nodiscard]] bool send();
    /// All of the above for a new connection.
    [[nodiscard]] bool connectNew(const QString &bank, const Entries &login);
    /// The prompt is in front; fills it, presses Enter, and waits until this question waits no more.
    [[nodiscard]] bool answer(const Entries &answer);

    /// A visible dialog of that title, or null.
    [[nodiscard]] QDialog *dialog(const QString &title) const;
    [[nodiscard]] QDialog *waitFor(const QString &title, int milliseconds = 20'000) const;
    /// Whether a visible label of that dialog says this.
    [[nodiscard]] static bool says(const QDialog *dialog, const QString &words);
    [[nodiscard]] bool waitUntilSaid(const QString &title, const QString &words, int milliseconds = 30'000) const;

    /// Keys since the last reset; a character typed counts as one.
    [[nodiscard]] int keys() const { return m_keys; }
    void resetKeys() { m_keys = 0; }
    void press(QWidget *where, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(QWidget *where, const QString &text);

private:
    [[nodiscard]] bool fillEntry(const ui::FieldEntry &entry, const QString &value);
    [[nodiscard]] QDialog *connecting() const;

    OpenWindow &m_open;
    int m_keys = 0;
};

} // namespace saltdesk::testing
