// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>

using EVP_PKEY = struct evp_pkey_st;

namespace saltdesk::sandbox {

/// A client's key pair, made for one test run.
class SigningKey
{
public:
    /// RSA with 2048 bits, as the vendor's guide says.
    SigningKey();

    [[nodiscard]] QByteArray publicPem() const;
    [[nodiscard]] QByteArray privatePem() const;
    [[nodiscard]] QByteArray sign(const QByteArray &text) const;
    /// A certificate for 127.0.0.1, signed with this key itself.
    [[nodiscard]] QByteArray certificatePem() const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace saltdesk::sandbox
