// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transport/Secret.h"

#include <QString>

#include <tl/expected.hpp>

#include <functional>

class QObject;

namespace saltdesk::models {

/// Why a keychain gave or took nothing. Each is a state of its own with a text of its own.
enum class KeychainProblem : unsigned char {
    NotFound,    ///< it answers, and holds no such entry
    Locked,      ///< it is locked and was not unlocked
    Unavailable, ///< there is none on this computer, or none that runs
    Refused,     ///< it said no, or the person in front of it did
    Failed       ///< anything else; see the detail
};

struct KeychainError
{
    KeychainProblem problem = KeychainProblem::Failed;
    /// The keychain's own words, for the small print. No secret.
    QString detail = {};

    friend bool operator==(const KeychainError &, const KeychainError &) = default;
};

template <class T>
using KeychainResult = tl::expected<T, KeychainError>;

/// Where secrets rest between two runs of the program: the operating system's keychain, never a file of ours.
///
/// GUI thread. Each call ends exactly once, after the event loop has turned, however long the keychain takes (somebody
/// may be typing its password), and tells nobody when `context` is gone by then.
class Keychain
{
public:
    using Found = std::function<void(const KeychainResult<api::Secret> &)>;
    using Done = std::function<void(const KeychainResult<void> &)>;

    virtual ~Keychain() = default;

    virtual void read(const QString &entry, QObject *context, Found found) = 0;
    virtual void write(const QString &entry, const api::Secret &secret, QObject *context, Done done) = 0;
    /// An entry that is not there counts as removed.
    virtual void remove(const QString &entry, QObject *context, Done done) = 0;
};

} // namespace saltdesk::models
