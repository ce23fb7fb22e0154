// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace saltdesk::models {

/// What came of forgetting a customer.
struct ForgottenCustomer
{
    /// The kinds of traces of which something is left.
    QStringList left = {};
    /// Why the audit trail does not tell of it; empty: it does.
    QString notRecorded = {};

    [[nodiscard]] bool isComplete() const { return left.isEmpty() && notRecorded.isEmpty(); }
};

} // namespace saltdesk::models
