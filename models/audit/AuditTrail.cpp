// SPDX-License-Identifier: Apache-2.0
#include "audit/AuditTrail.h"

#include "redaction/Redactor.h"

#include "types/Clock.h"

#include <QStandardPaths>

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

AuditTrail::AuditTrail(QString path, const api::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path))
    , m_clock(clock)
    , m_actor(AuditActor::current())
{
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        m_verdict = m_reading.result().verdict;
        emit verified(*m_verdict);
    });
}

AuditTrail::~AuditTrail() = default;

QString AuditTrail::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + "/audit.jsonl"_L1;
}

tl::expected<quint64, QString> AuditTrail::record(AuditEntry entry)
{
    entry.time = m_clock.now();
    entry.user = m_actor.user;
    entry.host = m_actor.host;
    // The only words that people type; a secret may be among them by mistake.
    entry.reason = api::redacted(entry.reason);
    entry.profile = api::redacted(entry.profile);
    const tl::expected<AuditEntry, QString> written = m_file.append(std::move(entry));
    if (!written) {
        emit notRecorded(written.error());
        return tl::unexpected(written.error());
    }
    emit recorded(*written);
    return written->number;
}

void AuditTrail::verify()
{
    m_reading.setFuture(readAuditFile(m_file.path()));
}

} // namespace saltdesk::models
