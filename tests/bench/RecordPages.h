// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <vector>

namespace saltdesk::bench {

/// Answers as the reference shows them (3.2, 3.6, 3.8), made of one record with changing ids: pages of a thousand, a
/// list of two hundred and fifty countries, and holders one by one.
[[nodiscard]] std::vector<QByteArray> providerPages();
[[nodiscard]] std::vector<QByteArray> accountPages();
[[nodiscard]] std::vector<QByteArray> attemptPages();
[[nodiscard]] std::vector<QByteArray> countryLists();
[[nodiscard]] std::vector<QByteArray> holderInfos();

} // namespace saltdesk::bench
