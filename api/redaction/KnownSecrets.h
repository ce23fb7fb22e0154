// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QMutex>

#include <functional>
#include <vector>

namespace saltdesk::api {

/// The values that are secret at this moment, so that a text can be searched for them.
///
/// Every Secret enters itself while it lives: what was typed, an address that lets in, the key of a profile. Only views
/// are kept, no second copy. Thread-safe, since lines are logged from any thread; one for the process, which outlives
/// every static.
class KnownSecrets
{
public:
    [[nodiscard]] static KnownSecrets &ofProcess();

    /// The bytes stay where they are until remove() is called with the same view.
    void add(QByteArrayView bytes);
    void remove(QByteArrayView bytes);

    /// Calls `visit` with each value, the longest first, so that a value that holds another one goes as a whole. No
    /// value can go meanwhile: make no Secret in there, and log nothing.
    void forEach(const std::function<void(QByteArrayView)> &visit) const;

private:
    mutable QMutex m_mutex;
    std::vector<QByteArrayView> m_values;
};

} // namespace saltdesk::api
