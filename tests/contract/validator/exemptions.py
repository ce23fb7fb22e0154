# SPDX-License-Identifier: Apache-2.0
"""What the traffic leaves out on purpose, each with its reason: an operation, one of its parameters or members, or a
value.

An entry that is used after all is a violation, so the lists can't rot.
"""

NOT_BUILT_YET = "the route is not built yet"

CLIENT = {
    "createCustomer": NOT_BUILT_YET,
    "removeCustomer": NOT_BUILT_YET,
    "lockCustomer": NOT_BUILT_YET,
    "unlockCustomer": NOT_BUILT_YET,
    "listCountries": NOT_BUILT_YET,
    "listProviders": NOT_BUILT_YET,
    "showProvider": NOT_BUILT_YET,
    "listAttempts": NOT_BUILT_YET,
    "showAttempt": NOT_BUILT_YET,
    "listConsents query connection_id": NOT_BUILT_YET,
    "showConsent": NOT_BUILT_YET,
    "revokeConsent": NOT_BUILT_YET,
    "showHolderInfo": NOT_BUILT_YET,
    "listAccounts": NOT_BUILT_YET,
    "oauthCreate": NOT_BUILT_YET,
    "oauthReconnect": NOT_BUILT_YET,
    "oauthAuthorize": NOT_BUILT_YET,
    "connectSessionCreate": NOT_BUILT_YET,
    "connectSessionReconnect": NOT_BUILT_YET,
    "connectSessionRefresh": NOT_BUILT_YET,
}

NO_SUCH_BANK = "the sandbox has no bank of this kind yet"

SANDBOX = {
    "class FileNotProvided": NO_SUCH_BANK,
    "class HolderInfoNotSupported": NO_SUCH_BANK,
    "class ProviderInactive": NO_SUCH_BANK,
}
