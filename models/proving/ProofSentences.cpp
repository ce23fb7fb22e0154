// SPDX-License-Identifier: Apache-2.0
#include "proving/ProofSentences.h"

#include <QCoreApplication>

namespace saltdesk::models {
namespace {

struct ProofTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ProofSentences)
};

HopResult saidOfHop(Hop hop, HopState state, const QString &detail)
{
    return {.hop = hop, .state = state, .detail = detail};
}

QString roughClockTime(std::chrono::seconds time)
{
    if (time < std::chrono::minutes{2}) {
        return ProofTexts::tr("%1 seconds").arg(time.count());
    }
    if (time < std::chrono::hours{2}) {
        return ProofTexts::tr("%1 minutes").arg(std::chrono::round<std::chrono::minutes>(time).count());
    }
    if (time < std::chrono::days{2}) {
        return ProofTexts::tr("%1 hours").arg(std::chrono::round<std::chrono::hours>(time).count());
    }
    return ProofTexts::tr("%1 days").arg(std::chrono::round<std::chrono::days>(time).count());
}

} // namespace

HopResult nameIsAddress()
{
    return saidOfHop(Hop::Name, HopState::NotNeeded,
                     ProofTexts::tr("The address is a number, so no name is looked up."));
}

HopResult nameIsForProxy(const QNetworkProxy &proxy)
{
    return saidOfHop(Hop::Name, HopState::NotNeeded,
                     ProofTexts::tr("The proxy %1 looks the name up, not this computer.").arg(proxy.hostName()));
}

HopResult nameFound(const QString &host, const QString &address)
{
    return saidOfHop(Hop::Name, HopState::Passed, ProofTexts::tr("%1 is %2.").arg(host, address));
}

HopResult nameMissing(const QString &host)
{
    return saidOfHop(Hop::Name, HopState::Failed, ProofTexts::tr("The name %1 cannot be found.").arg(host));
}

HopResult addressForbidden()
{
    return saidOfHop(
        Hop::Name, HopState::Failed,
        ProofTexts::tr("This is no address that Saltdesk may use: it must begin with https and name a host, without "
                       "a user, a question mark or a number sign."));
}

HopResult proxyNotUsed()
{
    return saidOfHop(Hop::Proxy, HopState::NotNeeded, ProofTexts::tr("Requests go straight to the server."));
}

HopResult proxyPassed(const QNetworkProxy &proxy)
{
    return saidOfHop(Hop::Proxy, HopState::Passed,
                     ProofTexts::tr("The proxy %1 lets us through.").arg(proxy.hostName()));
}

HopResult tlsNotUsed()
{
    return saidOfHop(Hop::Tls, HopState::NotNeeded,
                     ProofTexts::tr("The server is on this computer, so TLS is not used."));
}

HopResult apiAnswered(std::chrono::milliseconds after)
{
    return saidOfHop(Hop::Reachability, HopState::Passed,
                     ProofTexts::tr("The API answers, here within %1 ms.").arg(after.count()));
}

HopResult keysKnown(bool areServiceKeys)
{
    return saidOfHop(Hop::Keys, HopState::Passed,
                     areServiceKeys ? ProofTexts::tr("The API knows them; they are a service key's.")
                                    : ProofTexts::tr("The API does not object to them."));
}

HopResult clockCompared(std::chrono::milliseconds offset, std::chrono::seconds tolerated)
{
    const auto difference = std::chrono::abs(std::chrono::round<std::chrono::seconds>(offset));
    if (difference < tolerated) {
        return saidOfHop(Hop::Clock, HopState::Passed,
                         ProofTexts::tr("This computer's clock agrees with the server's."));
    }
    const QString howFar = roughClockTime(difference);
    return saidOfHop(
        Hop::Clock, HopState::Warned,
        offset.count() > 0
            ? ProofTexts::tr("This computer's clock is %1 behind the server's; Saltdesk allows for it.").arg(howFar)
            : ProofTexts::tr("This computer's clock is %1 ahead of the server's; Saltdesk allows for it.").arg(howFar));
}

HopResult signatureAccepted(bool isSigned)
{
    return isSigned ? saidOfHop(Hop::Signature, HopState::Passed, ProofTexts::tr("The API accepts the signature."))
                    : saidOfHop(Hop::Signature, HopState::NotNeeded,
                                ProofTexts::tr("The API asks for no signature, and none is sent."));
}

HopResult versionAccepted()
{
    return saidOfHop(Hop::ApiVersion, HopState::Passed, ProofTexts::tr("These keys may use version 5 of the API."));
}

HopResult permissionGranted()
{
    return saidOfHop(Hop::Permission, HopState::Passed, ProofTexts::tr("Bank credentials may be sent directly."));
}

HopResult permissionUntested()
{
    return saidOfHop(Hop::Permission, HopState::NotTested,
                     ProofTexts::tr("Only a write would tell, and none is sent here."));
}

QString notReachedSentence()
{
    return ProofTexts::tr("The test did not get this far.");
}

QString cancelledSentence()
{
    return ProofTexts::tr("The test was cancelled.");
}

QString withoutFullStop(QString words)
{
    while (words.endsWith(u'.')) {
        words.chop(1);
    }
    return words;
}

} // namespace saltdesk::models
