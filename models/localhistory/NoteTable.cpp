// SPDX-License-Identifier: Apache-2.0
#include "localhistory/NoteTable.h"

#include "localhistory/HistoryQuery.h"
#include "localhistory/LikePattern.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

HistoryResult<void> NoteTable::add(const Note &note)
{
    HistoryQuery query(m_database,
                       u"INSERT INTO note(customer, connection, written_at, text, folded) VALUES(?, ?, ?, ?, ?)"_s);
    query.bind(note.customer.toString()).bind(note.connection.isEmpty() ? u""_s : note.connection.toString());
    return query.bind(note.writtenAt).bind(note.text).bind(note.text.toCaseFolded()).run();
}

HistoryResult<void> NoteTable::remove(qint64 id)
{
    return HistoryQuery(m_database, u"DELETE FROM note WHERE id = ?"_s).bind(id).run();
}

HistoryResult<std::vector<Note>> NoteTable::of(const api::CustomerId &customer)
{
    HistoryQuery query(m_database, u"SELECT id, connection, written_at, text FROM note WHERE customer = ? ORDER BY "
                                   "written_at DESC, id DESC"_s);
    if (const auto ran = query.bind(customer.toString()).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<Note> notes;
    while (query.next()) {
        notes.push_back({query.number(0), customer, api::ConnectionId(query.text(1)), query.time(2), query.text(3)});
    }
    return notes;
}

HistoryResult<std::vector<HistoryHit>> NoteTable::search(const QString &text, int most)
{
    HistoryQuery query(m_database, u"SELECT note.connection, note.customer, coalesce(connection.customer_label, "
                                   "note.customer), coalesce(connection.bank, ''), note.text FROM note LEFT JOIN "
                                   "connection ON connection.id = note.connection WHERE note.folded LIKE ? ESCAPE '\\' "
                                   "ORDER BY written_at DESC, note.id DESC LIMIT ?"_s);
    if (const auto ran = query.bind(likePattern(text)).bind(most).run(); !ran) {
        return tl::unexpected(ran.error());
    }
    std::vector<HistoryHit> hits;
    while (query.next()) {
        hits.push_back({api::ConnectionId(query.text(0)), api::CustomerId(query.text(1)), query.text(2), query.text(3),
                        query.text(4)});
    }
    return hits;
}

HistoryResult<void> NoteTable::forget(const api::CustomerId &customer)
{
    return HistoryQuery(m_database, u"DELETE FROM note WHERE customer = ?"_s).bind(customer.toString()).run();
}

} // namespace saltdesk::models
