// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditReading.h"

#include "audit/AuditCodec.h"
#include "audit/AuditFile.h"

#include <QFile>
#include <QLockFile>
#include <QPromise>
#include <QSet>
#include <QThreadPool>

#include <memory>

namespace saltdesk::models {

using FlawKind = AuditFlaw::Kind;

namespace {

/// Walks the lines and keeps the first flaw.
class AuditWalk
{
public:
    explicit AuditWalk(QByteArrayView file)
        : m_rest(file)
    {}

    void run();
    [[nodiscard]] AuditReading finish(const std::optional<AuditHead> &head);

private:
    void take(QByteArrayView line);
    void check(const AuditLine &line);
    [[nodiscard]] std::optional<FlawKind> flawOf(const AuditLine &line) const;
    [[nodiscard]] bool explainsDamage(const AuditLine &line) const;
    [[nodiscard]] bool comesLater(quint64 number) const;
    [[nodiscard]] std::optional<AuditFlaw> flawOfEnd(const std::optional<AuditHead> &head) const;
    void share(AuditEntry &entry);
    void note(FlawKind kind, quint64 number);

    QByteArrayView m_rest;
    qint64 m_line = 0;
    AuditHead m_last{0, auditGenesis()};
    /// Lines that could not be read, one after the other, as they stand in the file.
    QByteArrayView m_damage;
    qint64 m_damagedLine = 0;
    bool m_endsInBreak = true;
    QSet<QString> m_texts;
    AuditReading m_reading;
};

void AuditWalk::run()
{
    while (!m_rest.isEmpty()) {
        const qsizetype end = m_rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? m_rest : m_rest.first(end);
        m_endsInBreak = end >= 0;
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        ++m_line;
        take(line);
    }
}

void AuditWalk::take(QByteArrayView line)
{
    std::optional<AuditLine> decoded = decodeAuditLine(line);
    if (!decoded) {
        m_damagedLine = m_damage.isNull() ? m_line : m_damagedLine;
        const char *begin = m_damage.isNull() ? line.data() : m_damage.data();
        m_damage = QByteArrayView(begin, line.data() + line.size());
        return;
    }
    check(*decoded);
    m_damage = {};
    m_last = {decoded->entry.number, decoded->hash};
    share(decoded->entry);
    m_reading.entries.push_back(std::move(decoded->entry));
}

void AuditWalk::check(const AuditLine &line)
{
    if (m_reading.verdict.flaw) {
        return;
    }
    if (!m_damage.isNull() && !explainsDamage(line)) {
        m_reading.verdict.flaw = AuditFlaw{FlawKind::NotJson, m_last.number, m_damagedLine};
        return;
    }
    if (const std::optional<FlawKind> flaw = flawOf(line)) {
        note(*flaw, line.entry.number);
    } else if (!m_damage.isNull()) {
        ++m_reading.verdict.explainedGaps;
    }
}

std::optional<FlawKind> AuditWalk::flawOf(const AuditLine &line) const
{
    const quint64 expected = m_last.number + 1;
    if (line.version > auditVersion) {
        return FlawKind::NewerVersion;
    }
    if (!line.isAuthentic) {
        return FlawKind::Altered;
    }
    if (line.entry.number != expected) {
        return line.entry.number < expected || comesLater(expected) ? FlawKind::Reordered : FlawKind::Missing;
    }
    return line.previous == m_last.hash ? std::nullopt : std::optional(FlawKind::Altered);
}

bool AuditWalk::explainsDamage(const AuditLine &line) const
{
    return line.entry.event == AuditEvent::Resumed && line.entry.note == auditDamageNote(m_damage);
}

bool AuditWalk::comesLater(quint64 number) const
{
    QByteArrayView rest = m_rest;
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const auto line = decodeAuditLine(end < 0 ? rest : rest.first(end));
        if (line && line->entry.number == number) {
            return true;
        }
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    }
    return false;
}

AuditReading AuditWalk::finish(const std::optional<AuditHead> &head)
{
    AuditVerdict &verdict = m_reading.verdict;
    verdict.entries = qint64(m_reading.entries.size());
    if (!verdict.flaw) {
        verdict.flaw = flawOfEnd(head);
    }
    return std::move(m_reading);
}

std::optional<AuditFlaw> AuditWalk::flawOfEnd(const std::optional<AuditHead> &head) const
{
    if (head && head->number > m_last.number) {
        return AuditFlaw{FlawKind::CutOff, m_last.number, 0};
    }
    if (head && head->number == m_last.number && head->hash != m_last.hash) {
        return AuditFlaw{FlawKind::Altered, m_last.number, m_line};
    }
    if (!m_damage.isNull()) {
        return AuditFlaw{m_endsInBreak ? FlawKind::NotJson : FlawKind::HalfLine, m_last.number, m_damagedLine};
    }
    if (!head && m_last.number > 0) {
        return AuditFlaw{FlawKind::HeadMissing, m_last.number, 0};
    }
    return std::nullopt;
}

/// Most texts repeat from line to line: a hundred thousand entries are kept with one copy of each.
void AuditWalk::share(AuditEntry &entry)
{
    for (QString *text : {&entry.user, &entry.host, &entry.profile, &entry.customer, &entry.connection,
                          &entry.operation, &entry.reason, &entry.outcome}) {
        if (!text->isEmpty()) {
            *text = *m_texts.insert(*text);
        }
    }
}

void AuditWalk::note(FlawKind kind, quint64 number)
{
    m_reading.verdict.flaw = AuditFlaw{kind, number, m_line};
}

AuditReading readAuditNow(const QString &path)
{
    QFile file(path);
    QByteArray bytes;
    std::optional<AuditHead> head;
    {
        // So that no entry is half there; where it can't be had, nobody can be writing either.
        QLockFile lock(AuditFile::lockPath(path));
        lock.tryLock(AuditFile::patience);
        head = readAuditHead(path);
        if (file.exists() && !file.open(QIODevice::ReadOnly)) {
            return {.entries = {}, .verdict = {.flaw = AuditFlaw{FlawKind::Unreadable, 0, 0}}};
        }
        bytes = file.isOpen() ? file.readAll() : QByteArray();
    }
    return readAudit(bytes, head);
}

} // namespace

AuditReading readAudit(QByteArrayView file, const std::optional<AuditHead> &head)
{
    AuditWalk walk(file);
    walk.run();
    return walk.finish(head);
}

QFuture<AuditReading> readAuditFile(const QString &path)
{
    auto promise = std::make_shared<QPromise<AuditReading>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(readAuditNow(path));
        promise->finish();
    });
    return promise->future();
}

} // namespace saltdesk::models
