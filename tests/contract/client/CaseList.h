// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/Arrival.h"

#include <QString>

#include <functional>
#include <vector>

namespace saltdesk::contract {

/// One call of a resource class, named after the operation of the OpenAPI document that it makes.
struct ClientCase
{
    QString operation;
    QString variant;
    /// Makes the call and waits for its end. Empty: it ended well and nothing in the answer was odd.
    std::function<QString(api::ApiClient &)> run;
};

/// A member that a request may have, and a value for it.
template <class Request>
struct Field
{
    QString name;
    std::function<void(Request &)> set;
};

template <class Request>
using Fields = std::vector<Field<Request>>;

/// An optional member of a request, or of a part of one.
template <class Request, class Value>
[[nodiscard]] Field<Request> field(const QString &name, std::optional<Value> Request::*member, Value value)
{
    return {name, [member, value = std::move(value)](Request &request) { request.*member = value; }};
}

/// The fields of a part as fields of the request; `part` makes the part when it is not there yet.
template <class Request, class Part, class Access>
void addPart(Fields<Request> &fields, const QString &prefix, const Fields<Part> &parts, Access part)
{
    for (const Field<Part> &one : parts) {
        fields.push_back({prefix + one.name, [one, part](Request &request) { one.set(part(request)); }});
    }
}

/// Why a call did not end well; empty when it did.
[[nodiscard]] QString complaint(const api::ApiError &error);

template <class T>
[[nodiscard]] QString endOf(const api::Call<T> &call)
{
    testing::Arrival<T> arrival(call);
    if (!arrival.wait()) {
        return QStringLiteral("no answer");
    }
    if (!arrival.ok()) {
        return complaint(arrival.error());
    }
    if constexpr (requires { arrival.result()->warnings; }) {
        if (!arrival.result()->warnings.empty()) {
            return arrival.result()->warnings.front().problem;
        }
    }
    return {};
}

/// Every case of the client. Adding a route is adding a line where the cases of its resource class stand.
class CaseList
{
public:
    /// `make(ApiClient &)` gives the running Call.
    template <class Make>
    void add(const QString &operation, const QString &variant, Make make)
    {
        m_cases.push_back(
            {operation, variant, [make = std::move(make)](api::ApiClient &client) { return endOf(make(client)); }});
    }

    /// The least that the request must have, then each field alone, then all together.
    template <class Request, class Make>
    void addEach(const QString &operation, const Request &least, const Fields<Request> &fields, Make make)
    {
        const auto with = [&](const QString &variant, const Request &request) {
            add(operation, variant, [make, request](api::ApiClient &client) { return make(client, request); });
        };
        with(QStringLiteral("least"), least);
        Request all = least;
        for (const Field<Request> &one : fields) {
            Request request = least;
            one.set(request);
            one.set(all);
            with(one.name, request);
        }
        with(QStringLiteral("everything"), all);
    }

    void add(ClientCase one) { m_cases.push_back(std::move(one)); }
    [[nodiscard]] const std::vector<ClientCase> &cases() const { return m_cases; }

private:
    std::vector<ClientCase> m_cases;
};

} // namespace saltdesk::contract
