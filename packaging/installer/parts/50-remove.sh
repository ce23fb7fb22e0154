
# --- removing ---

# Everything of ours outside our own folder; says what could not be removed.
remove_files() {
    sed -n 's/^file //p' "$list" | while IFS= read -r file; do
        rm -f "$file" "$file.new" 2>/dev/null || say "$file"
    done
}

# Our own folder, once it is empty; what a link of the user's leads to is his.
remove_home() {
    rmdir "$home/versions" 2>/dev/null || :
    [ -L "$prefix/lib/saltdesk" ] || rmdir "$home" 2>/dev/null || :
}

remove_it() {
    [ -f "$list" ] || die "Saltdesk is not installed below '$prefix/'"
    [ -w "$home" ] && { [ ! -d "$prefix/bin" ] || [ -w "$prefix/bin" ]; } ||
        die "'$prefix/' can't be written to; uninstall as whoever installed it"
    ! runs_from "$home/versions" || die "Saltdesk is running; end it first. Nothing was changed"
    agree "Remove Saltdesk $(installed_version) from '$prefix/'?"
    lock
    trap '' HUP INT TERM
    kept=$(remove_files)
    [ -z "$kept" ] || die "these could not be removed; once they can be, uninstall again with 'sh $home/installer --uninstall --prefix $prefix/': $(printf '%s' "$kept" | tr '\n' ' ')"
    tell_desktop
    folders=$(sed -n 's/^folder //p' "$list" | sort -ur)
    cache=$prefix/share/applications/mimeinfo.cache
    if printf '%s\n' "$folders" | grep -qxF -- "$cache" &&
        ! grep -q '=.' "$cache" 2>/dev/null; then
        rm -f "$cache"
    fi
    rm -rf "$home/versions"/[0-9]*.[0-9]*.[0-9]*.??????
    rm -f "$home/current" "$home/installed" "$home/installer" "$home/.lock" "$home"/*.new
    remove_home
    printf '%s\n' "$folders" | while IFS= read -r folder; do rmdir "$folder" 2>/dev/null || :; done
    say "Saltdesk is removed from '$prefix/'. Profiles, settings and the audit trail of each user stay:"
    say "  ~/.config/Saltdesk  ~/.local/share/Saltdesk"
}
