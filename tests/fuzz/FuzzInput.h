// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Result.h"
#include "types/ListPage.h"
#include "types/RecordKey.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace saltdesk::fuzz {

/// The bytes in an array of their own, so that the sanitizer sees a read behind their end; with the spare capacity of a
/// received body when the length is even, without it when it is odd, so that both ways into the parser are taken.
inline QByteArray bodyOf(const std::uint8_t *bytes, std::size_t size)
{
    QByteArray body(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    if (size % 2 == 0) {
        body.reserve(body.size() + 64);
    } else {
        body.squeeze();
    }
    return body;
}

/// What must hold for every input.
inline void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// A page has only records that can be told apart and warnings that say something, or there is a reason why not.
template <class T>
void requireWhole(const api::Result<api::ListPage<T>> &page)
{
    if (!page) {
        require(!page.error().message.isEmpty());
        return;
    }
    for (const T &record : page->records) {
        require(!recordKey(record).isEmpty());
    }
    for (const api::DecodeWarning &warning : page->warnings) {
        require(!warning.problem.isEmpty());
    }
}

} // namespace saltdesk::fuzz
