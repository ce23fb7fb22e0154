# SPDX-License-Identifier: Apache-2.0
"""What the traffic leaves out on purpose, each with its reason: an operation, one of its parameters or members, or a
value.

An entry that is used after all is a violation, so the lists can't rot.
"""

CLIENT = {
}

SANDBOX = {
}
