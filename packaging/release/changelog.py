#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns CHANGELOG.md, the one place where changes are written down, into the forms that packages want.

usage: changelog.py debian|appstream|date CHANGELOG.md VERSION
"""
import html
import re
import sys
import textwrap
from datetime import date, datetime, timezone
from email.utils import format_datetime
from pathlib import Path

MAINTAINER = "The Saltdesk developers <saltdesk@users.noreply.github.com>"


class Release:
    """A version with its day and its changes, by the titles they stand under."""

    def __init__(self, version, day):
        self.version = version
        self.day = date.fromisoformat(day)
        self.changes = {}


def releases(text):
    """The released versions, newest first. What is not released yet has no date and is left out."""
    found, title = [], None
    for line in text.splitlines():
        if line.startswith("## "):
            released = re.fullmatch(r"## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", line)
            if not released and line != "## [Unreleased]":
                raise ValueError(f"not a version of the changelog: '{line}'")
            found.append(Release(*released.groups()) if released else None)
            title = None
        elif line.startswith("### "):
            title = line[4:].strip()
        elif found and found[-1] and title:
            add(found[-1].changes.setdefault(title, []), line)
    return [release for release in found if release]


def add(changes, line):
    if line.startswith("- "):
        changes.append(line[2:].strip())
    elif line.strip():
        changes[-1] += " " + line.strip()


def plain(text):
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("**", "")


def debian(found):
    entries = []
    for release in found:
        lines = [f"saltdesk ({release.version}) stable; urgency=medium", ""]
        for title, changes in release.changes.items():
            lines += [f"  [ {title} ]"]
            for change in changes:
                lines += textwrap.wrap(plain(change), 76, initial_indent="  * ", subsequent_indent="    ",
                                       break_long_words=False, break_on_hyphens=False)
        noon = datetime(release.day.year, release.day.month, release.day.day, 12, tzinfo=timezone.utc)
        lines += ["", f" -- {MAINTAINER}  {format_datetime(noon)}", ""]
        entries.append("\n".join(lines))
    return "\n".join(entries)


def appstream(found):
    lines = ["  <releases>"]
    for release in found:
        lines += [f'    <release version="{release.version}" date="{release.day}">', "      <description>"]
        for title, changes in release.changes.items():
            lines += [f"        <p>{html.escape(title)}</p>", "        <ul>"]
            lines += [f"          <li>{html.escape(plain(change), quote=False)}</li>" for change in changes]
            lines += ["        </ul>"]
        lines += ["      </description>", "    </release>"]
    return "\n".join([*lines, "  </releases>"])


def main(form, path, version):
    found = releases(Path(path).read_text(encoding="utf-8"))
    if not found or found[0].version != version:
        newest = found[0].version if found else "nothing"
        raise SystemExit(f"changelog.py: the newest release in {path} is {newest}, not {version}")
    print({"debian": debian, "appstream": appstream, "date": lambda all: str(all[0].day)}[form](found))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
