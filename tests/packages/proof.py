# SPDX-License-Identifier: Apache-2.0
"""What every package has to prove in a clean system, and where the packages and the figures of this run are."""
import atexit
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from functools import lru_cache
from pathlib import Path

from roots import Root, Unavailable, changes

SOURCE = Path(__file__).resolve().parents[2]
PACKAGES = Path(os.environ["SALTDESK_PACKAGES"])
BUILD = Path(os.environ["SALTDESK_PACKAGE_BUILD"])
PICTURES = Path(os.environ["SALTDESK_PICTURES"])
VERSION = re.search(r"project\(Saltdesk VERSION ([0-9.]+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)
OLDER, NEWER = "0.0.9", "9.9.9"
INSTALLER = PACKAGES / f"saltdesk-{VERSION}-x86_64.run"
WHY_NOT = "needs root, debootstrap and mounts of its own: nothing was installed anywhere, the packages are NOT proved"


def _may_make_systems():
    return (os.geteuid() == 0 and shutil.which("debootstrap") is not None and
            subprocess.run(["unshare", "--mount", "--pid", "--fork", "true"], check=False).returncode == 0)


# Where a release is made, nothing may be left out.
MUST_PROVE = "SALTDESK_MUST_PROVE" in os.environ
AS_ROOT = _may_make_systems() or MUST_PROVE


def opened(kind, system):
    """A system to prove something in; where its packages can't be had, the test says that it proved nothing."""
    try:
        return Root(kind(system))
    except Unavailable as why:
        if MUST_PROVE:
            raise
        raise unittest.SkipTest(f"NOT proved on {system}: {why}") from why


def as_version(program, version):
    """A program that says it is another version: a faked release before or after this one."""
    content = program.read_bytes()
    said = f"{program.name} {VERSION}\n".encode()
    if content.count(said) != 1 or len(version) != len(VERSION):
        raise AssertionError(f"{program}: can't be faked")
    return content.replace(said, f"{program.name} {version}\n".encode())


@lru_cache(maxsize=None)
def faked_installer(version):
    """The installer of another version, whose program says so. It takes its time, so it is made once."""
    folder = tempfile.mkdtemp(dir=os.environ["SALTDESK_ROOTS"])
    atexit.register(shutil.rmtree, folder)
    tree = Path(folder, f"tree-{version}")
    shutil.copytree(BUILD / "bundle", tree, copy_function=os.link, symlinks=True)
    # Links to the real files: whatever is to be another one is made anew.
    program = tree / "bin" / "saltdesk"
    faked = as_version(program, version)
    program.unlink()
    program.write_bytes(faked)
    program.chmod(0o755)
    (tree / "VERSION").unlink()
    made = Path(folder, f"saltdesk-{version}-x86_64.run")
    subprocess.run([str(SOURCE / "packaging/installer/make"), str(tree), version, str(made)], check=True,
                   env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
    shutil.rmtree(tree)
    return made


def faked_package(generator, folder):
    """A DEB or RPM that calls itself older; what is in it is the same."""
    subprocess.run(["cpack", "-G", generator, "-B", str(folder), "-D", f"CPACK_PACKAGE_VERSION={OLDER}",
                    "-D", f"CPACK_DEBIAN_PACKAGE_VERSION={OLDER}"],
                   cwd=BUILD, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return next(Path(folder).glob(f"saltdesk[-_]{OLDER}*.{generator.lower()}"))


def folder_of(test):
    """A folder that goes away with the tests of a class."""
    made = tempfile.TemporaryDirectory()
    test.addClassCleanup(made.cleanup)
    return Path(made.name)


class Proof(unittest.TestCase):
    """A test in a system of its own, made in `setUp` by whoever inherits."""

    root = None
    maxDiff = None

    def see(self, program, picture):
        """Starts the program on its sandbox, lists the connections as a screen reader does, takes a picture."""
        for source in (SOURCE / "tests/packages/inside/desk", SOURCE / "tests/packages/inside/list_connections.py",
                       SOURCE / "tests/e2e/window.py"):
            self.root.put(source, f"/tmp/{source.name}")
        ended = self.root.run("/tmp/desk", program, timeout=180, check=False)
        self.assertEqual(ended.returncode, 0, ended.stdout + self._log())
        rows = json.loads(ended.stdout.splitlines()[-1])
        self.assertEqual(len(rows), 7)
        self.assertEqual(rows[0][0], "Needs you")
        self.assertIn("Rabobank", [row[1] for row in rows])
        PICTURES.mkdir(parents=True, exist_ok=True)
        target = PICTURES / f"{picture}.png"
        subprocess.run(["convert", f"xwd:{self.root.inside('/tmp/screen.xwd')}", str(target)], check=True)
        colours = subprocess.run(["identify", "-format", "%k", str(target)], check=True, capture_output=True, text=True).stdout
        self.assertGreater(int(colours), 100, "a picture of nothing")

    def _log(self):
        log = self.root.inside("/tmp/desk.log")
        return log.read_text(errors="replace")[-3000:] if log.exists() else ""

    def settings(self):
        """What the program keeps for its user, by path."""
        everything = self.root.snapshot("/home/agent").items()
        return {path: entry for path, entry in everything
                if path.startswith(("/home/agent/.config/Saltdesk", "/home/agent/.local/share/Saltdesk"))}

    def assert_only_the_users_own(self, before, after):
        """Nothing is different but what belongs to the user: his settings and his audit trail."""
        strange = [path for path in changes(before, after) if not is_users_own(path)]
        self.assertEqual(strange, [])


def is_users_own(path):
    """Below the home: the settings, the data, the caches of the desktop's parts that ran."""
    home = "/home/agent/"
    inner = path.removeprefix(home)
    return path.startswith(home) and (
        inner in (".config", ".local", ".local/share") or inner.startswith(
            (".config/Saltdesk", ".local/share/Saltdesk", ".cache", ".dbus", ".config/openbox", ".local/share/openbox",
             ".config/at-spi2")))
