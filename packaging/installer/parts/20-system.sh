
# --- this computer and this file ---

# Whether version $1 is older than version $2.
older() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

check_system() {
    [ "$(uname -s)" = Linux ] || die "this file is for Linux, and this is $(uname -s)"
    [ "$(uname -m)" = x86_64 ] || die "this file is for x86_64, and this computer is $(uname -m)"
    found=$(getconf GNU_LIBC_VERSION 2>/dev/null) || found=
    found=${found#glibc }
    [ -n "$found" ] || die "the GNU C library $libc_needed or later is needed, and this system has another one"
    ! older "$found" "$libc_needed" || die "the GNU C library $libc_needed or later is needed, and this system has $found"
}

# A download that broke off must not get as far as the target.
check_file() {
    [ -f "$script" ] && [ "$(head -n 3 "$script" | tail -n 1)" = "# Saltdesk $version: everything it needs in one file. \`sh FILE --help\` says how it is used." ] ||
        die "this must be run as a file: sh FILE"
    [ "$(payload | wc -c)" -eq "$payload_bytes" ] || die "this file is incomplete; fetch it again"
    [ "$(payload | sha256sum)" = "$payload_sha256  -" ] || die "this file is damaged; fetch it again"
}

payload() { tail -c "+$payload_start" "$script"; }
