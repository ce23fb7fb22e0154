// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace saltdesk::models {

/// The first place at which the trail is not what was written.
struct AuditFlaw
{
    enum class Kind {
        Altered,      ///< a line was changed after it was written
        Missing,      ///< entries are missing before this one
        Reordered,    ///< it stands in another place than it was written to, or twice
        HalfLine,     ///< the last line stops in the middle: a crash, or a full disk
        NotJson,      ///< not a line of the trail
        NewerVersion, ///< written by a newer Saltdesk
        CutOff,       ///< entries are missing at the end
        HeadMissing,  ///< the file that would tell of a cut-off end is missing
        Unreadable    ///< the file can't be opened
    };
    Kind kind = Kind::Altered;
    /// Since which entry: its number, as far as it can be told.
    quint64 number = 0;
    /// From 1 in the file; 0 where it is about no line.
    qint64 line = 0;

    friend bool operator==(const AuditFlaw &, const AuditFlaw &) = default;
};

struct AuditVerdict
{
    qint64 entries = 0;
    /// Damaged lines after which the trail was resumed and says so: nothing else is lost.
    int explainedGaps = 0;
    std::optional<AuditFlaw> flaw = {};

    [[nodiscard]] bool isIntact() const { return !flaw; }
};

/// "1,204 entries, chain intact", "Line 17 was altered", …; translated.
[[nodiscard]] QString auditVerdictSentence(const AuditVerdict &verdict);
/// What to do about a flaw; empty where there is none.
[[nodiscard]] QString auditVerdictAdvice(const AuditVerdict &verdict, const QString &path);

} // namespace saltdesk::models
