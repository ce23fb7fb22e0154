#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Says what is in a package, as SPDX 2.3 JSON made from the files themselves.

usage: sbom.py bundle TREE VERSION    what the self-contained installer brings, file by file
       sbom.py system BIN VERSION     what the programs of the other packages are linked with, and load
       sbom.py licences TREE          puts the licences of what is bundled into the tree

The time is SOURCE_DATE_EPOCH's, so the same files give the same bytes.
"""
import hashlib
import json
import os
import re
import shutil
import sys
from datetime import datetime, timezone
from pathlib import Path

from debian_packages import LIBRARIES, needed, owner, owner_of_library, package

HOMEPAGE = "https://github.com/saltdesk/saltdesk"
PROGRAMS = ("saltdesk", "saltdesk-sandbox")
# Compiled in from headers, so nothing that is linked tells of them.
HEADERS = ("libexpected-dev",)
# Loaded by Qt, which is what the DEB depends on beside what is linked (Packages.cmake).
LOADED = ("libqt6sql6-sqlite",)
# What the RPM brings along, see RpmTree.cmake.
IN_THE_RPM = ("libcpp-httplib.so", "libsimdjson.so")


def spdx_id(kind, name):
    return f"SPDXRef-{kind}-{re.sub(r'[^A-Za-z0-9.-]', '-', name)}"


def origin(tree, path):
    """The Debian package that a bundled file was taken from; nothing for our own."""
    part = path.relative_to(tree)
    if part.parts[0] == "lib":
        return owner_of_library(path.name)
    if part.parts[0] == "plugins":
        return owner(Path(LIBRARIES, "qt6", part))
    if part.parts[0] == "translations":
        return owner(Path("/usr/share/qt6", part))
    return None


class Document:
    def __init__(self, name, version):
        self.version = version
        self.name = f"{name}-{version}"
        self.files, self.packages, self.relationships = [], {}, []
        self.own = self._package("saltdesk", version, "Apache-2.0", "Organization: The Saltdesk developers", f"{HOMEPAGE}",
                                 f"pkg:github/saltdesk/saltdesk@{version}")
        self.relate("SPDXRef-DOCUMENT", "DESCRIBES", self.own["SPDXID"])

    def relate(self, one, kind, other):
        self.relationships.append(
            {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other})

    def _package(self, name, version, licence, supplier, location, purl):
        added = {
            "SPDXID": spdx_id("Package", name), "name": name, "versionInfo": version, "supplier": supplier,
            "downloadLocation": location, "filesAnalyzed": False, "licenseConcluded": licence,
            "licenseDeclared": licence if name == "saltdesk" else "NOASSERTION", "copyrightText": "NOASSERTION",
            "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}]}
        self.packages[name] = added
        return added

    def debian(self, found):
        if found.name not in self.packages:
            self._package(found.name, found.version, found.licence, "Organization: Debian",
                          f"https://snapshot.debian.org/package/{found.source}/{found.source_version}/",
                          f"pkg:deb/debian/{found.name}@{found.version}?arch=amd64&distro=bookworm")
        return self.packages[found.name]

    def file(self, name, content, holder):
        """A file of a package, by its content."""
        added = {
            "SPDXID": spdx_id("File", name), "fileName": f"./{name}", "fileTypes": ["BINARY"],
            "licenseConcluded": "CC0-1.0" if name.endswith(".metainfo.xml") else holder["licenseConcluded"], "copyrightText": "NOASSERTION",
            "checksums": [{"algorithm": kind, "checksumValue": hashlib.new(kind, content).hexdigest()}
                          for kind in ("SHA1", "SHA256")]}
        self.files.append(added)
        holder.setdefault("hasFiles", []).append(added["SPDXID"])
        holder["filesAnalyzed"] = True

    def verification_codes(self):
        by_id = {each["SPDXID"]: each["checksums"][0]["checksumValue"] for each in self.files}
        for each in self.packages.values():
            if each["filesAnalyzed"]:
                sums = "".join(sorted(by_id[file] for file in each["hasFiles"]))
                each["packageVerificationCode"] = {
                    "packageVerificationCodeValue": hashlib.sha1(sums.encode()).hexdigest()}
                each["licenseInfoFromFiles"] = ["NOASSERTION"]

    def text(self):
        self.verification_codes()
        packages = [self.packages[name] for name in sorted(self.packages)]
        content = json.dumps([packages, self.files]).encode()
        created = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
        return json.dumps({
            "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": self.name,
            "documentNamespace": f"{HOMEPAGE}/spdx/{self.name}-{hashlib.sha256(content).hexdigest()[:32]}",
            "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"),
                             "creators": [f"Tool: saltdesk-sbom-{self.version}", "Organization: The Saltdesk developers"]},
            "hasExtractedLicensingInfos": [{
                "licenseId": "LicenseRef-public-domain", "name": "Public domain",
                "extractedText": "The authors have put the library into the public domain."}],
            "packages": packages, "files": self.files, "relationships": self.relationships}, indent=1)


def with_headers(document):
    for name in HEADERS:
        document.relate(document.own["SPDXID"], "STATIC_LINK", document.debian(package(name))["SPDXID"])


def with_loaded(document):
    for name in LOADED:
        document.relate(document.own["SPDXID"], "DEPENDS_ON", document.debian(package(name))["SPDXID"])


def bundle(tree, version):
    document = Document("saltdesk-x86_64.run", version)
    linked = {name for program in PROGRAMS for name in needed(tree / "bin" / program)}
    for path in sorted(path for path in tree.rglob("*") if path.is_file()):
        name = str(path.relative_to(tree))
        if name.startswith("share/doc/"):
            continue
        found = origin(tree, path)
        holder = document.debian(found) if found else document.own
        document.file(name, path.read_bytes(), holder)
        kind = "DYNAMIC_LINK" if path.name in linked else "CONTAINS"
        relation = (document.own["SPDXID"], kind, holder["SPDXID"])
        if found and not any(tuple(each.values()) == relation for each in document.relationships):
            document.relate(*relation)
    with_headers(document)
    return document.text()


def system(folder, version):
    document = Document("saltdesk", version)
    for name in sorted({name for program in PROGRAMS for name in needed(folder / program)}):
        if not re.match(r"(ld-linux|lib(c|m|stdc\+\+|gcc_s)\.so)", name):
            holder = document.debian(owner_of_library(name))
            document.relate(document.own["SPDXID"], "DYNAMIC_LINK", holder["SPDXID"])
            if name.startswith(IN_THE_RPM):
                document.relate(document.own["SPDXID"], "CONTAINS", holder["SPDXID"])
                document.file(f"usr/lib/saltdesk/{name}", Path(LIBRARIES, name).read_bytes(), holder)
    with_headers(document)
    with_loaded(document)
    return document.text()


def licences(tree):
    target = tree / "share/doc/saltdesk/licences"
    for path in sorted(tree.rglob("*")):
        found = origin(tree, path) if path.is_file() else None
        if found:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(found.copyright_file, target / found.name)
    # The texts that those files only name.
    common = target / "common"
    common.mkdir(exist_ok=True)
    for path in sorted(Path("/usr/share/common-licenses").iterdir()):
        if not path.is_symlink():
            shutil.copyfile(path, common / path.name)


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "licences":
        licences(Path(arguments[1]))
    elif len(arguments) == 3 and arguments[0] in ("bundle", "system"):
        print({"bundle": bundle, "system": system}[arguments[0]](Path(arguments[1]), arguments[2]))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
