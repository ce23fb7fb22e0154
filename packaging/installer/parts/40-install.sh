
# --- installing: all of it beside what is there, then one switch ---

# Makes a folder with those above it, and keeps in mind which were not there.
make_folder() {
    [ ! -d "$1" ] || return 0
    make_folder "$(dirname "$1")"
    # Another installer may have been faster.
    mkdir "$1" 2>/dev/null || [ -d "$1" ] || die "'$1' can't be made"
    made_folders="$1
$made_folders"
}

forget_folders() {
    printf '%s' "$made_folders" | while IFS= read -r folder; do rmdir "$folder" 2>/dev/null || :; done
}

# Whatever ends the installation before the switch: what was there stays as it was.
undo() {
    status=$?
    trap '' HUP INT TERM
    trap - EXIT
    if [ "$stage_is_ours" = yes ] && [ "$switched" = no ]; then
        rm -rf "$stage"
        if [ -z "$present" ] && [ -f "$list" ]; then
            remove_files
            rm -f "$list" "$home/installer"
        fi
    fi
    if [ "$locked" = yes ]; then rm -f "$home/.lock"; fi
    if [ "$switched" = no ]; then
        remove_home
        forget_folders
    fi
    exit "$status"
}

# What an installation that was cut short, or a program that still ran, left behind.
sweep() {
    now=$(readlink "$home/current" 2>/dev/null) || now=
    for old in "$home"/versions/[0-9]*.[0-9]*.[0-9]*.??????; do
        if [ -d "$old" ] && [ "$old" != "$home/$now" ] && [ "$old" != "$stage" ] && ! runs_from "$old"; then
            rm -rf "$old"
        fi
    done
}

unpack() {
    make_folder "$home/versions"
    stage=$(mktemp -d "$home/versions/$version.XXXXXX") || die "'$home/versions' can't be written to"
    stage_is_ours=yes
    chmod 755 "$stage"
    payload | gzip -dc | tar -xf - -C "$stage" --no-same-owner ||
        die "the files could not be written below '$prefix/'; is the disk full? Nothing was changed"
    settle_libraries
    # Only what it says itself counts: a desktop may have its own words for every program.
    ran=$("$stage/bin/saltdesk" --version 2>"$stage/said") ||
        die "it does not run here, so nothing was changed: $(tr '\n' ' ' <"$stage/said")"
    rm -f "$stage/said"
    [ "$ran" = "saltdesk $version" ] || die "it does not run as it should, so nothing was changed: $ran"
}

# Libraries that work hand in hand with the desktop (graphics, GLib) are the desktop's own where it has them.
settle_libraries() {
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || known=
    for group in "$stage"/lib/unless-there/*; do
        [ -d "$group" ] || continue
        for library in "$group"/*; do
            case $known in
            *"	$(basename "$library") (libc6,x86-64"*) ;;
            *)
                mv "$group"/* "$stage/lib/"
                break
                ;;
            esac
        done
    done
    rm -rf "$stage/lib/unless-there"
}

# The menu must find the program whether or not its folder is in PATH: the whole path, quoted as an Exec line wants it.
desktop_entry() {
    quoted=$(printf '%s\n' "$prefix/bin/saltdesk" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')
    while IFS= read -r line; do
        case $line in
        Exec=*) printf 'Exec="%s" %%u\n' "$quoted" ;;
        TryExec=*) ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$1"
}

# Puts a file where others look for it, whole or not at all.
put() { # FROM TO
    case $2 in
    *.desktop) desktop_entry "$1" >"$2.new" ;;
    *) cp "$1" "$2.new" ;;
    esac && mv -fT "$2.new" "$2" || die "'$2' can't be written"
}

link() { # TO NAME
    rm -f "$2.new"
    ln -s "$1" "$2.new" && mv -fT "$2.new" "$2" || die "'$2' can't be written"
}

# Files outside our own folder, as paths below the prefix.
shared_files() { (cd "$stage" && find share -type f ! -path 'share/doc/*' | sort); }

all_files() {
    for name in saltdesk saltdesk-sandbox saltdesk-uninstall; do say "$prefix/bin/$name"; done
    shared_files | while IFS= read -r file; do say "$prefix/$file"; done
}

write_list() { # FILES
    {
        printf '%s\n' "$1" | sort -u | sed 's/^/file /'
        if [ -f "$list" ]; then grep '^folder ' "$list" || :; fi
        printf '%s' "$made_folders" | while IFS= read -r folder; do say "folder $folder"; done
    } >"$list.new" && mv -fT "$list.new" "$list" || die "'$list' can't be written"
}

# The files that others look for, then the one link that makes the new version the one in use.
switch() {
    trap '' HUP INT TERM
    after=$(all_files)
    before=$(if [ -f "$list" ]; then sed -n 's/^file //p' "$list"; fi)
    printf '%s\n' "$after" | while IFS= read -r file; do dirname "$file"; done | sort -u >"$stage/folders"
    while IFS= read -r folder; do make_folder "$folder"; done <"$stage/folders"
    rm -f "$stage/folders"
    # Should the power fail from now on, the next installation or removal knows every file, old and new.
    write_list "$(printf '%s\n%s\n' "$before" "$after" | sed '/^$/d')"
    head -c "$((payload_start - 1))" "$script" >"$home/installer.new"
    mv -fT "$home/installer.new" "$home/installer"
    uninstaller >"$stage/uninstaller"
    put "$stage/uninstaller" "$prefix/bin/saltdesk-uninstall"
    chmod 755 "$prefix/bin/saltdesk-uninstall"
    for name in saltdesk saltdesk-sandbox; do link "$home/current/bin/$name" "$prefix/bin/$name"; done
    shared_files | while IFS= read -r file; do put "$stage/$file" "$prefix/$file"; done
    link "versions/$(basename "$stage")" "$home/current"
    switched=yes
    write_list "$after"
    printf '%s\n' "$before" | while IFS= read -r file; do
        [ -z "$file" ] || is_ours "$file" || rm -f "$file"
    done
    tell_desktop
}

uninstaller() {
    quoted=$(printf '%s\n' "$prefix" | sed "s/'/'\\\\''/g")
    installer=$(printf '%s\n' "$home/installer" | sed "s/'/'\\\\''/g")
    cat <<TEXT
#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Removes the Saltdesk that was installed below this folder.
exec sh '$installer' --uninstall --prefix '$quoted/' "\$@"
TEXT
}

# Links and icons are found without a new session.
tell_desktop() {
    applications=$prefix/share/applications
    if command -v update-desktop-database >/dev/null && [ -d "$applications" ]; then
        if [ ! -f "$applications/mimeinfo.cache" ] && [ "$task" = install_it ]; then
            # It goes with us, if it is there for our sake only.
            say "folder $applications/mimeinfo.cache" >>"$list"
        fi
        update-desktop-database -q "$applications" 2>/dev/null || :
    fi
    icons=$prefix/share/icons/hicolor
    if [ -f "$icons/icon-theme.cache" ] && command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -qtf "$icons" 2>/dev/null || :
    elif [ -d "$icons" ]; then
        touch "$icons"
    fi
}

check_everything() {
    check_version
    check_folders
    check_room
    for name in saltdesk saltdesk-sandbox saltdesk-uninstall; do check_file_free "$prefix/bin/$name"; done
}

install_it() {
    check_system
    check_file
    check_everything
    if [ -n "$present" ]; then
        agree "Install Saltdesk $version below '$prefix/', in place of $present?"
    else
        agree "Install Saltdesk $version below '$prefix/'?"
    fi
    trap undo EXIT
    trap 'exit 130' HUP INT TERM
    make_folder "$home"
    lock
    locked=yes
    # Somebody may have installed while the question stood there.
    check_everything
    sweep
    unpack
    for file in $(shared_files); do check_file_free "$prefix/$file"; done
    switch
    "$prefix/bin/saltdesk" --version >/dev/null || die "'$prefix/bin/saltdesk' does not start"
    if runs_from "$home/versions"; then
        say "Saltdesk is running; the program that runs stays $present until it is started again."
    fi
    sweep
    say "Saltdesk $version is installed below '$prefix/'."
    case :$PATH: in
    *":$prefix/bin:"*) say "Start it from the menu, or with: saltdesk --sandbox" ;;
    *) say "Start it from the menu, or with: '$prefix/bin/saltdesk' --sandbox" ;;
    esac
}
