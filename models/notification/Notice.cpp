// SPDX-License-Identifier: Apache-2.0
#include "notification/Notice.h"

namespace saltdesk::models {

using namespace Qt::Literals::StringLiterals;

QString Notice::key() const
{
    switch (kind) {
    case Kind::Question:
        return u"question "_s + connection.toString();
    case Kind::AttemptSucceeded:
    case Kind::AttemptFailed:
        return u"attempt "_s + connection.toString();
    case Kind::ConsentsEnd:
        return u"consents"_s;
    }
    Q_UNREACHABLE();
}

bool isTold(Notice::Kind kind, const Attention &attention)
{
    if (attention.doNotDisturb) {
        return false;
    }
    switch (kind) {
    case Notice::Kind::Question:
    case Notice::Kind::AttemptSucceeded:
    case Notice::Kind::AttemptFailed:
        return !attention.isInFront;
    case Notice::Kind::ConsentsEnd:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace saltdesk::models
