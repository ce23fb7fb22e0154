// SPDX-License-Identifier: Apache-2.0
#include "RunningSandbox.h"

#include <QFile>

#include <algorithm>

namespace saltdesk::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    return file.fileName();
}

} // namespace

RunningSandbox::RunningSandbox(Wire wire, bool signedRequests, double timeScale)
    : m_signed(signedRequests)
{
    sandbox::ServerOptions options;
    options.timeScale = timeScale;
    if (signedRequests) {
        options.publicKeyPem = testCertificate().publicKeyPem;
    }
    if (wire == Wire::Https) {
        options.certificateFile = written(m_folder, u"certificate.pem"_s, testCertificate().certificatePem);
        options.keyFile = written(m_folder, u"key.pem"_s, testCertificate().keyPem);
    }
    m_server = std::make_unique<sandbox::Server>(options);
    if (const auto started = m_server->start(); !started) {
        qFatal("%s", qPrintable(started.error()));
    }
}

api::ApiEndpoint RunningSandbox::endpoint() const
{
    api::ApiEndpoint endpoint = endpointAt(m_server->baseUrl());
    endpoint.appId = m_server->appId().toUtf8();
    endpoint.secret = api::Secret(m_server->secret().toUtf8());
    if (m_signed) {
        endpoint.signer = *api::RequestSigner::fromPem(api::Secret::copyOf(testCertificate().keyPem));
    }
    return endpoint;
}

qsizetype RunningSandbox::received(const QByteArray &verb) const
{
    const auto log = m_server->requestLog();
    return std::count_if(log.begin(), log.end(), [&](const auto &request) { return request.method == verb; });
}

} // namespace saltdesk::testing
