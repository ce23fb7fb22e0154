// SPDX-License-Identifier: Apache-2.0
#include "CommandLine.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace saltdesk::app {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CommandLineTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::app::CommandLine)
};

void addOptions(QCommandLineParser &parser)
{
    const QString file = CommandLineTexts::tr("FILE");
    parser.addOptions({
        {u"sandbox"_s, CommandLineTexts::tr("Use the built-in sandbox: demo banks, nothing real, no keys needed.")},
        {u"base-url"_s,
         CommandLineTexts::tr(
             "Use the API at this address with the keys of the environment (see below). https, or http on this "
             "computer."),
         CommandLineTexts::tr("URL")},
        {u"profile"_s, CommandLineTexts::tr("Use this saved profile instead of the one used last."),
         CommandLineTexts::tr("NAME")},
        {u"ca-certificate"_s, CommandLineTexts::tr("Trust the certificates of this PEM file as well; with --base-url."),
         file},
        {u"customer"_s, CommandLineTexts::tr("Open this customer."), CommandLineTexts::tr("ID|IDENTIFIER")},
        {u"connection"_s, CommandLineTexts::tr("Open the customer of this connection and select it."),
         CommandLineTexts::tr("ID")},
        {u"screenshot"_s, CommandLineTexts::tr("Write a picture of the window once its first load ended, and end."),
         file},
        {u"print"_s, CommandLineTexts::tr("Print the listed connections once the first load ended, and end.")},
        {u"theme"_s, CommandLineTexts::tr("Use this theme instead of the desktop's."), u"light|dark"_s},
        {{u"h"_s, u"help"_s}, CommandLineTexts::tr("Show this help and end.")},
        {{u"v"_s, u"version"_s}, CommandLineTexts::tr("Show the version and end.")},
    });
}

tl::expected<void, QString> readTheme(const QCommandLineParser &parser, CommandLine &line)
{
    const QString theme = parser.value(u"theme"_s);
    if (theme == "light"_L1) {
        line.theme = CommandLine::Theme::Light;
    } else if (theme == "dark"_L1) {
        line.theme = CommandLine::Theme::Dark;
    } else if (parser.isSet(u"theme"_s)) {
        return tl::unexpected(CommandLineTexts::tr("--theme is light or dark"));
    }
    return {};
}

/// An option that was given must say something: an empty one is a variable that a script forgot to set.
QString firstEmpty(const QCommandLineParser &parser)
{
    const QStringList names{u"base-url"_s,   u"ca-certificate"_s, u"customer"_s, u"connection"_s,
                            u"screenshot"_s, u"theme"_s,          u"profile"_s};
    for (const QString &name : names) {
        if (parser.isSet(name) && parser.value(name).trimmed().isEmpty()) {
            return name;
        }
    }
    return {};
}

/// The one argument that is no option: a link to a customer or a connection.
tl::expected<void, QString> readLink(const QStringList &arguments, CommandLine &line)
{
    if (arguments.isEmpty()) {
        return {};
    }
    const QString &unexpected =
        ObjectLink::claimed(arguments.constFirst()) ? arguments.value(1) : arguments.constFirst();
    if (!unexpected.isNull()) {
        return tl::unexpected(CommandLineTexts::tr("unexpected argument '%1'").arg(unexpected));
    }
    const auto link = ObjectLink::parse(arguments.constFirst());
    if (!link) {
        return tl::unexpected(
            CommandLineTexts::tr("the link '%1' is neither saltdesk://customer/ID nor saltdesk://connection/ID")
                .arg(arguments.constFirst()));
    }
    if (!line.customer.isEmpty() || !line.connection.isEmpty()) {
        return tl::unexpected(CommandLineTexts::tr("a link excludes --customer and --connection"));
    }
    line.follow(*link);
    return {};
}

tl::expected<void, QString> check(const QCommandLineParser &parser, const CommandLine &line)
{
    if (const QString empty = firstEmpty(parser); !empty.isEmpty()) {
        return tl::unexpected(CommandLineTexts::tr("--%1 needs a value").arg(empty));
    }
    if (line.sandbox && parser.isSet(u"base-url"_s)) {
        return tl::unexpected(CommandLineTexts::tr("--sandbox and --base-url exclude each other"));
    }
    if (!line.profile.isEmpty() && (line.sandbox || parser.isSet(u"base-url"_s))) {
        return tl::unexpected(CommandLineTexts::tr("--profile excludes --sandbox and --base-url"));
    }
    if (parser.isSet(u"base-url"_s) && (!line.baseUrl.isValid() || line.baseUrl.host().isEmpty())) {
        return tl::unexpected(CommandLineTexts::tr("--base-url is not a URL: '%1'").arg(parser.value(u"base-url"_s)));
    }
    if (!line.caCertificate.isEmpty() && line.baseUrl.isEmpty()) {
        return tl::unexpected(CommandLineTexts::tr("--ca-certificate needs --base-url"));
    }
    if (!line.customer.isEmpty() && !line.connection.isEmpty()) {
        return tl::unexpected(CommandLineTexts::tr("--customer and --connection exclude each other"));
    }
    return {};
}

} // namespace

tl::expected<CommandLine, QString> CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return tl::unexpected(parser.errorText());
    }
    CommandLine line;
    line.showHelp = parser.isSet(u"help"_s);
    line.showVersion = parser.isSet(u"version"_s);
    line.sandbox = parser.isSet(u"sandbox"_s);
    line.baseUrl = QUrl(parser.value(u"base-url"_s), QUrl::StrictMode);
    line.profile = parser.value(u"profile"_s).trimmed();
    line.caCertificate = parser.value(u"ca-certificate"_s);
    line.customer = parser.value(u"customer"_s).trimmed();
    line.connection = parser.value(u"connection"_s).trimmed();
    line.screenshot = parser.value(u"screenshot"_s);
    line.print = parser.isSet(u"print"_s);
    const auto checked = readTheme(parser, line).and_then([&] { return check(parser, line); }).and_then([&] {
        return readLink(parser.positionalArguments(), line);
    });
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    return line;
}

void CommandLine::follow(const ObjectLink &named)
{
    link = named;
    customer = named.kind == ObjectLink::Kind::Customer ? named.id : QString();
    connection = named.kind == ObjectLink::Kind::Connection ? named.id : QString();
}

QString CommandLine::help()
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.addPositionalArgument(
        u"link"_s,
        CommandLineTexts::tr("Open this customer or connection: saltdesk://customer/ID, saltdesk://connection/ID."),
        u"[LINK]"_s);
    parser.setApplicationDescription(
        CommandLineTexts::tr("Saltdesk looks after customers' bank connections over the Salt Edge API."));
    return parser.helpText() +
           CommandLineTexts::tr("\n"
                                "Environment, with --base-url:\n"
                                "  SALTDESK_APP_ID       App-id of a service key\n"
                                "  SALTDESK_SECRET       its secret\n"
                                "  SALTDESK_PRIVATE_KEY  path of a PEM file; requests are then signed\n"
                                "\n"
                                "Exit status: 0 well; 1 what was asked for could not be done; 2 bad arguments.\n");
}

} // namespace saltdesk::app
