// SPDX-License-Identifier: Apache-2.0
#include "window/WindowTitle.h"

#include <QCoreApplication>

namespace saltdesk::ui {

namespace {

struct TitleTexts
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::ui::WindowTitle)
};

} // namespace

QString mainWindowTitle(models::EnvironmentKind environment, const QString &customer)
{
    const QString word = models::environmentWord(environment);
    const bool unnamed = environment == models::EnvironmentKind::Live || customer.isEmpty();
    return unnamed ? TitleTexts::tr("%1 – Saltdesk").arg(word)
                   : TitleTexts::tr("%1 – %2 – Saltdesk").arg(customer, word);
}

} // namespace saltdesk::ui
