// SPDX-License-Identifier: Apache-2.0
#include "privacy/ClipboardSecret.h"

#include <QClipboard>
#include <QCoreApplication>

#include <algorithm>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ClipboardSecret::ClipboardSecret(QClipboard &clipboard, std::chrono::milliseconds span, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_span(span)
{
    m_tick.setInterval(std::clamp(span / 10, std::chrono::milliseconds{5}, std::chrono::milliseconds{250}));
    connect(&m_tick, &QTimer::timeout, this, &ClipboardSecret::tick);
    // At the end of the program X11 hands the clipboard over to its keeper, before a destructor could act.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &ClipboardSecret::clear);
}

ClipboardSecret::~ClipboardSecret()
{
    clear();
}

void ClipboardSecret::put(const api::Secret &secret)
{
    m_put = new QMimeData;
    m_put->setText(QString::fromUtf8(secret.reveal()));
    m_put->setData(u"x-kde-passwordManagerHint"_s, "secret");
    m_clipboard.setMimeData(m_put);
    m_end.setRemainingTime(m_span, Qt::PreciseTimer);
    m_tick.start();
    emit changed();
}

/// The very object: another of ours has replaced and deleted it, and another program's never is it. So nothing is read
/// from a foreign clipboard, which can block.
bool ClipboardSecret::isOurs() const
{
    return m_put && m_clipboard.mimeData() == m_put;
}

void ClipboardSecret::clear()
{
    m_tick.stop();
    if (isOurs()) {
        m_clipboard.clear();
    }
    if (m_put.isNull() && m_end.isForever()) {
        return;
    }
    m_put.clear();
    m_end = QDeadlineTimer(QDeadlineTimer::Forever);
    emit changed();
}

std::chrono::seconds ClipboardSecret::left() const
{
    return isOurs() ? std::chrono::ceil<std::chrono::seconds>(m_end.remainingTimeAsDuration()) : 0s;
}

void ClipboardSecret::tick()
{
    if (m_end.hasExpired() || !isOurs()) {
        clear();
    } else {
        emit changed();
    }
}

} // namespace saltdesk::ui
