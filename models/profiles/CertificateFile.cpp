// SPDX-License-Identifier: Apache-2.0
#include "profiles/CertificateFile.h"

#include <QCoreApplication>

#include <algorithm>

namespace saltdesk::models {
namespace {

struct CertificateFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::CertificateFile)
};

} // namespace

tl::expected<QList<QSslCertificate>, QString> readCertificates(const QByteArray &pem)
{
    const auto promised = pem.count("-----BEGIN CERTIFICATE-----");
    if (promised == 0) {
        return tl::unexpected(pem.contains("PRIVATE KEY-----")
                                  ? CertificateFileTexts::tr("This is a private key, not a certificate.")
                                  : CertificateFileTexts::tr("There is no PEM certificate in it."));
    }
    QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    certificates.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (certificates.size() < promised) {
        return tl::unexpected(CertificateFileTexts::tr("%1 of its %2 certificates can't be read.")
                                  .arg(promised - certificates.size())
                                  .arg(promised));
    }
    return certificates;
}

} // namespace saltdesk::models
