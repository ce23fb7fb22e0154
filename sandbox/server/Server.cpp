// SPDX-License-Identifier: Apache-2.0
#include "server/Server.h"

#include "clock/ScaledClock.h"
#include "server/Listener.h"
#include "state/RandomToken.h"
#include "state/StartState.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

QString Server::demoCustomer()
{
    return StartState::demoCustomer();
}

QString Server::help()
{
    QString text;
    const BankCatalogue catalogue = BankCatalogue::builtIn();
    for (const Bank &bank : catalogue.banks()) {
        if (bank.help) {
            text += u"  %1 (%2)\n      succeeds: %3\n      asks: %4\n      fails: %5\n"_s.arg(
                bank.code, bank.name, bank.help->succeeds, bank.help->asks, bank.help->fails);
        }
    }
    return text;
}

Server::Server(ServerOptions options)
    : m_options(std::move(options))
{
    if (m_options.appId.isEmpty()) {
        m_options.appId = randomToken();
    }
    if (m_options.secret.isEmpty()) {
        m_options.secret = randomToken();
    }
}

Server::~Server()
{
    stop();
}

tl::expected<void, QString> Server::start()
{
    stop();
    if (!m_options.publicKeyPem.isEmpty() && !PublicKey::fromPem(m_options.publicKeyPem)) {
        return tl::unexpected(u"the public key is not an RSA key in PEM form"_s);
    }
    if (m_options.clientStatus == ClientStatus::Live && m_options.publicKeyPem.isEmpty()) {
        return tl::unexpected(u"a live client needs a public key, because it must sign"_s);
    }
    std::optional<TlsContext> tls;
    if (!m_options.certificateFile.isEmpty() || !m_options.keyFile.isEmpty()) {
        auto loaded = TlsContext::load(m_options.certificateFile, m_options.keyFile);
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        tls = std::move(*loaded);
    }
    ServerOptions running = m_options;
    if (!running.clock) {
        running.clock = std::make_shared<ScaledClock>(running.timeScale);
    }
    m_door = std::make_unique<FrontDoor>(running);
    m_listener = std::make_unique<Listener>([door = m_door.get()](const Request &r) { return door->answer(r); }, tls);
    const auto port = m_listener->open(m_options.port);
    if (!port) {
        m_listener.reset();
        return tl::unexpected(u"cannot listen on port %1 of 127.0.0.1"_s.arg(m_options.port));
    }
    m_port = *port;
    m_thread = std::thread([listener = m_listener.get()] { listener->serve(); });
    return {};
}

void Server::stop()
{
    if (m_listener) {
        m_listener->close();
        m_thread.join();
        m_listener.reset();
    }
}

QUrl Server::baseUrl() const
{
    QUrl url;
    url.setScheme(m_options.certificateFile.isEmpty() ? u"http"_s : u"https"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    url.setPath(u"/api/v5"_s);
    return url;
}

} // namespace saltdesk::sandbox
