// SPDX-License-Identifier: Apache-2.0
#include "codec/DecodeFailure.h"

#include <QCoreApplication>

namespace saltdesk::api {
namespace {

/// The sentences, under one name for the translators.
struct DecodeFailure
{
    Q_DECLARE_TR_FUNCTIONS(saltdesk::api::DecodeFailure)
};

ApiError failure(ErrorKind kind, const QString &message)
{
    ApiError error;
    error.kind = kind;
    error.message = message;
    return error;
}

} // namespace

ApiError jsonFailure(simdjson::error_code code)
{
    if (code == simdjson::DEPTH_ERROR) {
        return tooDeep();
    }
    if (code == simdjson::CAPACITY || code == simdjson::MEMALLOC) {
        return failure(ErrorKind::TooLarge, DecodeFailure::tr("The answer is too large to be read."));
    }
    if (code == simdjson::UTF8_ERROR) {
        return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer is not valid UTF-8."));
    }
    if (code == simdjson::EMPTY) {
        return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer is empty."));
    }
    return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer is not valid JSON."));
}

ApiError missingEnvelope()
{
    //: "data" is the name of a JSON member and stays as it is
    return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer has no “data” of the expected form."));
}

ApiError missingId()
{
    return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer has no id."));
}

ApiError missingMember(QLatin1StringView name)
{
    //: %1: the name of a JSON member
    return failure(ErrorKind::Malformed, DecodeFailure::tr("The answer has no “%1”.").arg(name));
}

ApiError tooDeep()
{
    return failure(ErrorKind::TooLarge, DecodeFailure::tr("The answer is nested too deeply to be read."));
}

} // namespace saltdesk::api
