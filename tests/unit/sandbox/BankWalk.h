// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Desk.h"

namespace saltdesk::sandbox {

/// Goes through one attempt as a customer would: creates the connection, answers what is asked, waits for the end.
class BankWalk
{
public:
    /// What is typed in: the credentials, or `file_url` alone for a file.
    BankWalk(Desk &desk, const QString &bank, const QJsonObject &input);

    /// Answers the questions in turn, a second after each. A question for which no answer is left is not answered.
    void answer(const QList<QJsonObject> &answers);

    /// Empty after success; the class of the failure; `refused: ` and the class when a request was refused.
    [[nodiscard]] QString end() const;
    [[nodiscard]] int questionsAsked() const { return m_asked; }
    [[nodiscard]] Answer shown() { return m_desk.get(m_path); }
    [[nodiscard]] QString path() const { return m_path; }

private:
    void waitForQuestionOrEnd();

    Desk &m_desk;
    QString m_path;
    QString m_refused;
    QJsonObject m_attempt;
    int m_asked = 0;
};

} // namespace saltdesk::sandbox
