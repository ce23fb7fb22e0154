# SPDX-License-Identifier: Apache-2.0
"""Which Debian package of this machine a library comes from, and under which licence it is taken along."""
import json
import re
import subprocess
from functools import lru_cache
from pathlib import Path

TABLE = json.loads(Path(__file__).with_name("licences.json").read_text(encoding="utf-8"))
LIBRARIES = "/usr/lib/x86_64-linux-gnu"


class DebianPackage:
    def __init__(self, name, version, source, source_version):
        self.name, self.version = name, version
        self.source, self.source_version = source, source_version

    @property
    def licence(self):
        licence = TABLE["sources"].get(self.source)
        if licence is None:
            raise SystemExit(f"{self.name} ({self.source}): not in licences.json; read its copyright file first")
        for part in licence.split(" AND "):
            if part not in TABLE["allowed"]:
                raise SystemExit(f"{self.name}: may not be packed under {part}")
        return licence

    @property
    def copyright_file(self):
        return Path("/usr/share/doc") / self.name / "copyright"


@lru_cache(maxsize=None)
def owners():
    """Every installed file of a library or of Qt's, with its package: asking dpkg for each would take a minute."""
    found = {}
    for path in Path("/var/lib/dpkg/info").glob("*.list"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("/lib/x86_64", "/usr/lib/x86_64", "/usr/share/qt6/translations")):
                found[line.removeprefix("/usr")] = path.stem.split(":")[0]
    return found


def owner(path):
    """The package of an installed file."""
    name = owners().get(str(path).removeprefix("/usr"))
    if name is None:
        raise SystemExit(f"{path}: of no package")
    return package(name)


@lru_cache(maxsize=None)
def package(name):
    form = "${Package}\t${Version}\t${source:Package}\t${source:Version}\n"
    # The same package may be installed for two architectures, in the same version.
    line = subprocess.run(["dpkg-query", "-W", f"-f={form}", name], capture_output=True, text=True, check=True).stdout
    return DebianPackage(*line.splitlines()[0].split("\t"))


def needed(program):
    """The names of the libraries that a program is linked with."""
    text = subprocess.run(["readelf", "-d", str(program)], capture_output=True, text=True, check=True).stdout
    return re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", text)


def owner_of_library(name):
    # The file itself, for a link may be the work of ldconfig.
    return owner(Path(LIBRARIES, name).resolve(strict=True))
