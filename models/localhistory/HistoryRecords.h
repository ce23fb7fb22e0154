// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhistory/ObservedField.h"
#include "types/Ids.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace saltdesk::models {

/// What became of one field since a moment.
struct FieldChange
{
    ObservedField field = ObservedField::Status;
    QString before;
    QString after;
    /// When the present value was first seen, UTC.
    QDateTime seenAt;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// What changed of a connection since a moment, field by field.
struct ChangeReport
{
    /// In the order of `observedFields`.
    std::vector<FieldChange> changes = {};
    /// When the connection was first seen here, UTC. Later than the moment that was asked for: what was before it is
    /// not known, and the changes are those since then. Invalid: never seen.
    QDateTime firstSeen = {};
};

/// What the agent wrote down about a customer. Words that begin with # are its tags.
struct Note
{
    qint64 id = 0;
    api::CustomerId customer = {};
    /// The connection that was in front of him; may be empty.
    api::ConnectionId connection = {};
    /// UTC.
    QDateTime writtenAt = {};
    QString text = {};

    friend bool operator==(const Note &, const Note &) = default;
};

/// How a connection was doing when it was last seen here.
struct SeenConnection
{
    api::ConnectionId connection;
    api::CustomerId customer;
    /// Empty: it did not fail.
    QString failingClass;
    /// Of the first failure that was seen since its last success.
    QDateTime failingSince;
};

/// A note, a customer or a connection by its bank, that holds the text that was searched for.
struct HistoryHit
{
    /// Empty for a customer, and for a note that was written without one.
    api::ConnectionId connection = {};
    api::CustomerId customer = {};
    QString customerLabel = {};
    QString bank = {};
    /// Of a note only.
    QString note = {};
};

} // namespace saltdesk::models
