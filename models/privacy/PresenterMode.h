// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace saltdesk::models {

/// Whether what names a customer or is his is veiled, since others look at this screen too. Starts off with every start
/// of the program. GUI thread.
class PresenterMode : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool isOn() const { return m_on; }
    void setOn(bool on);

signals:
    void changed(bool on);

private:
    bool m_on = false;
};

} // namespace saltdesk::models
