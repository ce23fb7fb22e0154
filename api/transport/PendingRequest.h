// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace saltdesk::api {

/// The running job behind a Call, as far as a caller may see it. Owned by the ApiClient; gone soon after it ended, so
/// it is held by QPointer.
class PendingRequest : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Ends the call with ErrorKind::Aborted; does nothing once it has ended.
    virtual void abort() = 0;
};

} // namespace saltdesk::api
