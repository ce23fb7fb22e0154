#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Saltdesk @VERSION@: everything it needs in one file. `sh FILE --help` says how it is used.
# Above the line of marks near the end is this script, below it a compressed archive.
set -eu
umask 022
LC_ALL=C
export LC_ALL

version='@VERSION@'
libc_needed='@LIBC@'
kibibytes_needed='@KIBIBYTES@'
payload_start='@PAYLOAD_START@'
payload_bytes='@PAYLOAD_BYTES@'
payload_sha256='@PAYLOAD_SHA256@'
script=$0

usage() {
    cat <<TEXT
Installs Saltdesk $version with everything it needs. Nothing is fetched from a network.

usage: sh $(basename "$script") [--yes] [--prefix FOLDER]
       sh $(basename "$script") --uninstall [--yes] [--prefix FOLDER]

  --prefix FOLDER  install below this folder, for example /usr/local for everybody on this
                   computer (as root); without it, for you alone, below ~/.local
  --yes            ask nothing
  --uninstall      remove it again; your profiles, settings and audit trail stay
  --help           show this and end
  --version        show the version and end

Exit status: 0 well, 1 not possible here (nothing was changed), 2 bad arguments.
TEXT
}

say() { printf '%s\n' "$*"; }

die() {
    printf 'saltdesk installer: %s\n' "$*" >&2
    exit 1
}

misused() {
    printf 'saltdesk installer: %s (see --help)\n' "$*" >&2
    exit 2
}

# Asks whether to go on, unless --yes has answered already.
agree() {
    [ -z "$yes" ] || return 0
    [ -t 0 ] || die "there is no terminal to ask on; --yes goes on without asking"
    printf '%s [Y/n] ' "$1"
    read -r reply || reply=n
    case $reply in
    '' | [Yy]*) ;;
    *) die "nothing was changed" ;;
    esac
}
