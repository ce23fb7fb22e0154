// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiError.h"
#include "transport/ApiRequest.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace saltdesk::api {

/// A write as it may be written down: what is done to whom, and nothing of what was typed.
struct WriteIntent
{
    /// Counts the writes of one client, from 1.
    quint64 number = 0;
    Method method = Method::Post;
    QString pathTemplate;
    QStringList pathArguments;
    RequestSubject subject;
};

/// Is told of every write that ApiClient is asked to send: for the audit trail.
///
/// Per write: admit() before anything leaves, then ended() exactly once, also for one that was refused, aborted, or cut
/// off by the end of the client. On the client's thread; outlives the client, and calls nothing of it from here.
class WriteWitness
{
public:
    virtual ~WriteWitness() = default;

    /// A text: the write must not leave, and this says why. It ends with ErrorKind::ReadOnly.
    [[nodiscard]] virtual std::optional<QString> admit(const WriteIntent &intent) = 0;
    /// `error` is unset on success.
    virtual void ended(const WriteIntent &intent, const std::optional<ApiError> &error) = 0;
};

} // namespace saltdesk::api
