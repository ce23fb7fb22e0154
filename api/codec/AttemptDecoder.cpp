// SPDX-License-Identifier: Apache-2.0
#include "codec/AttemptDecoder.h"

#include "codec/AttemptReader.h"
#include "codec/Envelope.h"

namespace saltdesk::api {

Result<Attempt> decodeAttempt(const QByteArray &body)
{
    return decodeRecord<Attempt>(body, readAttempt);
}

Result<AttemptPage> decodeAttemptPage(const QByteArray &body)
{
    return decodeList<Attempt>(body, readAttempt);
}

} // namespace saltdesk::api
