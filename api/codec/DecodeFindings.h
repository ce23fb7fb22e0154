// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "types/ConnectionPage.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>
#include <vector>

namespace saltdesk::api {

/// Collects what a decoder found wrong, record by record. The list is bounded: a server gone mad fills a line that says
/// how many more there were, not the memory.
class DecodeFindings
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::api::DecodeFindings)

public:
    static constexpr qsizetype maxWarnings = 1000;

    /// What is noted from here on belongs to this record.
    void beginRecord(qsizetype position);
    void setRecordId(const QString &id);
    [[nodiscard]] bool hasRecordWarnings() const { return m_warnings.size() > m_firstOfRecord; }
    /// A member, by its path inside the record, is not of the type that the reference declares.
    void wrongType(std::string_view path);
    /// The record itself can't be shown.
    void notAnObject();
    void noId();

    [[nodiscard]] std::vector<DecodeWarning> take();

private:
    void note(const QString &problem);

    std::vector<DecodeWarning> m_warnings;
    qsizetype m_record = 0;
    QString m_id;
    std::size_t m_firstOfRecord = 0;
    qsizetype m_dropped = 0;
};

} // namespace saltdesk::api
