// SPDX-License-Identifier: Apache-2.0
#include "question/RemotePictureRow.h"

#include "question/RemotePicture.h"
#include "question/WebAddress.h"
#include "theme/WrappedLabel.h"

#include <QBoxLayout>
#include <QPushButton>

namespace saltdesk::ui {

RemotePictureRow::RemotePictureRow(const QUrl &url, const QString &alternative, QWidget *parent)
    : CardFrame(Ground::Panel, parent)
    , m_url(url)
    , m_alternative(alternative)
    , m_words(new WrappedLabel)
    , m_description(new WrappedLabel)
    , m_load(new QPushButton(tr("Load picture")))
    , m_open(new QPushButton(tr("Open in browser")))
{
    build();
    const bool canLoad = models::RemotePicture::isAllowed(url);
    m_load->setVisible(canLoad);
    m_words->setText(canLoad ? tr("Picture at %1 was not loaded.").arg(models::writtenHost(url))
                             : tr("Picture at %1 was not loaded, because its address isn't protected by https.")
                                   .arg(models::writtenHost(url)));
}

void RemotePictureRow::build()
{
    const QString address = models::writtenAddress(m_url);
    m_words->setToolTip(address);
    m_description->setText(tr("The bank describes it as “%1”.").arg(m_alternative));
    m_description->setMuted(true);
    m_description->setVisible(!m_alternative.isEmpty());
    for (QPushButton *button : {m_load, m_open}) {
        button->setAutoDefault(false);
        button->setToolTip(address);
        button->setAccessibleDescription(address);
    }

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_load);
    buttons->addWidget(m_open);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_description);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(m_load, &QPushButton::clicked, this, &RemotePictureRow::load);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openWanted(m_url); });
}

void RemotePictureRow::load()
{
    m_load->setEnabled(false);
    m_words->setText(tr("The picture at %1 is being loaded…").arg(models::writtenHost(m_url)));
    emit loadWanted(m_url);
}

void RemotePictureRow::showFailure(const QString &reason)
{
    m_load->setEnabled(true);
    m_words->setText(tr("The picture at %1 could not be loaded. %2").arg(models::writtenHost(m_url), reason));
}

} // namespace saltdesk::ui
