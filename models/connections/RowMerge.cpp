// SPDX-License-Identifier: Apache-2.0
#include "connections/RowMerge.h"

namespace saltdesk::models {
namespace {

using api::ConnectionRow;

class Merging
{
public:
    Merging(const std::vector<ConnectionRow> &before, const std::vector<ConnectionRow> &incoming, UnseenRows unseen)
        : m_before(before)
        , m_incoming(incoming)
        , m_unseen(unseen)
    {
        m_merge.rows.reserve(unseen == UnseenRows::Go ? incoming.size() : before.size());
        m_merge.newIndexOf.assign(before.size(), noRow);
    }

    [[nodiscard]] RowMerge run() &&
    {
        while (m_old < m_before.size() || m_new < m_incoming.size()) {
            step();
        }
        return std::move(m_merge);
    }

private:
    void step()
    {
        const bool oldLeft = m_old < m_before.size();
        const bool newLeft = m_new < m_incoming.size();
        if (!newLeft || (oldLeft && m_before[m_old].id < m_incoming[m_new].id)) {
            takeUnseen();
        } else if (!oldLeft || m_incoming[m_new].id < m_before[m_old].id) {
            m_merge.added.push_back(nextIndex());
            m_merge.rows.push_back(m_incoming[m_new++]);
        } else {
            takeBoth();
        }
    }

    void takeUnseen()
    {
        if (m_unseen == UnseenRows::Stay) {
            m_merge.newIndexOf[m_old] = nextIndex();
            m_merge.rows.push_back(m_before[m_old]);
        } else {
            m_merge.removed.push_back(static_cast<RowIndex>(m_old));
        }
        ++m_old;
    }

    void takeBoth()
    {
        const RowIndex index = nextIndex();
        if (m_before[m_old] != m_incoming[m_new]) {
            m_merge.changed.push_back(index);
        }
        m_merge.newIndexOf[m_old++] = index;
        m_merge.rows.push_back(m_incoming[m_new++]);
    }

    [[nodiscard]] RowIndex nextIndex() const { return static_cast<RowIndex>(m_merge.rows.size()); }

    const std::vector<ConnectionRow> &m_before;
    const std::vector<ConnectionRow> &m_incoming;
    UnseenRows m_unseen;
    std::size_t m_old = 0;
    std::size_t m_new = 0;
    RowMerge m_merge;
};

} // namespace

RowMerge mergeRows(const std::vector<ConnectionRow> &before, const std::vector<ConnectionRow> &incoming,
                   UnseenRows unseen)
{
    return Merging(before, incoming, unseen).run();
}

} // namespace saltdesk::models
