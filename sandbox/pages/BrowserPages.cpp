// SPDX-License-Identifier: Apache-2.0
#include "pages/BrowserPages.h"

#include "pages/Html.h"

namespace saltdesk::sandbox {

using namespace Qt::Literals::StringLiterals;

static constexpr auto connectBase = "/connect/"_L1;
static constexpr auto bankBase = "/bank/"_L1;

bool BrowserPages::serves(const QString &path)
{
    return path.startsWith(connectBase) || path.startsWith(bankBase);
}

Reply BrowserPages::answer(const Request &request, Instant now) const
{
    if (request.method != "GET" && request.method != "POST") {
        return htmlPage(405, u"Not here"_s, u"<p>This page is for browsers.</p>"_s);
    }
    const QString path = request.path();
    return path.startsWith(connectBase) ? m_connect.answer(request, path.mid(connectBase.size()), now)
                                        : m_bank.answer(request, path.mid(bankBase.size()), now);
}

} // namespace saltdesk::sandbox
