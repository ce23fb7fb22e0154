// SPDX-License-Identifier: Apache-2.0
#include "question/LinkNotice.h"

#include "question/WebAddress.h"
#include "theme/WrappedLabel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is longer says nothing more about where it leads; the tool tip has all of it.
constexpr qsizetype longestShownAddress = 240;

/// With places where a line may end, which an address doesn't have for a label.
QString breakable(const QString &address)
{
    constexpr QChar mayBreak = u'\u200b';
    constexpr qsizetype longestPiece = 20;
    QString pieces;
    qsizetype since = 0;
    for (const QChar character : address) {
        pieces += character;
        ++since;
        if (since >= longestPiece || u"/?&="_s.contains(character)) {
            pieces += mayBreak;
            since = 0;
        }
    }
    return pieces;
}

} // namespace

LinkNotice::LinkNotice(QWidget *parent)
    : CardFrame(Ground::Panel, parent)
    , m_words(new WrappedLabel)
    , m_open(new QPushButton(tr("Open in browser")))
    , m_leave(new QPushButton(tr("Do not open")))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_leave);
    buttons->addWidget(m_open);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_words);
    column->addLayout(buttons);
    for (QPushButton *button : {m_open, m_leave}) {
        button->setAutoDefault(false); // Enter in the dialog's field sends the answer
    }

    connect(m_open, &QPushButton::clicked, this, [this] {
        emit openWanted(m_url);
        close();
    });
    connect(m_leave, &QPushButton::clicked, this, &LinkNotice::close);
    hide();
}

void LinkNotice::ask(const QUrl &url)
{
    m_url = url;
    const QString address = models::writtenAddress(url);
    const bool isLong = address.size() > longestShownAddress;
    const QString shown = isLong ? QString(address.left(longestShownAddress) + u'…') : address;
    m_words->setText(tr("This leads to %1").arg(breakable(shown)));
    m_words->setAccessibleName(tr("This leads to %1").arg(address));
    m_words->setToolTip(isLong ? address : QString());
    m_open->setAccessibleDescription(address);
    setAccessibleName(m_words->accessibleName());
    show();
    m_leave->setFocus();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void LinkNotice::close()
{
    m_url.clear();
    hide();
    emit closed();
}

} // namespace saltdesk::ui
