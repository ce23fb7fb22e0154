// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/ApiReply.h"
#include "transport/ApiRequest.h"
#include "transport/Call.h"
#include "transport/Result.h"

namespace saltdesk::api {

/// The call with its answer read by `decode(const QByteArray &)`, which gives a Result<T>. A write whose answer can't
/// be read has very likely taken effect: its error says outcomeUnknown, so that it is read back and not repeated.
template <class T, class Decode>
[[nodiscard]] Call<T> decodedAnswer(const Call<ApiReply> &call, Method method, Decode decode,
                                    QtFuture::Launch launch = QtFuture::Launch::Sync)
{
    return call.decoded<T>(
        [method, decode](const ApiReply &reply) -> Result<T> {
            return decode(reply.body).map_error([&](ApiError error) {
                error.httpStatus = reply.httpStatus;
                error.outcomeUnknown = isWrite(method);
                return error;
            });
        },
        launch);
}

} // namespace saltdesk::api
