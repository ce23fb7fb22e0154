// SPDX-License-Identifier: Apache-2.0
#include "link/ConnectLinkDialog.h"

#include "link/ConnectLinkWords.h"
#include "privacy/Personal.h"
#include "question/WebAddress.h"
#include "theme/ButtonRole.h"
#include "theme/HeadingFont.h"
#include "ui_ConnectLinkDialog.h"

#include <QAccessible>
#include <QPushButton>

namespace saltdesk::ui {

using namespace Qt::Literals::StringLiterals;
using LinkState = models::ConnectLink::State;

namespace {

constexpr std::chrono::milliseconds copiedIsSaidFor{2000};

/// Room for every text the button will have, in bold too, so that nothing moves when it changes.
void keepWidth(QPushButton *button, const QStringList &texts)
{
    const QString now = button->text();
    int width = 0;
    for (const ButtonRole role : {ButtonRole::Primary, ButtonRole::Normal}) {
        setButtonRole(button, role);
        for (const QString &text : texts) {
            button->setText(text);
            width = qMax(width, button->sizeHint().width());
        }
    }
    button->setText(now);
    button->setMinimumWidth(width);
}

} // namespace

ConnectLinkDialog::ConnectLinkDialog(models::ConnectLink &link, ClipboardSecret &clipboard,
                                     const QString &customerLabel, const QString &bankName,
                                     models::EnvironmentKind environment, QWidget *parent)
    : QDialog(parent)
    , m_link(link)
    , m_clipboard(clipboard)
    , m_customerLabel(customerLabel)
    , m_form(std::make_unique<Ui::ConnectLinkDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->badge->setKind(environment);
    m_form->heading->setText(bankName.isEmpty() ? tr("A bank of the customer's choice") : bankName);
    dress();
    addButtons();
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedIsSaidFor);
    connect(&m_copied, &QTimer::timeout, this, [this] { m_form->copy->setText(tr("&Copy link")); });
    connect(&m_link, &models::ConnectLink::changed, this, &ConnectLinkDialog::follow);
    connect(&m_clipboard, &ClipboardSecret::changed, this, &ConnectLinkDialog::showCleared);
    showCleared();
    showState();
}

ConnectLinkDialog::~ConnectLinkDialog() = default;

void ConnectLinkDialog::dress()
{
    m_form->heading->setFont(headingFont(font(), 1.2));
    QFont spoken = font();
    spoken.setPointSizeF(spoken.pointSizeF() * 1.2);
    m_form->sentence->setFont(spoken);
    m_form->sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (WrappedLabel *label : {m_form->subheading, m_form->readOut, m_form->caution, m_form->cleared}) {
        label->setMuted(true);
    }
    m_form->cleared->setWordWrap(false);
    markPersonal(m_form->subheading);
}

void ConnectLinkDialog::addButtons()
{
    m_another = m_form->buttons->addButton(tr("&New link"), QDialogButtonBox::ResetRole);
    m_another->setObjectName(u"another"_s);
    m_another->setToolTip(tr("Asks for another link for the same; this one is then no longer shown"));
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("C&lose"));
    keepWidth(m_form->copy, {tr("&Copy link"), tr("&Copied")});
    keepWidth(m_form->open, {m_form->open->text()});
    keepWidth(m_another, {m_another->text()});
    connect(m_form->copy, &QPushButton::clicked, this, &ConnectLinkDialog::copyLink);
    connect(m_form->open, &QPushButton::clicked, this, &ConnectLinkDialog::openLink);
    connect(m_another, &QPushButton::clicked, this, [this] { m_link.askAgain(); });
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ConnectLinkDialog::follow()
{
    if (m_link.state() == m_shown) {
        m_form->expiry->tell(expiryWords(m_shown, m_link.left()));
    } else {
        showState();
    }
}

void ConnectLinkDialog::showState()
{
    const LinkState before = std::exchange(m_shown, m_link.state());
    m_form->subheading->setText(purposeWords(m_link.request(), m_customerLabel));
    m_form->expiry->tell(expiryWords(m_shown, m_link.left()));
    showCode();
    showButtons(before);
}

void ConnectLinkDialog::showCode()
{
    m_form->pages->setCurrentWidget(m_shown == LinkState::Failed ? static_cast<QWidget *>(m_form->failure)
                                                                 : m_form->linkPage);
    switch (m_shown) {
    case LinkState::Idle:
        m_form->place->showNothing();
        break;
    case LinkState::Asking:
        m_form->place->showWaiting();
        break;
    case LinkState::Ready:
        m_form->place->showCode(m_link.url());
        m_form->host->setText(
            tr("Leads to %1").arg(models::writtenHost(QUrl::fromEncoded(m_link.url().reveal().toByteArray()))));
        return;
    case LinkState::Expired:
        m_form->place->showExpired();
        return;
    case LinkState::Failed:
        m_form->place->showFailed();
        m_form->failure->tell(failureMessage(*m_link.error()));
        break;
    }
    // An empty label keeps its line's place.
    m_form->host->clear();
}

void ConnectLinkDialog::showButtons(LinkState before)
{
    const bool ready = m_shown == LinkState::Ready;
    const bool over = m_shown == LinkState::Expired || m_shown == LinkState::Failed;
    QPushButton *close = m_form->buttons->button(QDialogButtonBox::Close);
    // Whoever was about to close when the link ran out still closes.
    const bool stays = before == LinkState::Ready && over && close->hasFocus();
    m_copied.stop();
    m_form->copy->setText(tr("&Copy link"));
    m_form->copy->setEnabled(ready);
    m_form->open->setEnabled(ready);
    m_another->setEnabled(ready || over);
    setButtonRole(m_form->copy, ready ? ButtonRole::Primary : ButtonRole::Normal);
    setButtonRole(m_another, over ? ButtonRole::Primary : ButtonRole::Normal);
    QPushButton *first = ready ? m_form->copy : over ? m_another : close;
    first->setDefault(true);
    if (!stays) {
        first->setFocus();
    }
}

void ConnectLinkDialog::copyLink()
{
    if (m_link.url().isEmpty()) {
        return;
    }
    m_clipboard.put(m_link.url());
    m_form->copy->setText(tr("&Copied"));
    QAccessibleEvent event(m_form->copy, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
    m_copied.start();
}

void ConnectLinkDialog::showCleared()
{
    const auto left = m_clipboard.left().count();
    m_form->cleared->setText(left > 0 ? tr("Cleared in %1 s").arg(left) : QString());
    m_form->cleared->setToolTip(tr("The link is then taken off the clipboard, unless something else was copied"));
}

void ConnectLinkDialog::openLink()
{
    if (!m_link.url().isEmpty()) {
        emit openWanted(QUrl::fromEncoded(m_link.url().reveal().toByteArray()));
    }
}

} // namespace saltdesk::ui
