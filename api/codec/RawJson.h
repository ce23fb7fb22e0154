// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace saltdesk::api {

/// An answer's JSON as received, order and unknown members kept, with the values of every secret member replaced by
/// "•••". The masking happens when it is made, so unmasked text can't reach a view. Masked: `secret` and every member
/// whose name ends in it, `token`, `credentials`, `encrypted_credentials`, and `request` of an error envelope.
class RawJson
{
public:
    RawJson() = default;
    /// Never fails: bytes that are not JSON become a text that says so and shows none of them.
    [[nodiscard]] static RawJson masked(QByteArrayView json);

    /// Compact or as received, masked.
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    /// Indented by two spaces for reading; numbers and texts untouched.
    [[nodiscard]] QByteArray indented() const;
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

} // namespace saltdesk::api
