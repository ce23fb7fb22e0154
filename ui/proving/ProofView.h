// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "states/Message.h"

#include <QPointer>
#include <QWidget>

#include <vector>

namespace saltdesk::models {
class EndpointProof;
}

namespace saltdesk::ui {

class HopRow;
class MessageBar;

/// A connection test as a list of its hops, and below it, once it has ended, what it came to and what to do, with Copy.
/// Watches one proof at a time, which it borrows and which may go at any time: the rows then stay as they were.
class ProofView : public QWidget
{
    Q_OBJECT

public:
    explicit ProofView(QWidget *parent = nullptr);

    /// Null: every hop waits.
    void watch(models::EndpointProof *proof);
    /// Empty while a test runs.
    [[nodiscard]] Message message() const;

private:
    void showAll();
    void showEnd();

    std::vector<HopRow *> m_rows;
    MessageBar *m_bar;
    QPointer<models::EndpointProof> m_proof;
};

} // namespace saltdesk::ui
