// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Call.h"
#include "types/ListPage.h"
#include "types/RecordKey.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace saltdesk::models {

/// Reads all pages of one list, one after the other.
///
/// `ask(fromId)` sends for a page. `end(reading)` is called exactly once, after the event loop has turned; it may
/// destroy the reading. An error, or a list that points back into itself, cuts it short: what came before stays valid.
/// A record whose id came before is left out and counted as a warning.
/// Destroying it aborts, and then `end` is not called.
template <class T>
class ListReading
{
public:
    using Ask = std::function<api::Call<api::ListPage<T>>(const QString &fromId)>;
    using End = std::function<void(const ListReading &)>;

    ListReading(Ask ask, End end)
        : m_ask(std::move(ask))
        , m_end(std::move(end))
    {}
    ~ListReading() { m_call.abort(); }
    Q_DISABLE_COPY_MOVE(ListReading)

    void start() { readPage({}); }

    [[nodiscard]] const std::vector<T> &records() const { return m_records; }
    /// Records, or parts of some, that could not be read as the reference says, and records that came twice.
    [[nodiscard]] qsizetype warnings() const { return m_warnings; }
    /// Why it is not complete.
    [[nodiscard]] const std::optional<api::ApiError> &error() const { return m_error; }
    [[nodiscard]] bool isComplete() const { return !m_error; }

private:
    void readPage(const QString &fromId)
    {
        m_asked.insert(fromId);
        m_call = m_ask(fromId);
        m_call.then(&m_context, [this](const api::Result<api::ListPage<T>> &page) { take(page); });
    }

    void take(const api::Result<api::ListPage<T>> &page)
    {
        if (!page) {
            m_error = page.error();
        } else {
            keep(*page);
            if (!page->nextId.isEmpty() && !m_asked.contains(page->nextId)) {
                readPage(page->nextId);
                return;
            }
            if (!page->nextId.isEmpty()) {
                m_error.emplace();
                m_error->kind = api::ErrorKind::PagingLoop;
            }
        }
        // A copy: the reading may be gone when it returns.
        const End end = m_end;
        end(*this);
    }

    void keep(const api::ListPage<T> &page)
    {
        m_warnings += static_cast<qsizetype>(page.warnings.size());
        for (const T &record : page.records) {
            const QString key = recordKey(record);
            if (m_keys.contains(key)) {
                ++m_warnings;
                continue;
            }
            m_keys.insert(key);
            m_records.push_back(record);
        }
    }

    Ask m_ask;
    End m_end;
    api::Call<api::ListPage<T>> m_call;
    QSet<QString> m_asked;
    QSet<QString> m_keys;
    std::vector<T> m_records;
    qsizetype m_warnings = 0;
    std::optional<api::ApiError> m_error;
    // The last member, so that nothing is heard any more while the others go.
    QObject m_context;
};

} // namespace saltdesk::models
