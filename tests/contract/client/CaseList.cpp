// SPDX-License-Identifier: Apache-2.0
#include "client/CaseList.h"

namespace saltdesk::contract {

using namespace Qt::Literals::StringLiterals;

QString complaint(const api::ApiError &error)
{
    return u"HTTP %1 %2: %3"_s.arg(QString::number(error.httpStatus), error.errorClass, error.message);
}

} // namespace saltdesk::contract
