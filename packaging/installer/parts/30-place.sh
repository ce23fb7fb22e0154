
# --- the place: PREFIX/lib/saltdesk/versions/VERSION.xxxxxx, with "current" leading to the one in use ---

# The real path of a folder, be it there or not: one name for one place, and the one by which /proc names programs.
real() {
    folder=$(standing "$1")
    case $folder in
    /) printf '/%s\n' "${1#/}" ;;
    *) printf '%s%s\n' "$(cd "$folder" && pwd -P)" "${1#"$folder"}" ;;
    esac
}

# The nearest folder on the way to the target that is there already.
standing() {
    folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    printf '%s\n' "$folder"
}

refuse_line_breaks() {
    case $1 in
    *"
"*) die "a folder with a line break in its name will not do" ;;
    esac
}

place() {
    case $prefix in
    '') [ -n "${HOME:-}" ] || die "HOME is not set; --prefix says where to install" && prefix=$HOME/.local ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
    esac
    refuse_line_breaks "$prefix"
    while [ "$prefix" != / ] && [ "${prefix%/}" != "$prefix" ]; do prefix=${prefix%/}; done
    prefix=$(real "$prefix")
    home=$(real "${prefix%/}/lib/saltdesk")
    refuse_line_breaks "$home"
    prefix=${prefix%/}
    list=$home/installed
}

installed_version() { if [ -f "$home/current/VERSION" ]; then cat "$home/current/VERSION"; fi; }

can_write() {
    # A read-only file system lets root pass the test of the permissions.
    probe=$1/.saltdesk-probe.$$
    [ -w "$1" ] && (: >"$probe") 2>/dev/null && rm -f "$probe"
}

check_folders() {
    for folder in "${prefix:-/}" "$prefix/bin" "$prefix/lib" "$home" "$prefix/share"; do
        [ ! -e "$folder" ] || [ -d "$folder" ] || die "'$folder' is in the way: it is not a folder"
        folder=$(standing "$folder")
        can_write "$folder" ||
            die "'$folder' can't be written to; install as root, or leave out --prefix to install for yourself"
    done
    [ -f "$list" ] || [ ! -d "$home" ] || [ -z "$(leftovers)" ] ||
        die "'$home' is there already and is not from this installer; remove it first"
}

# What is in our folder that this installer does not put there.
leftovers() {
    find "$home" -mindepth 1 -maxdepth 1 ! -name versions ! -name current ! -name installed ! -name installer \
        ! -name .lock ! -name '*.new'
    if [ -d "$home/versions" ]; then
        find "$home/versions" -mindepth 1 -maxdepth 1 ! -name '[0-9]*.[0-9]*.[0-9]*.??????'
    fi
}

check_room() {
    have=$(df -Pk "$(standing "$home")" | sed -n '2s/.*[^0-9]\([0-9][0-9]*\)  *[0-9][0-9]*% .*/\1/p')
    case $have in
    '' | *[!0-9]*) return 0 ;; # a file system that does not tell; unpacking will
    esac
    [ "$have" -ge "$kibibytes_needed" ] ||
        die "$((kibibytes_needed / 1024)) MB are needed below '$prefix/', and $((have / 1024)) MB are free"
}

is_ours() { [ -f "$list" ] && grep -qxF -- "file $1" "$list"; }

# Nothing of somebody else's is written over.
check_file_free() {
    { [ ! -e "$1" ] && [ ! -L "$1" ]; } || is_ours "$1" ||
        die "'$1' is there already and is not from this installer; remove it first"
}

check_version() {
    present=$(installed_version)
    if [ -n "$present" ] && older "$version" "$present"; then
        die "Saltdesk $present is installed, and this is the older $version; to go back, uninstall first (settings stay)"
    fi
}

# Whether a program from below a folder runs, ours as far as we may see.
runs_from() {
    for process in /proc/[0-9]*; do
        case $(readlink "$process/exe" 2>/dev/null) in
        "$1"/*) return 0 ;;
        esac
    done
    return 1
}

# One installer at a time. The lock ends with the process, however that ends.
lock() {
    command -v flock >/dev/null || return 0
    exec 9>"$home/.lock"
    flock -n 9 || die "another installation into '$prefix/' is going on"
}
