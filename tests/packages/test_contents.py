# SPDX-License-Identifier: Apache-2.0
"""What can be read from the packages themselves: no root and no other system is needed."""
import gzip
import hashlib
import json
import os
import re
import subprocess
import unittest
import xml.etree.ElementTree as xml

from proof import AS_ROOT, BUILD, INSTALLER, PACKAGES, SOURCE, VERSION, WHY_NOT, folder_of, opened
from roots import bare

ENTRY = "usr/share/applications/io.github.saltdesk.Saltdesk.desktop"
METAINFO = "usr/share/metainfo/io.github.saltdesk.Saltdesk.metainfo.xml"
# What validators before the specification that brought these say of them; newer ones say nothing.
NOT_KNOWN_YET = ('value "1.5" for key "Version"', 'contains key "SingleMainWindow"', "unknown-tag developer")


def run(*command, check=True):
    return subprocess.run(command, capture_output=True, text=True, check=check)


class Unpacked(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.deb = next(PACKAGES.glob("*.deb"))
        cls.rpm = next(PACKAGES.glob("*.rpm"))
        cls.tree = folder_of(cls)
        run("dpkg-deb", "-x", str(cls.deb), str(cls.tree))


class Packages(Unpacked):
    def test_lintian_finds_neither_errors_nor_warnings(self):
        said = run("lintian", "--no-cfg", "--allow-root", "--fail-on", "none", "--tag-display-limit", "0", str(self.deb)).stdout
        self.assertEqual([line for line in said.splitlines() if line[:2] in ("E:", "W:")], [])

    def test_the_version_is_the_projects_everywhere(self):
        self.assertEqual(run("dpkg-deb", "-f", str(self.deb), "Version").stdout.strip(), VERSION)
        self.assertEqual(run("rpm", "-qp", "--queryformat", "%{VERSION}", str(self.rpm)).stdout, VERSION)
        self.assertEqual(run("sh", str(INSTALLER), "--version").stdout, f"saltdesk {VERSION}\n")
        releases = xml.parse(self.tree / METAINFO).getroot().find("releases")
        self.assertEqual(releases[0].get("version"), VERSION)

    def test_deb_and_rpm_hold_the_same_files(self):
        listed = run("rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILENAMES}\n]", str(self.rpm)).stdout.splitlines()
        rpm = {line.split(" ", 1)[1] for line in listed if not line.startswith("d")}
        deb = {f"/{path.relative_to(self.tree)}" for path in self.tree.rglob("*") if path.is_file()}
        private = {path for path in rpm if path.startswith(("/usr/lib/saltdesk/", "/usr/share/licenses/saltdesk/"))}
        self.assertEqual(rpm - private, deb)
        # Two libraries with a licence each, and ours.
        self.assertEqual(len(private), 5)

    def test_the_self_contained_installer_is_under_80_megabytes(self):
        self.assertLess(INSTALLER.stat().st_size, 80_000_000)

    def test_the_sums_are_those_of_the_files_and_none_is_missing(self):
        lines = (PACKAGES / "SHA256SUMS").read_text().splitlines()
        sums = {line.split("  ")[1]: line.split("  ")[0] for line in lines}
        files = {path.name: path for path in PACKAGES.iterdir() if path.name != "SHA256SUMS"}
        self.assertEqual(sums.keys(), files.keys())
        for name, path in files.items():
            self.assertEqual(hashlib.sha256(path.read_bytes()).hexdigest(), sums[name], name)

    def test_the_programs_are_hardened(self):
        for program in ("saltdesk", "saltdesk-sandbox"):
            path = str(self.tree / "usr/bin" / program)
            dynamic, segments = run("readelf", "-d", path).stdout, run("readelf", "-lW", path).stdout
            self.assertIn("PIE", dynamic)
            self.assertIn("BIND_NOW", dynamic)
            self.assertIn("GNU_RELRO", segments)
            self.assertRegex(segments, r"GNU_STACK\s.*\sRW\s")
            self.assertNotRegex(dynamic, r"R(UN)?PATH")
            self.assertIn("__stack_chk_fail", run("readelf", "--dyn-syms", "-W", path).stdout)


class Desktop(Unpacked):
    def test_the_desktop_entry_is_valid(self):
        said = run("desktop-file-validate", str(self.tree / ENTRY), check=False).stdout.splitlines()
        self.assertEqual([line for line in said if not any(known in line for known in NOT_KNOWN_YET)], [])

    def test_the_desktop_entry_takes_links_and_has_one_window(self):
        text = (self.tree / ENTRY).read_text(encoding="utf-8").splitlines()
        for line in ("Exec=saltdesk %u", "SingleMainWindow=true", "MimeType=x-scheme-handler/saltdesk;"):
            self.assertIn(line, text)
        for language in ("de", "es", "fr", "it", "nl", "pl", "pt", "ro"):
            self.assertTrue(any(line.startswith(f"GenericName[{language}]=") for line in text), language)

    def test_the_metainfo_is_valid(self):
        said = run("appstreamcli", "validate", "--no-net", str(self.tree / METAINFO), check=False)
        self.assertEqual(said.returncode, 0, said.stdout)
        found = [line for line in said.stdout.splitlines() if line[:2] in ("E:", "W:", "I:")]
        self.assertEqual([line for line in found if not any(known in line for known in NOT_KNOWN_YET)], [])

    def test_the_screenshots_are_in_the_tree_in_the_size_that_is_told(self):
        images = xml.parse(self.tree / METAINFO).getroot().findall("screenshots/screenshot/image")
        self.assertEqual(len(images), 3)
        for image in images:
            path = SOURCE / image.text.split("/raw/main/")[1]
            size = run("identify", "-format", "%w %h", str(path)).stdout
            self.assertEqual(size, f"{image.get('width')} {image.get('height')}", path)

    def test_the_releases_are_those_of_the_changelog(self):
        changelog = (SOURCE / "CHANGELOG.md").read_text(encoding="utf-8")
        expected = re.findall(r"(?m)^## \[([0-9.]+)\] - (\S+)$", changelog)
        releases = xml.parse(self.tree / METAINFO).getroot().find("releases")
        self.assertEqual([(each.get("version"), each.get("date")) for each in releases], expected)
        debian = gzip.decompress((self.tree / "usr/share/doc/saltdesk/changelog.gz").read_bytes()).decode()
        self.assertEqual(re.findall(r"(?m)^saltdesk \(([0-9.]+)\)", debian), [version for version, _ in expected])
        told = len(re.findall(r"(?m)^- ", changelog.split("\n## [Unreleased]")[-1].split("\n## [", 1)[1]))
        self.assertEqual(len(re.findall(r"(?m)^  \* ", debian)), told)

    def test_icons_have_the_sizes_that_their_folders_say(self):
        icons = sorted((self.tree / "usr/share/icons/hicolor").rglob("saltdesk.png"))
        self.assertEqual(len(icons), 9)
        for icon in icons:
            self.assertEqual(run("identify", "-format", "%wx%h", str(icon)).stdout, icon.parts[-3])
        self.assertTrue((self.tree / "usr/share/icons/hicolor/scalable/apps/saltdesk.svg").is_file())

    def test_manuals_are_well_formed_and_name_every_option(self):
        for program in ("saltdesk", "saltdesk-sandbox"):
            page = self.tree / f"usr/share/man/man1/{program}.1.gz"
            shown = run("man", "--warnings", "-l", str(page))
            self.assertEqual(shown.stderr, "", program)
            told = run(str(BUILD / "bin" / program), "--help").stdout
            options = {name for name in re.findall(r"(?m)^\s+(?:-\w, )?(--[a-z-]+)", told)}
            self.assertGreater(len(options), 8, told)
            self.assertEqual({name for name in options if name not in shown.stdout}, set(), program)


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class DesktopByTheNewestValidators(Unpacked):
    """Those of the newest system know every key; they have nothing to say."""

    def setUp(self):
        self.root = opened(bare, "ubuntu-26.04")
        self.addCleanup(self.root.close)
        self.root.install("desktop-file-utils", "appstream")
        for path in (ENTRY, METAINFO):
            self.root.put(self.tree / path, f"/tmp/{path.rsplit('/', 1)[1]}")

    def test_entry_and_metainfo_are_clean(self):
        entry, metainfo = (f"/tmp/{path.rsplit('/', 1)[1]}" for path in (ENTRY, METAINFO))
        self.assertEqual(self.root.run("desktop-file-validate", entry).stdout, "")
        self.assertNotRegex(self.root.run("appstreamcli", "validate", "--no-net", metainfo).stdout, r"(?m)^[EWI]:")


class BillOfMaterials(unittest.TestCase):
    """Against the rules of SPDX 2.3 that a reader depends on."""

    def documents(self):
        found = sorted(PACKAGES.glob("*.spdx.json"))
        self.assertEqual(len(found), 2)
        return [(path.name, json.loads(path.read_text(encoding="utf-8"))) for path in found]

    def test_every_element_has_what_it_must_have(self):
        for name, document in self.documents():
            self.assertEqual(document["spdxVersion"], "SPDX-2.3", name)
            self.assertEqual(document["dataLicense"], "CC0-1.0")
            self.assertTrue(document["documentNamespace"].startswith("https://"))
            self.assertRegex(document["creationInfo"]["created"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            for each in document["packages"]:
                self.assertTrue(each["versionInfo"] and each["downloadLocation"] and each["supplier"], each["name"])
                self.assertNotIn(each["licenseConcluded"], ("", "NOASSERTION"), each["name"])
                self.assertEqual("packageVerificationCode" in each, each["filesAnalyzed"], each["name"])

    def test_ids_are_unique_and_relations_lead_somewhere(self):
        for name, document in self.documents():
            ids = [each["SPDXID"] for each in [document, *document["packages"], *document["files"]]]
            self.assertEqual(len(ids), len(set(ids)), name)
            for relation in document["relationships"]:
                self.assertIn(relation["spdxElementId"], ids)
                self.assertIn(relation["relatedSpdxElement"], ids)
            related = {relation["relatedSpdxElement"] for relation in document["relationships"]}
            self.assertEqual({each["SPDXID"] for each in document["packages"]} - related, set(), name)

    def test_the_installers_is_of_the_very_files_in_it(self):
        document = json.loads((PACKAGES / f"{INSTALLER.name}.spdx.json").read_text())
        head = INSTALLER.read_bytes()
        start = int(re.search(rb"payload_start='(\d+)'", head).group(1))
        folder = folder_of(type(self))
        subprocess.run(["tar", "-xz", "-C", str(folder)], input=head[start - 1:], check=True)
        told = {each["fileName"]: each["checksums"][1]["checksumValue"] for each in document["files"]}
        there = {f"./{path.relative_to(folder)}": hashlib.sha256(path.read_bytes()).hexdigest()
                 for path in folder.rglob("*") if path.is_file()}
        papers = {name for name in there if name.startswith("./share/doc/")} | {"./VERSION"}
        self.assertEqual(told, {name: value for name, value in there.items() if name not in papers})
        licences = {path.name for path in (folder / "share/doc/saltdesk/licences").iterdir()} - {"common"}
        bundled = {each["name"] for each in document["packages"]} - {"saltdesk", "libexpected-dev"}
        self.assertEqual(licences, bundled)

    def test_the_other_holds_what_the_rpm_brings_along(self):
        document = json.loads((PACKAGES / f"saltdesk-{VERSION}.spdx.json").read_text())
        told = {each["fileName"][1:]: each["checksums"][1]["checksumValue"] for each in document["files"]}
        listed = run("rpm", "-qp", "--queryformat", "[%{FILENAMES} %{FILEDIGESTS}\n]", str(next(PACKAGES.glob("*.rpm")))).stdout
        there = dict(line.split(" ") for line in listed.splitlines())
        self.assertEqual(told, {name: there[name] for name in told})
        self.assertEqual(set(told), {name for name in there if ".so" in name})

    def test_the_other_names_all_that_the_packages_depend_on(self):
        document = json.loads((PACKAGES / f"saltdesk-{VERSION}.spdx.json").read_text())
        named = {each["name"] for each in document["packages"]}
        depends = run("dpkg-deb", "-f", str(next(PACKAGES.glob("*.deb"))), "Depends").stdout
        packages = {re.split(r"[ (|]", part.strip())[0] for part in depends.split(",")}
        self.assertEqual(packages - {"libc6", "libgcc-s1", "libstdc++6"}, named - {"saltdesk", "libexpected-dev"})


class Reproducible(unittest.TestCase):
    def test_another_build_of_the_commit_in_another_place_gives_the_same_bytes(self):
        dirty = run("git", "-C", str(SOURCE), "status", "--porcelain").stdout
        if dirty:
            self.skipTest("the checkout has changes that are in no commit: NOT compared")
        elsewhere = folder_of(type(self)) / "elsewhere with a longer name"
        run("git", "clone", "--quiet", "--no-hardlinks", str(SOURCE), str(elsewhere))
        again = elsewhere / "again"
        # No compiler cache: what was compiled before must not stand in for what is compiled now.
        made = subprocess.run([str(elsewhere / "packaging/package"), str(again)], text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "CCACHE_DISABLE": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"})
        self.assertEqual(made.returncode, 0, made.stdout[-3000:])
        self.assertEqual((again / "SHA256SUMS").read_text(), (PACKAGES / "SHA256SUMS").read_text())


if __name__ == "__main__":
    unittest.main()
