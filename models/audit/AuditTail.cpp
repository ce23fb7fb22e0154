// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditTail.h"

#include "audit/AuditCodec.h"

#include <QIODevice>

#include <algorithm>
#include <optional>

namespace saltdesk::models {
namespace {

constexpr qint64 firstTailBytes = 16'384;

/// Unset: more of the file is needed. `isWhole`: `bytes` begins where the file begins.
std::optional<AuditTail> auditTailIn(const QByteArray &bytes, bool isWhole)
{
    AuditTail tail{.last = {0, auditGenesis()}, .damage = {}, .endsInBreak = bytes.isEmpty() || bytes.endsWith('\n')};
    qsizetype end = tail.endsInBreak && !bytes.isEmpty() ? bytes.size() - 1 : bytes.size();
    const qsizetype damageEnd = end;
    while (end > 0) {
        const qsizetype before = bytes.lastIndexOf('\n', end - 1);
        if (before < 0 && !isWhole) {
            return std::nullopt;
        }
        const qsizetype begin = before + 1;
        if (const auto line = decodeAuditLine(QByteArrayView(bytes).sliced(begin, end - begin))) {
            tail.last = {line->entry.number, line->hash};
            tail.damage = end < damageEnd ? bytes.sliced(end + 1, damageEnd - end - 1) : QByteArray();
            return tail;
        }
        end = before;
    }
    if (!isWhole) {
        return std::nullopt;
    }
    tail.damage = bytes.first(damageEnd);
    return tail;
}

} // namespace

AuditTail readAuditTail(QIODevice &file)
{
    for (qint64 bytes = firstTailBytes;; bytes *= 4) {
        const qint64 from = std::max<qint64>(0, file.size() - bytes);
        file.seek(from);
        if (const auto tail = auditTailIn(file.readAll(), from == 0)) {
            return *tail;
        }
    }
}

} // namespace saltdesk::models
