// SPDX-License-Identifier: Apache-2.0
#include "notification/NoticeWords.h"

#include "time/RelativeTime.h"

#include <QCoreApplication>
#include <QStringList>

namespace saltdesk::models {
namespace {

using namespace Qt::Literals::StringLiterals;

struct NoticeTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::NoticeWords)
};

/// More than this is no name but somebody's idea of one.
constexpr qsizetype longestNoticeName = 80;
constexpr std::size_t mostNoticeBanks = 4;

/// Names and classes come from outside: one line of bounded length.
QString inNotice(const QString &text)
{
    const QString line = text.simplified();
    return line.size() > longestNoticeName ? line.left(longestNoticeName) + u'…' : line;
}

QString noticeBank(const ConnectionSummary &connection)
{
    return inNotice(connection.providerName.isEmpty() ? connection.providerCode : connection.providerName);
}

} // namespace

Notice questionNotice(const WaitingQuestion &question)
{
    return {.kind = Notice::Kind::Question,
            .title = NoticeTexts::tr("A bank asks a question"),
            .text = NoticeTexts::tr("%1 waits for an answer.").arg(inNotice(question.bankName)),
            .connection = question.connection};
}

Notice attemptNotice(const EndedAttempt &attempt, const QString &bank)
{
    if (attempt.errorClass.isEmpty()) {
        return {.kind = Notice::Kind::AttemptSucceeded,
                .title = NoticeTexts::tr("An attempt succeeded"),
                .text = NoticeTexts::tr("%1 has given its data.").arg(inNotice(bank)),
                .connection = attempt.connection};
    }
    return {.kind = Notice::Kind::AttemptFailed,
            .title = NoticeTexts::tr("An attempt failed"),
            //: %1: the bank, %2: the class of the error as the API names it
            .text = NoticeTexts::tr("%1: %2").arg(inNotice(bank), inNotice(attempt.errorClass)),
            .connection = attempt.connection};
}

Notice consentsNotice(const std::vector<ConnectionSummary> &ending, const QDateTime &now)
{
    const ConnectionSummary &soonest = ending.front();
    Notice notice{.kind = Notice::Kind::ConsentsEnd, .title = {}, .text = {}, .connection = soonest.id};
    if (ending.size() == 1) {
        notice.title = NoticeTexts::tr("A consent ends soon");
        //: %2: "in 3 days"
        notice.text = NoticeTexts::tr("The consent for %1 ends %2.")
                          .arg(noticeBank(soonest), relativeTime(soonest.consent.endsAt.toDateTime(), now));
        return notice;
    }
    QStringList banks;
    for (const ConnectionSummary &connection : ending) {
        if (const QString bank = noticeBank(connection); !banks.contains(bank)) {
            banks << bank;
        }
    }
    if (std::size_t(banks.size()) > mostNoticeBanks) {
        banks = banks.first(qsizetype(mostNoticeBanks)) << u"…"_s;
    }
    notice.title = NoticeTexts::tr("%n consents end within %1 days", nullptr, int(ending.size()))
                       .arg(qint64(expiringWithin.count()));
    notice.text = banks.join(u", "_s);
    return notice;
}

} // namespace saltdesk::models
