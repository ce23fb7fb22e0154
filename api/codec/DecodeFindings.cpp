// SPDX-License-Identifier: Apache-2.0
#include "codec/DecodeFindings.h"

#include <utility>

namespace saltdesk::api {

void DecodeFindings::beginRecord(qsizetype position)
{
    m_record = position;
    m_id.clear();
    m_firstOfRecord = m_warnings.size();
}

void DecodeFindings::setRecordId(const QString &id)
{
    m_id = id;
    // The id may stand behind the member that was wrong.
    for (std::size_t i = m_firstOfRecord; i < m_warnings.size(); ++i) {
        m_warnings[i].id = id;
    }
}

void DecodeFindings::wrongType(std::string_view path)
{
    const auto name = QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
    //: %1 is the name of a JSON member, such as last_attempt.fail_at
    note(tr("“%1” is not of the expected type and was left out.").arg(name));
}

void DecodeFindings::notAnObject()
{
    note(tr("The record is not an object and was left out."));
}

void DecodeFindings::noId()
{
    note(tr("The record has no id and was left out."));
}

std::vector<DecodeWarning> DecodeFindings::take()
{
    if (m_dropped > 0) {
        m_warnings.push_back({m_record, QString(),
                              tr("There were %n more problems on this page.", nullptr, static_cast<int>(m_dropped))});
        m_dropped = 0;
    }
    return std::exchange(m_warnings, {});
}

void DecodeFindings::note(const QString &problem)
{
    if (static_cast<qsizetype>(m_warnings.size()) >= maxWarnings) {
        ++m_dropped;
        return;
    }
    m_warnings.push_back({m_record, m_id, problem});
}

} // namespace saltdesk::api
