// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ObjectLink.h"

#include <QLocalServer>
#include <QObject>

#include <optional>

namespace saltdesk::app {

/// The one Saltdesk of a user's settings, to which later starts hand what they were started for. A start that names its
/// target (--sandbox, --profile, --base-url) neither hands over nor is handed to: it is meant as another one.
///
/// What crosses is a link or nothing, over a local socket that is the user's alone: an id to show, never a write. What
/// does not read as a link of ours is dropped.
class RunningInstance : public QObject
{
    Q_OBJECT

public:
    explicit RunningInstance(QObject *parent = nullptr);

    /// Where instances of these settings meet; a file on Unix.
    [[nodiscard]] static QString meetingPoint();
    /// Whether an instance runs and was given the link. Needs a QCoreApplication, and no event loop.
    [[nodiscard]] static bool handOver(const std::optional<ObjectLink> &link, const QString &where = meetingPoint());

    /// From now on this is the one; false: another one is, or the place can't be had. Then links open a new window.
    [[nodiscard]] bool listen(const QString &where = meetingPoint());

signals:
    /// Another start was ended in favour of this one; nothing: it only wanted a window.
    void wanted(std::optional<saltdesk::app::ObjectLink> link);

private:
    void receive();

    QLocalServer m_server;
};

} // namespace saltdesk::app
