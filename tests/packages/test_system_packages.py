# SPDX-License-Identifier: Apache-2.0
"""The DEB and the RPM on a clean Debian 12: installed, started, upgraded, removed, purged."""
import re
import subprocess
import unittest

from proof import AS_ROOT, OLDER, PACKAGES, VERSION, WHY_NOT, Proof, faked_package, folder_of, opened
from roots import desk

FILES = ["/usr/bin/saltdesk", "/usr/bin/saltdesk-sandbox", "/usr/share/applications/io.github.saltdesk.Saltdesk.desktop",
         "/usr/share/metainfo/io.github.saltdesk.Saltdesk.metainfo.xml",
         "/usr/share/icons/hicolor/scalable/apps/saltdesk.svg", "/usr/share/icons/hicolor/16x16/apps/saltdesk.png",
         "/usr/share/icons/hicolor/512x512/apps/saltdesk.png", "/usr/share/doc/saltdesk/copyright"]


class SystemPackage(Proof):
    """The life of a package, told once for both kinds."""

    def setUp(self):
        self.root = opened(desk, "debian-12")
        self.addCleanup(self.root.close)

    def put(self, package):
        self.root.put(package, f"/tmp/{package.name}")
        return f"/tmp/{package.name}"

    def life(self):
        older = self.put(faked_package(self.kind, folder_of(type(self))))
        newest = self.put(next(PACKAGES.glob(f"*.{self.kind.lower()}")))
        self.prepare(newest)
        before = self.root.snapshot()

        self.install(older)
        self.assertEqual(self.installed_version(), OLDER)
        self.see("saltdesk", f"{self.kind.lower()}-older")
        settings = self.settings()
        self.assertIn("/home/agent/.config/Saltdesk/saltdesk.ini", settings)

        self.install(newest)
        self.assertEqual(self.installed_version(), VERSION)
        self.assertEqual(self.settings(), settings)
        self.assertEqual(self.root.run("saltdesk", "--version").stdout, f"saltdesk {VERSION}\n")
        self.assertEqual(self.root.run("saltdesk-sandbox", "--version").stdout.strip(), f"saltdesk-sandbox {VERSION}")
        for path in FILES:
            self.assertTrue(self.root.inside(path).is_file(), path)
        self.see("saltdesk", self.kind.lower())

        self.remove()
        self.assertFalse(self.root.inside("/usr/bin/saltdesk").exists())
        self.assert_only_the_users_own(before, self.root.snapshot())
        self.assertEqual(self.settings().keys(), settings.keys())


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class DebianPackage(SystemPackage):
    kind = "DEB"

    def prepare(self, _):
        self.root.run("apt-get", "-qq", "update", user="root")

    def install(self, package):
        self.root.run("apt-get", "-qqy", "--no-install-recommends", "install", package, user="root")

    def installed_version(self):
        return self.root.run("dpkg-query", "-W", "-f=${Version}", "saltdesk").stdout

    def remove(self):
        self.root.run("apt-get", "-qqy", "remove", "saltdesk", user="root")
        self.root.run("dpkg", "--purge", "saltdesk", user="root")
        # Some of what it needs is also suggested by what stays.
        self.root.run("apt-get", "-qqy", "-o", "APT::AutoRemove::SuggestsImportant=false", "--purge", "autoremove",
                      user="root")

    def test_it_is_installed_started_upgraded_removed_and_purged(self):
        self.life()

    def test_it_brings_no_scripts_and_recommends_a_keychain(self):
        package = str(next(PACKAGES.glob("*.deb")))
        parts = subprocess.run(["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True).stdout
        names = subprocess.run(["tar", "-t"], input=parts, capture_output=True, check=True).stdout.decode().split()
        self.assertEqual({name.removeprefix("./") for name in names} - {""}, {"control", "md5sums"})
        recommended = subprocess.run(["dpkg-deb", "-f", package, "Recommends"], capture_output=True, check=True).stdout
        self.assertIn(b"libsecret-1-0, gnome-keyring | kwalletmanager", recommended)


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class RpmPackage(SystemPackage):
    """Debian's packages stand in for those that rpm's own database would know; what it asks for is looked up by hand."""

    kind = "RPM"

    def prepare(self, package):
        depends = subprocess.run(["dpkg-deb", "-f", str(next(PACKAGES.glob("*.deb"))), "Depends"], capture_output=True,
                                 text=True, check=True).stdout
        names = {re.split(r"[ (|]", part.strip())[0] for part in depends.split(",")}
        # It brings these two along.
        names = {name for name in names if not name.startswith(("libsimdjson", "libcpp-httplib"))}
        self.root.install("rpm", *sorted(names), "libbrotli1", "hicolor-icon-theme")
        # On a system of RPMs this folder is the system's.
        self.root.run("mkdir", "/usr/share/licenses", user="root")
        self.assert_what_it_requires_is_there(package)

    def assert_what_it_requires_is_there(self, package):
        known = self.root.run("ldconfig", "-p", user="root").stdout
        required = self.rpm("-qp", "--requires", package).split("\n")
        sonames = {line.split("(")[0] for line in required if re.match(r"[\w.+-]+\.so", line)}
        self.assertIn("libQt6Widgets.so.6", sonames)
        self.assertEqual({name for name in sonames if name not in known}, set())
        self.assertFalse([name for name in sonames if "simdjson" in name or "httplib" in name])
        self.assertIn("hicolor-icon-theme", required)

    def rpm(self, *arguments):
        # On Debian it keeps its database with the user, unless it is told.
        return self.root.run("rpm", "--dbpath", "/var/lib/rpm", *arguments, user="root").stdout

    def install(self, package):
        self.rpm("--upgrade", "--nodeps", package)

    def installed_version(self):
        return self.rpm("-q", "--queryformat", "%{VERSION}", "saltdesk")

    def remove(self):
        self.rpm("--erase", "saltdesk")

    def test_it_is_installed_started_upgraded_and_removed(self):
        self.life()


if __name__ == "__main__":
    unittest.main()
