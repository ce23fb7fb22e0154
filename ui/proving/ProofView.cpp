// SPDX-License-Identifier: Apache-2.0
#include "proving/ProofView.h"

#include "proving/EndpointProof.h"
#include "proving/HopRow.h"
#include "proving/HopWords.h"
#include "states/MessageBar.h"
#include "theme/CardFrame.h"

#include <QBoxLayout>

namespace saltdesk::ui {

using models::EndpointProof;
using models::Hop;

ProofView::ProofView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new MessageBar)
{
    auto *card = new CardFrame(CardFrame::Ground::Panel);
    card->setAccessibleName(tr("Steps of the connection test"));
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(8);
    for (const Hop hop : models::proofHops) {
        m_rows.push_back(new HopRow(hop));
        rows->addWidget(m_rows.back());
    }
    m_bar->setDismissable(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(card);
    column->addWidget(m_bar);
    column->addStretch();
}

void ProofView::watch(EndpointProof *proof)
{
    if (!m_proof.isNull()) {
        m_proof->disconnect(this);
    }
    m_proof = proof;
    m_bar->clear();
    showAll();
    if (proof == nullptr) {
        return;
    }
    connect(proof, &EndpointProof::hopChanged, this,
            [this, proof](Hop hop) { m_rows[static_cast<std::size_t>(hop)]->show(proof->result(hop)); });
    connect(proof, &EndpointProof::ended, this, &ProofView::showEnd);
    if (proof->hasEnded()) {
        showEnd();
    }
}

Message ProofView::message() const
{
    return m_bar->message();
}

void ProofView::showAll()
{
    for (const Hop hop : models::proofHops) {
        m_rows[static_cast<std::size_t>(hop)]->show(m_proof.isNull() ? models::HopResult{.hop = hop}
                                                                     : m_proof->result(hop));
    }
}

void ProofView::showEnd()
{
    m_bar->tell(proofMessage(m_proof->results()));
}

} // namespace saltdesk::ui
