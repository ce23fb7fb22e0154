// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace saltdesk::api {

/// Bytes that must not be seen: API secrets, credentials, the `secret` of customers and connections.
///
/// Copies share one buffer, which is overwritten when the last of them is gone. There is no QDebug operator, no
/// QVariant and no implicit conversion; reveal() is the one way out, easy to search for, and its view must not outlive
/// the Secret. While it lives, the redactor knows its bytes (see KnownSecrets).
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over; the array is overwritten and emptied where it is not shared with another.
    explicit Secret(QByteArray &&bytes);
    [[nodiscard]] static Secret copyOf(QByteArrayView bytes);

    [[nodiscard]] bool isEmpty() const { return reveal().isEmpty(); }
    [[nodiscard]] QByteArrayView reveal() const;

    friend bool operator==(const Secret &a, const Secret &b);

private:
    class Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

/// Overwrites the bytes where nobody shares them, and empties the array.
void wipe(QByteArray &bytes);

} // namespace saltdesk::api
