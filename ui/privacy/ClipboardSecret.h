// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QDeadlineTimer>
#include <QMimeData>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class QClipboard;

namespace saltdesk::ui {

/// A secret on the clipboard, for a short while: it asks keepers of clipboard histories not to keep it, and is taken
/// off when its time is over, when this goes, and when the program ends. Only if it is still there: what somebody else,
/// or we, copied meanwhile stays. GUI thread; borrows the clipboard. X11's selection is never written.
class ClipboardSecret : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds usualSpan{20};

    explicit ClipboardSecret(QClipboard &clipboard, std::chrono::milliseconds span = usualSpan,
                             QObject *parent = nullptr);
    ~ClipboardSecret() override;

    void put(const api::Secret &secret);
    /// Takes it off now.
    void clear();
    /// Zero: nothing of ours is on the clipboard.
    [[nodiscard]] std::chrono::seconds left() const;

signals:
    /// The time left, in whole seconds, is another one.
    void changed();

private:
    void tick();
    [[nodiscard]] bool isOurs() const;

    QClipboard &m_clipboard;
    std::chrono::milliseconds m_span;
    QPointer<QMimeData> m_put;
    QDeadlineTimer m_end;
    QTimer m_tick;
};

} // namespace saltdesk::ui
