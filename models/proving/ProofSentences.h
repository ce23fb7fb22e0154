// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proving/ProofHop.h"

#include <QNetworkProxy>
#include <QString>

#include <chrono>

namespace saltdesk::models {

/// What is said of hops that did not fail. Pure, all of them.

[[nodiscard]] HopResult nameIsAddress();
[[nodiscard]] HopResult nameIsForProxy(const QNetworkProxy &proxy);
[[nodiscard]] HopResult nameFound(const QString &host, const QString &address);
[[nodiscard]] HopResult nameMissing(const QString &host);
[[nodiscard]] HopResult addressForbidden();
[[nodiscard]] HopResult proxyNotUsed();
[[nodiscard]] HopResult proxyPassed(const QNetworkProxy &proxy);
[[nodiscard]] HopResult tlsNotUsed();
[[nodiscard]] HopResult apiAnswered(std::chrono::milliseconds after);
/// An answer that is no list has not told of which type they are.
[[nodiscard]] HopResult keysKnown(bool areServiceKeys);
/// `offset` is the server's time minus ours.
[[nodiscard]] HopResult clockCompared(std::chrono::milliseconds offset, std::chrono::seconds tolerated);
[[nodiscard]] HopResult signatureAccepted(bool isSigned);
[[nodiscard]] HopResult versionAccepted();
[[nodiscard]] HopResult permissionGranted();
[[nodiscard]] HopResult permissionUntested();

[[nodiscard]] QString notReachedSentence();
[[nodiscard]] QString cancelledSentence();

/// The words of Qt or of the transport, ready to stand within a sentence of ours.
[[nodiscard]] QString withoutFullStop(QString words);

} // namespace saltdesk::models
