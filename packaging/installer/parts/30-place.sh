
# --- the place: PREFIX/lib/saltdesk/versions/VERSION.xxxxxx, with "current" leading to the one in use ---

place() {
    case $prefix in
    '') [ -n "${HOME:-}" ] || die "HOME is not set; --prefix says where to install" && prefix=$HOME/.local ;;
    /*) ;;
    *) prefix=$PWD/$prefix ;;
    esac
    case $prefix in
    *"
"*) die "a folder with a line break in its name will not do" ;;
    esac
    while [ "$prefix" != / ] && [ "${prefix%/}" != "$prefix" ]; do prefix=${prefix%/}; done
    # One name for one place, and the one by which /proc names the programs that run from there.
    folder=$(standing "$prefix")
    prefix=$(cd "$folder" && pwd -P)${prefix#"$folder"}
    prefix=${prefix#/}
    prefix=/${prefix#/}
    home=$prefix/lib/saltdesk
    list=$home/installed
}

installed_version() { if [ -f "$home/current/VERSION" ]; then cat "$home/current/VERSION"; fi; }

# The nearest folder on the way to the target that is there already.
standing() {
    folder=$1
    while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
    printf '%s\n' "$folder"
}

check_place() {
    for folder in "$prefix" "$prefix/bin" "$prefix/lib" "$home" "$prefix/share"; do
        [ ! -e "$folder" ] || [ -d "$folder" ] || die "'$folder' is in the way: it is not a folder"
        folder=$(standing "$folder")
        # A read-only file system lets root pass the test of the permissions.
        probe=$folder/.saltdesk-probe.$$
        if ! [ -w "$folder" ] || ! (: >"$probe") 2>/dev/null; then
            die "'$folder' can't be written to; install as root, or leave out --prefix to install for yourself"
        fi
        rm -f "$probe"
    done
    for name in saltdesk saltdesk-sandbox saltdesk-uninstall; do
        command=$prefix/bin/$name
        [ ! -e "$command" ] && [ ! -L "$command" ] || is_ours "$command" ||
            die "'$command' is there already and is not from this installer; remove it first"
    done
    have=$(df -Pk "$(standing "$home")" | awk 'NR == 2 { print $4 }')
    [ "$have" -ge "$kibibytes_needed" ] ||
        die "$((kibibytes_needed / 1024)) MB are needed below '$prefix', and $((have / 1024)) MB are free"
}

is_ours() { [ -f "$list" ] && grep -qxF -- "file $1" "$list"; }

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

# One installer at a time. A lock whose owner is gone is nobody's.
lock() {
    if ! mkdir "$home/.lock" 2>/dev/null; then
        owner=$(cat "$home/.lock/owner" 2>/dev/null) || owner=
        if [ -n "$owner" ] && [ -d "/proc/$owner" ]; then
            die "another installation into '$prefix' is going on (process $owner)"
        fi
        rm -rf "$home/.lock"
        mkdir "$home/.lock" || die "'$home' can't be written to"
    fi
    locked=yes
    printf '%s\n' $$ >"$home/.lock/owner"
}

unlock() { if [ -n "$locked" ]; then rm -rf "$home/.lock"; locked=; fi; }
