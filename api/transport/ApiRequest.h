// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace saltdesk::api {

enum class Method { Get, Post, Put, Delete };

[[nodiscard]] QByteArray methodName(Method method);
/// Everything but GET changes something at the server: it passes the read-only gate and is sent exactly once.
[[nodiscard]] constexpr bool isWrite(Method method)
{
    return method != Method::Get;
}

/// Ids, each empty where it is not known.
struct RequestSubject
{
    QString customer = {};
    QString connection = {};
};

/// One call to the API as its resource class describes it; what is secret is added by ApiClient.
struct ApiRequest
{
    Method method = Method::Get;
    /// Below the base URL, with `{}` for each argument: "connections/{}/refresh". This is what logs show.
    QString pathTemplate;
    /// Fill the template in order; percent-encoded on the way.
    QStringList pathArguments;
    /// In the order in which they stand on the wire.
    std::vector<std::pair<QString, QString>> query;
    /// The bytes that are signed and sent; empty for GET and DELETE.
    QByteArray body;
    /// Whom a write concerns, as far as path and query do not tell: for the WriteWitness, never sent.
    RequestSubject subject = {};
};

} // namespace saltdesk::api
