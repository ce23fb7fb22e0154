// SPDX-License-Identifier: Apache-2.0
#include "testing/TestCertificate.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>

namespace saltdesk::testing {

namespace {

using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio memory()
{
    return {BIO_new(BIO_s_mem()), &BIO_free};
}

QByteArray contents(const Bio &bio)
{
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return {text, size};
}

Pkey parsed(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), &BIO_free);
    return {PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free};
}

QByteArray privatePem(EVP_PKEY *key, const QByteArray &passphrase)
{
    const Bio bio = memory();
    const EVP_CIPHER *cipher = passphrase.isEmpty() ? nullptr : EVP_aes_128_cbc();
    const auto *phrase = reinterpret_cast<const unsigned char *>(passphrase.constData());
    PEM_write_bio_PrivateKey(bio.get(), key, cipher, cipher != nullptr ? phrase : nullptr,
                             static_cast<int>(passphrase.size()), nullptr, nullptr);
    return contents(bio);
}

void addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

QByteArray selfSigned(EVP_PKEY *key)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 24L * 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_sign(certificate.get(), key, EVP_sha256());
    const Bio bio = memory();
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contents(bio);
}

} // namespace

const TestCertificate &testCertificate()
{
    static const TestCertificate made = [] {
        const QByteArray pem = rsaKeyPem(2048);
        return TestCertificate{pem, publicPemOf(pem), selfSigned(parsed(pem).get())};
    }();
    return made;
}

QByteArray rsaKeyPem(int bits, const QByteArray &passphrase)
{
    const Pkey key(EVP_RSA_gen(static_cast<unsigned>(bits)), &EVP_PKEY_free);
    return privatePem(key.get(), passphrase);
}

QByteArray ecKeyPem()
{
    const Pkey key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    return privatePem(key.get(), {});
}

QByteArray publicPemOf(const QByteArray &keyPem)
{
    const Bio bio = memory();
    PEM_write_bio_PUBKEY(bio.get(), parsed(keyPem).get());
    return contents(bio);
}

bool verifies(const QByteArray &publicKeyPem, const QByteArray &text, const QByteArray &signatureBase64)
{
    const Bio bio(BIO_new_mem_buf(publicKeyPem.constData(), static_cast<int>(publicKeyPem.size())), &BIO_free);
    const Pkey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const QByteArray signature = QByteArray::fromBase64(signatureBase64);
    EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
    return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            static_cast<std::size_t>(signature.size()),
                            reinterpret_cast<const unsigned char *>(text.constData()),
                            static_cast<std::size_t>(text.size())) == 1;
}

} // namespace saltdesk::testing
