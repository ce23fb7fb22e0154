// SPDX-License-Identifier: Apache-2.0
#include "situation/BankShare.h"

#include "situation/FailureCause.h"
#include "time/RelativeTime.h"

#include <QCoreApplication>

#include <set>

namespace saltdesk::models {

namespace {

struct ShareTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::BankShare)
};

/// Whether the failure says something about the bank; a class that is not known may.
bool isBanks(const SeenConnection &connection)
{
    switch (failureCause(connection.failingClass.toStdString())) {
    case FailureCause::Bank:
    case FailureCause::SaltEdge:
    case FailureCause::Unknown:
        return true;
    case FailureCause::Customer:
    case FailureCause::Us:
        return false;
    }
    Q_UNREACHABLE();
}

/// Of more than one connection.
QString sampleOf(const BankShare &share)
{
    const QString customers = share.customers == 1 ? ShareTexts::tr("one customer")
                                                   : ShareTexts::tr("%n customers", nullptr, share.customers);
    //: The size of a sample; %1 is "8 customers"
    return ShareTexts::tr("%n connections of %1, seen here in the last 24 hours", nullptr, share.seen).arg(customers);
}

} // namespace

BankShare bankShare(const std::vector<SeenConnection> &seen)
{
    BankShare share{.seen = static_cast<int>(seen.size())};
    std::set<QString> customers;
    for (const SeenConnection &connection : seen) {
        customers.insert(connection.customer.toString());
        if (connection.failingClass.isEmpty()) {
            continue;
        }
        if (!isBanks(connection)) {
            ++share.failingOtherwise;
            continue;
        }
        ++share.failing;
        if (!share.firstFailure.isValid() || connection.failingSince < share.firstFailure) {
            share.firstFailure = connection.failingSince;
        }
    }
    share.customers = static_cast<int>(customers.size());
    return share;
}

QString bankShareSentence(const BankShare &share)
{
    if (share.seen == 0) {
        return {};
    }
    if (share.seen == 1) {
        return share.failing == 1
                   ? ShareTexts::tr("Can't be told: this is the only connection at this bank that was seen here in the "
                                    "last 24 hours.")
                   : ShareTexts::tr("Nothing points to it: the only connection at this bank that was seen here in the "
                                    "last 24 hours does not fail at the bank.");
    }
    if (share.failing == 0) {
        return ShareTexts::tr("Nothing points to it: none fails at the bank (%1).").arg(sampleOf(share));
    }
    const QString failing = ShareTexts::tr("%1 of %2 at this bank failing, the first since %3 (%4).")
                                .arg(QString::number(share.failing), QString::number(share.seen),
                                     localTime(share.firstFailure), sampleOf(share));
    return share.failingOtherwise == 0
               ? failing
               : ShareTexts::tr("%1 %n more for reasons that are not the bank's.", nullptr, share.failingOtherwise)
                     .arg(failing);
}

} // namespace saltdesk::models
