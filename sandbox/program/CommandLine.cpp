// SPDX-License-Identifier: Apache-2.0
#include "program/CommandLine.h"

#include "faults/FaultReader.h"
#include "server/Server.h"

#include <QCommandLineParser>
#include <QFile>
#include <QHash>
#include <array>
#include <cmath>

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Option
{
    const char *name;
    /// Null for a switch.
    const char *value;
    const char *help;
};

constexpr auto knownOptions = std::to_array<Option>({
    {"port", "N", "listen on this port of 127.0.0.1 (default: a free one)"},
    {"app-id", "ID", "the App-id that clients must send (default: random)"},
    {"secret", "S", "the Secret that clients must send (default: random)"},
    {"public-key", "PEM", "file with the client's RSA public key; requests must then be signed"},
    {"time-scale", "X", "the banks live X times as fast (default: 1)"},
    {"customers", "N", "add N customers load-000001, load-000002, ..."},
    {"connections", "N", "add N connections, shared out among them (or all load-000001's)"},
    {"page-size", "N", "give at most N objects per page (default: 1000)"},
    {"certificate", "PEM", "file with the server's certificate; with --key: speak HTTPS"},
    {"key", "PEM", "file with the certificate's private key"},
    {"client-status", "NAME", "pending, test, live, restricted or disabled (default: open, without limits)"},
    {"without-provider-keys", nullptr, "the client has no registration at the banks with client keys"},
    {"fault", "FAULT", "something goes wrong: KIND[,key=value...], see below; may be repeated"},
    {"admin", nullptr, "open GET, POST and DELETE /sandbox/faults"},
    {"lenient", nullptr, "ignore unknown members of requests instead of refusing them"},
    {"help", nullptr, "show this and end"},
    {"version", nullptr, "show the version and end"},
});

/// Reads options one after the other and keeps the first complaint.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    [[nodiscard]] int number(const QString &name, int lowest, int highest, int usual)
    {
        if (!m_parser.isSet(name)) {
            return usual;
        }
        bool isNumber = false;
        const int value = m_parser.value(name).toInt(&isNumber);
        if (!isNumber || value < lowest || value > highest) {
            complain(u"--%1 must be a number from %2 to %3"_s.arg(name).arg(lowest).arg(highest));
        }
        return value;
    }

    [[nodiscard]] double scale(const QString &name)
    {
        if (!m_parser.isSet(name)) {
            return 1;
        }
        bool isNumber = false;
        const double value = m_parser.value(name).toDouble(&isNumber);
        if (!isNumber || !std::isfinite(value) || value <= 0 || value > 100000) {
            complain(u"--%1 must be a number above 0, at most 100000"_s.arg(name));
        }
        return value;
    }

    [[nodiscard]] QByteArray file(const QString &name)
    {
        if (!m_parser.isSet(name)) {
            return {};
        }
        QFile file(m_parser.value(name));
        if (!file.open(QIODevice::ReadOnly)) {
            complain(u"--%1: cannot read %2: %3"_s.arg(name, file.fileName(), file.errorString()));
        }
        QByteArray content = file.readAll();
        if (content.isEmpty()) {
            complain(u"--%1: %2 is empty"_s.arg(name, file.fileName()));
        }
        return content;
    }

    [[nodiscard]] ClientStatus clientStatus(const QString &name)
    {
        static const QHash<QString, ClientStatus> names{{u"open"_s, ClientStatus::Open},
                                                        {u"pending"_s, ClientStatus::Pending},
                                                        {u"test"_s, ClientStatus::Test},
                                                        {u"live"_s, ClientStatus::Live},
                                                        {u"restricted"_s, ClientStatus::Restricted},
                                                        {u"disabled"_s, ClientStatus::Disabled}};
        const auto found = names.constFind(m_parser.isSet(name) ? m_parser.value(name) : u"open"_s);
        if (found == names.constEnd()) {
            complain(u"--%1 must be open, pending, test, live, restricted or disabled"_s.arg(name));
            return ClientStatus::Open;
        }
        return *found;
    }

    [[nodiscard]] QList<Fault> faults(const QString &name)
    {
        QList<Fault> read;
        for (const QString &text : m_parser.values(name)) {
            if (auto fault = readFaultText(text)) {
                read.append(*std::move(fault));
            } else {
                complain(u"--%1: %2"_s.arg(name, fault.error().message));
            }
        }
        return read;
    }

    void complain(const QString &text) { m_complaint = m_complaint.isEmpty() ? text : m_complaint; }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

ServerOptions readOptions(const QCommandLineParser &parser, Reader &reader)
{
    ServerOptions read;
    read.port = static_cast<quint16>(reader.number(u"port"_s, 0, 65535, 0));
    read.appId = parser.value(u"app-id"_s);
    read.secret = parser.value(u"secret"_s);
    read.publicKeyPem = reader.file(u"public-key"_s);
    read.timeScale = reader.scale(u"time-scale"_s);
    read.customers = reader.number(u"customers"_s, 0, 1000000, 0);
    read.connections = reader.number(u"connections"_s, 0, 1000000, 0);
    read.pageSize = reader.number(u"page-size"_s, 1, 1000, 1000);
    read.certificateFile = parser.value(u"certificate"_s);
    read.keyFile = parser.value(u"key"_s);
    read.clientStatus = reader.clientStatus(u"client-status"_s);
    read.providerKeys = !parser.isSet(u"without-provider-keys"_s);
    read.faults = reader.faults(u"fault"_s);
    read.admin = parser.isSet(u"admin"_s);
    read.lenient = parser.isSet(u"lenient"_s);
    if (read.certificateFile.isEmpty() != read.keyFile.isEmpty()) {
        reader.complain(u"--certificate and --key need each other"_s);
    }
    return read;
}

} // namespace

tl::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const Option &option : knownOptions) {
        const QString value = option.value == nullptr ? QString() : QString::fromLatin1(option.value);
        parser.addOption({QString::fromLatin1(option.name), QString::fromLatin1(option.help), value});
    }
    if (!parser.parse(arguments)) {
        return tl::unexpected(parser.errorText().simplified());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return tl::unexpected(u"unexpected argument: %1"_s.arg(parser.positionalArguments().first()));
    }
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        return CommandLine{.wish = parser.isSet(u"help"_s) ? Wish::Help : Wish::Version};
    }
    Reader reader(parser);
    CommandLine read{.wish = Wish::Serve, .options = readOptions(parser, reader)};
    if (!reader.complaint().isEmpty()) {
        return tl::unexpected(reader.complaint());
    }
    return read;
}

QString CommandLine::help()
{
    QString text = u"Usage: saltdesk-sandbox [options]\n"
                   "A stand-in for the Salt Edge API v5 on 127.0.0.1, with banks of its own. Prints one line of JSON\n"
                   "(base_url, app_id, secret) once it is ready and runs until SIGINT or SIGTERM.\n\nOptions:\n"_s;
    for (const Option &option : knownOptions) {
        const QString name = QString::fromLatin1(option.name);
        const QString value = option.value == nullptr ? QString() : u" "_s + QString::fromLatin1(option.value);
        text += u"  --%1 %2\n"_s.arg(name + value, -22).arg(QString::fromLatin1(option.help));
    }
    text +=
        u"\nFaults, for --fault (error,class=ActionNotAllowed,method=POST,times=-1) and, with --admin, as the JSON "
        u"body of\n"
        "POST /sandbox/faults ({\"kind\":\"latency\",\"milliseconds\":800}; GET counts them, DELETE forgets them):\n"_s;
    text += faultHelp();
    text += u"\nBanks, and how they are made to succeed, ask and fail (others behave like fakebank_simple_xf):\n"_s;
    text += Server::help();
    text += u"\nThe customer %1 shows most at a glance.\n"_s.arg(Server::demoCustomer());
    return text;
}

} // namespace saltdesk::sandbox
