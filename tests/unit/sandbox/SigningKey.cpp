// SPDX-License-Identifier: Apache-2.0
#include "SigningKey.h"

#include <functional>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace saltdesk::sandbox {

static QByteArray pem(const std::function<void(BIO *)> &write)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> target(BIO_new(BIO_s_mem()), &BIO_free);
    write(target.get());
    char *bytes = nullptr;
    const auto size = BIO_get_mem_data(target.get(), &bytes);
    return {bytes, static_cast<qsizetype>(size)};
}

SigningKey::SigningKey()
    : m_key(EVP_RSA_gen(2048), &EVP_PKEY_free)
{}

QByteArray SigningKey::publicPem() const
{
    return pem([this](BIO *target) { PEM_write_bio_PUBKEY(target, m_key.get()); });
}

QByteArray SigningKey::privatePem() const
{
    return pem(
        [this](BIO *target) { PEM_write_bio_PrivateKey(target, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

QByteArray SigningKey::sign(const QByteArray &text) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    std::size_t size = 512;
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                   reinterpret_cast<const unsigned char *>(text.constData()), static_cast<std::size_t>(text.size()));
    signature.truncate(static_cast<qsizetype>(size));
    return signature.toBase64();
}

QByteArray SigningKey::certificatePem() const
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), m_key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("127.0.0.1"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate.get(), extension, -1);
    X509_EXTENSION_free(extension);
    X509_sign(certificate.get(), m_key.get(), EVP_sha256());
    return pem([&](BIO *target) { PEM_write_bio_X509(target, certificate.get()); });
}

} // namespace saltdesk::sandbox
