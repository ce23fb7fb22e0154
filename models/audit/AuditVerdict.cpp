// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditVerdict.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

struct AuditVerdictTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::models::AuditVerdict)
};

QString auditFlawSentence(const AuditFlaw &flaw)
{
    using T = AuditVerdictTexts;
    const QString number = QLocale().toString(flaw.number);
    const QString line = QLocale().toString(flaw.line);
    switch (flaw.kind) {
    case AuditFlaw::Kind::Altered:
        return T::tr("The chain is broken since entry %1: it was altered after it was written.").arg(number);
    case AuditFlaw::Kind::Missing:
        return T::tr("The chain is broken since entry %1: entries before it are missing.").arg(number);
    case AuditFlaw::Kind::Reordered:
        return T::tr("The chain is broken since entry %1: it is not where it was written.").arg(number);
    case AuditFlaw::Kind::HalfLine:
        return T::tr("The last line stops in the middle, after entry %1: a crash, or a full disk.").arg(number);
    case AuditFlaw::Kind::NotJson:
        return T::tr("The chain is broken after entry %1: line %2 can't be read.").arg(number, line);
    case AuditFlaw::Kind::NewerVersion:
        return T::tr("Since entry %1 the trail was written by a newer Saltdesk, so it can't be checked here.")
            .arg(number);
    case AuditFlaw::Kind::CutOff:
        return T::tr("The chain is broken after entry %1: the entries after it are missing.").arg(number);
    case AuditFlaw::Kind::HeadMissing:
        return T::tr("Entries may be missing after entry %1: the file that would tell is missing.").arg(number);
    case AuditFlaw::Kind::Unreadable:
        return T::tr("The audit trail can't be read.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString auditVerdictSentence(const AuditVerdict &verdict)
{
    using T = AuditVerdictTexts;
    if (verdict.flaw) {
        return auditFlawSentence(*verdict.flaw);
    }
    if (verdict.entries == 0) {
        return T::tr("No entries yet.");
    }
    // Not %n, which would not group the digits.
    const QString count = QLocale().toString(verdict.entries);
    QString entries =
        verdict.entries == 1 ? T::tr("1 entry, chain intact") : T::tr("%1 entries, chain intact").arg(count);
    if (verdict.explainedGaps == 0) {
        return entries;
    }
    //: %1: how many
    const QString gaps = T::tr("interrupted lines, each noted by the entry after it: %1");
    return entries + u" · "_s + gaps.arg(QLocale().toString(verdict.explainedGaps));
}

QString auditVerdictAdvice(const AuditVerdict &verdict, const QString &path)
{
    using T = AuditVerdictTexts;
    if (!verdict.flaw) {
        return {};
    }
    const QString file = QDir::toNativeSeparators(path);
    switch (verdict.flaw->kind) {
    case AuditFlaw::Kind::Altered:
    case AuditFlaw::Kind::Missing:
    case AuditFlaw::Kind::Reordered:
    case AuditFlaw::Kind::NotJson:
    case AuditFlaw::Kind::CutOff:
        return T::
            tr("Tell whoever is responsible for the audit, and hand over %1 with the file “.head” beside it, both as "
               "they are. Once they are moved away a new trail begins; until then this one goes on after the break.")
                .arg(file);
    case AuditFlaw::Kind::HalfLine:
        return T::tr("The next entry notes it and the chain goes on. Check that there is room on the disk of %1.")
            .arg(file);
    case AuditFlaw::Kind::NewerVersion:
        return T::tr("Check it with that version. Entries are still added.");
    case AuditFlaw::Kind::HeadMissing:
        return T::tr("The next entry writes it anew. If nobody removed it on purpose, compare %1 with its backup.")
            .arg(file);
    case AuditFlaw::Kind::Unreadable:
        return T::tr("Make %1 readable for you. Until then no change is sent.").arg(file);
    }
    Q_UNREACHABLE();
}

} // namespace saltdesk::models
