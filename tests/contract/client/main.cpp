// SPDX-License-Identifier: Apache-2.0
// contract_client --record FILE   writes each request that a case sends, as a line of JSON, without a network
// contract_client --server URL    makes each call to a server and expects an answer that decodes without a warning
#include "client/Cases.h"
#include "testing/FakeNetwork.h"
#include "testing/ManualClock.h"
#include "testing/TestCertificate.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace saltdesk;
using namespace Qt::Literals::StringLiterals;
using contract::ClientCase;

namespace {

api::ApiEndpoint endpointFor(const QUrl &baseUrl, bool isSigned)
{
    api::ApiEndpoint endpoint = testing::endpointAt(baseUrl);
    if (isSigned) {
        endpoint.signer = *api::RequestSigner::fromPem(api::Secret::copyOf(testing::testCertificate().keyPem));
    }
    return endpoint;
}

QString nameOf(const ClientCase &one)
{
    return one.operation + u": "_s + one.variant;
}

QByteArray lineOf(const ClientCase &one, const testing::SentRequest &sent)
{
    QJsonObject headers;
    for (const QByteArray &name : sent.request.rawHeaderList()) {
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(sent.request.rawHeader(name)));
    }
    const QJsonObject line{{u"case"_s, nameOf(one)},
                           {u"operation"_s, one.operation},
                           {u"method"_s, QString::fromLatin1(sent.verb)},
                           {u"url"_s, QString::fromLatin1(sent.url().toEncoded())},
                           {u"headers"_s, headers},
                           {u"body"_s, QString::fromUtf8(sent.body)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

/// What the cases send, signed or not, without a network.
class Recording
{
public:
    explicit Recording(bool isSigned)
        : m_client(m_network, endpointFor(QUrl(u"https://www.saltedge.com/api/v5"_s), isSigned), m_clock,
                   testing::hastyLimits())
    {
        m_network.otherwise.status = 200;
        m_network.otherwise.body = R"({"data":[],"meta":{"next_id":null,"next_page":null}})";
    }

    /// The lines of one case. The first answer points to a next page, so that lists ask for that one too.
    [[nodiscard]] QByteArray linesOf(const ClientCase &one)
    {
        const qsizetype before = m_network.sent().size();
        m_network.answerJson(R"({"data":[],"meta":{"next_id":"1234567890123456789","next_page":"/api/v5/next"}})");
        // How a call ends says nothing here: the answer is one for lists.
        static_cast<void>(one.run(m_client));
        QByteArray lines;
        for (const testing::SentRequest &sent : m_network.sent().sliced(before)) {
            lines += lineOf(one, sent);
        }
        return lines;
    }

private:
    testing::FakeNetwork m_network;
    testing::ManualClock m_clock;
    api::ApiClient m_client;
};

int record(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "contract_client: cannot write %s\n", qPrintable(fileName));
        return 1;
    }
    const contract::CaseList list = contract::allCases();
    for (const bool isSigned : {false, true}) {
        Recording recording(isSigned);
        for (const ClientCase &one : list.cases()) {
            const QByteArray lines = recording.linesOf(one);
            if (lines.isEmpty() || file.write(lines) != lines.size()) {
                std::fprintf(stderr, "contract_client: %s sent nothing\n", qPrintable(nameOf(one)));
                return 1;
            }
        }
    }
    return 0;
}

int callServer(const QUrl &baseUrl)
{
    QNetworkAccessManager network;
    const api::SystemClock clock;
    api::ApiClient client(network, endpointFor(baseUrl, true), clock, testing::hastyLimits());
    const contract::CaseList list = contract::allCases();
    int failed = 0;
    for (const ClientCase &one : list.cases()) {
        const QString complaint = one.run(client);
        if (!complaint.isEmpty()) {
            ++failed;
            std::fprintf(stderr, "%s: %s\n", qPrintable(nameOf(one)), qPrintable(complaint));
        }
    }
    std::printf("%zu calls, %d failed\n", list.cases().size(), failed);
    return failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--record"_L1) {
        return record(arguments[2]);
    }
    if (arguments.size() == 3 && arguments[1] == "--server"_L1) {
        return callServer(QUrl(arguments[2]));
    }
    std::fprintf(stderr, "usage: contract_client --record FILE | --server URL\n");
    return 2;
}
