
# --- removing ---

# Everything of ours outside our own folder.
remove_files() { sed -n 's/^file //p' "$list" | while IFS= read -r file; do rm -f "$file" "$file.new"; done; }

remove_it() {
    [ -f "$list" ] || die "Saltdesk is not installed below '$prefix'"
    [ -w "$home" ] && [ -w "$prefix/bin" ] || die "'$prefix' can't be written to; uninstall as whoever installed it"
    ! runs_from "$home/versions" || die "Saltdesk is running; end it first. Nothing was changed"
    agree "Remove Saltdesk $(installed_version) from '$prefix'?"
    lock
    trap '' HUP INT TERM
    folders=$(sed -n 's/^folder //p' "$list" | sort -ur)
    remove_files
    tell_desktop
    # The cache of a folder that is there for our sake only.
    cache=$prefix/share/applications/mimeinfo.cache
    if [ "$(ls -A "$prefix/share/applications" 2>/dev/null)" = mimeinfo.cache ] &&
        printf '%s\n' "$folders" | grep -qxF -- "$prefix/share/applications"; then
        rm -f "$cache"
    fi
    rm -rf "$home"
    locked=
    printf '%s\n' "$folders" | while IFS= read -r folder; do rmdir "$folder" 2>/dev/null || :; done
    say "Saltdesk is removed from '$prefix'. Profiles, settings and the audit trail of each user stay:"
    say "  ~/.config/Saltdesk  ~/.local/share/Saltdesk"
}
