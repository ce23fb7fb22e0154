// SPDX-License-Identifier: Apache-2.0
#include "activity/ExchangeWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;
using api::ErrorKind;

namespace {

struct ExchangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::ExchangeWords)
};

QString errorKindWord(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConfigured:
        return ExchangeTexts::tr("no keys: not sent");
    case ErrorKind::ForbiddenUrl:
        return ExchangeTexts::tr("forbidden address: not sent");
    case ErrorKind::ReadOnly:
        return ExchangeTexts::tr("writes locked: not sent");
    case ErrorKind::Network:
        return ExchangeTexts::tr("network");
    case ErrorKind::Tls:
        return ExchangeTexts::tr("TLS");
    case ErrorKind::Timeout:
        return ExchangeTexts::tr("no answer in time");
    case ErrorKind::Aborted:
        return ExchangeTexts::tr("cancelled");
    case ErrorKind::Redirected:
        return ExchangeTexts::tr("redirect not followed");
    case ErrorKind::Firewall:
        return ExchangeTexts::tr("firewall");
    case ErrorKind::Rejected:
        return ExchangeTexts::tr("refused");
    case ErrorKind::RateLimited:
        return ExchangeTexts::tr("too many requests");
    case ErrorKind::ServerFault:
        return ExchangeTexts::tr("server fault");
    case ErrorKind::Malformed:
        return ExchangeTexts::tr("unreadable answer");
    case ErrorKind::TooLarge:
        return ExchangeTexts::tr("answer too large");
    case ErrorKind::PagingLoop:
        return ExchangeTexts::tr("list points back into itself");
    }
    return {};
}

QString inSeconds(std::chrono::milliseconds duration)
{
    return QLocale().toString(double(duration.count()) / 1000, 'f', 1);
}

} // namespace

QString exchangePath(const api::Exchange &exchange)
{
    QString path = exchange.pathTemplate;
    qsizetype place = 0;
    for (const QString &argument : exchange.pathArguments) {
        place = path.indexOf("{}"_L1, place);
        if (place < 0) {
            break;
        }
        path.replace(place, 2, argument);
        place += argument.size();
    }
    QStringList query;
    for (const auto &[name, value] : exchange.query) {
        query << name + u'=' + (value.isEmpty() ? u"•••"_s : value);
    }
    return query.isEmpty() ? path : QString(path + u'?' + query.join(u'&'));
}

QString exchangeError(const api::Exchange &exchange)
{
    if (!exchange.error) {
        return {};
    }
    return exchange.errorClass.isEmpty() ? errorKindWord(*exchange.error) : exchange.errorClass;
}

QString exchangeDuration(std::chrono::milliseconds duration)
{
    using namespace std::chrono_literals;
    return duration < 1s ? ExchangeTexts::tr("%1 ms").arg(duration.count())
                         : ExchangeTexts::tr("%1 s").arg(inSeconds(duration));
}

QString retryWords(std::chrono::milliseconds delay)
{
    return ExchangeTexts::tr("again in %1").arg(exchangeDuration(delay));
}

} // namespace saltdesk::models
