# SPDX-License-Identifier: Apache-2.0
"""Systems that hold nothing of this machine: made by debootstrap, entered with namespaces of their own, thrown away."""
import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

CACHE = Path(os.environ["SALTDESK_ROOTS"])

# A desk: a display with a window manager, the accessibility bus, a font. No Qt.
DESK = ("xvfb openbox dbus at-spi2-core python3-pyatspi python3-gi gir1.2-atspi-2.0 xdotool fonts-dejavu-core").split()
# Debian has no package of Ubuntu's keys. This one is known by its sum, so nothing has to be trusted on the way.
UBUNTU_KEYS = ("http://archive.ubuntu.com/ubuntu/pool/main/u/ubuntu-keyring/ubuntu-keyring_2023.11.28.1build1_all.deb",
               "c377ccf26964f4c206c05c0bc7adb708e031beb919bb9a0ff63af983d064cd66")

SYSTEMS = {
    "debian-12": {"suite": "bookworm", "mirror": "http://deb.debian.org/debian", "components": "main"},
    "ubuntu-26.04": {"suite": "resolute", "mirror": "http://archive.ubuntu.com/ubuntu", "components": "main,universe",
                     "script": "/usr/share/debootstrap/scripts/gutsy"},
}
# Made anew by a package manager at any time, whatever is installed or removed.
STATE_OF_PACKAGES = ("/var/lib/dpkg/", "/var/lib/apt/", "/var/cache/", "/var/log/", "/var/lib/rpm/", "/etc/ld.so.cache",
                     "/var/lib/ucf/", "/etc/machine-id", "/var/lib/systemd/")


class Unavailable(RuntimeError):
    """The packages of a system can't be had here."""


def reachable(system):
    what = SYSTEMS[system]
    return subprocess.run(["curl", "-sfIm", "20", f"{what['mirror']}/dists/{what['suite']}/Release"],
                          capture_output=True, check=False).returncode == 0


def ubuntu_keyring():
    keyring = CACHE / "ubuntu-archive-keyring.gpg"
    if not keyring.exists():
        url, expected = UBUNTU_KEYS
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder, "keyring.deb")
            subprocess.run(["curl", "-sfm", "60", "-o", str(package), url], check=True)
            if hashlib.sha256(package.read_bytes()).hexdigest() != expected:
                raise Unavailable("the package of Ubuntu's keys is not the one that is known")
            subprocess.run(["dpkg-deb", "-x", str(package), folder], check=True)
            shutil.copyfile(Path(folder, "usr/share/keyrings/ubuntu-archive-keyring.gpg"), keyring)
    return keyring


def bare(system):
    """The archive of a system's smallest form."""
    archive = CACHE / f"{system}-bare.tar"
    if not archive.exists():
        if not reachable(system):
            raise Unavailable(f"{system}: its packages can't be had here")
        what = SYSTEMS[system]
        with tempfile.TemporaryDirectory(dir=CACHE) as folder:
            options = ["--variant=minbase", f"--components={what['components']}"]
            if system.startswith("ubuntu"):
                options.append(f"--keyring={ubuntu_keyring()}")
            command = ["debootstrap", *options, what["suite"], folder, what["mirror"], what.get("script", "")]
            subprocess.run([word for word in command if word], check=True, stdout=subprocess.DEVNULL)
            subprocess.run(["chroot", folder, "useradd", "--create-home", "--shell", "/bin/bash", "agent"], check=True)
            pack(folder, archive)
    return archive


def desk(system):
    """The archive of the same with a desk in it."""
    archive = CACHE / f"{system}-desk.tar"
    if not archive.exists():
        with Root(bare(system)) as root:
            root.install(*DESK)
            pack(root.path, archive)
    return archive


def pack(folder, archive):
    partial = archive.with_suffix(".part")
    subprocess.run(["tar", "--create", "--xattrs", "--one-file-system", "-C", folder, "-f", str(partial), "."], check=True)
    partial.rename(archive)


class Root:
    """A system in a folder of its own. Owns the folder; `close` removes it."""

    def __init__(self, archive):
        self.path = Path(tempfile.mkdtemp(prefix="root-", dir=CACHE))
        subprocess.run(["tar", "--extract", "--xattrs", "--numeric-owner", "-C", str(self.path), "-f", str(archive)], check=True)
        # Whoever made it kept its folder to himself.
        self.path.chmod(0o755)
        # Names of hosts are the only thing it takes from here; debootstrap did the same.
        shutil.copyfile("/etc/resolv.conf", self.path / "etc/resolv.conf")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        shutil.rmtree(self.path)

    def command(self, *arguments, user="agent", network=True, before="", **environment):
        """What starts a program inside: its own processes and mounts, which end with it."""
        home = "/root" if user == "root" else f"/home/{user}"
        setting = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": home, "LANG": "C.UTF-8",
                   "USER": user, "DEBIAN_FRONTEND": "noninteractive", **environment}
        enter = f"""
            root=$1 user=$2; shift 2
            mount -t proc proc "$root/proc"
            mount --rbind /dev "$root/dev"
            {before}
            exec chroot --userspec="$user" "$root" env -i "$@" """
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"]),
                "bash", "-ec", enter, "--", str(self.path), user,
                *(f"{name}={value}" for name, value in setting.items()), *arguments]

    def run(self, *arguments, check=True, timeout=600, **how):
        """Runs a program to its end. What it said to both outputs is `stdout`."""
        ended = subprocess.run(self.command(*arguments, **how), text=True, stdin=subprocess.DEVNULL, timeout=timeout,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if check and ended.returncode != 0:
            raise AssertionError(f"{' '.join(arguments)}: {ended.returncode}\n{ended.stdout[-4000:]}")
        return ended

    def install(self, *packages):
        self.run("apt-get", "-qq", "update", user="root")
        self.run("apt-get", "-qqy", "--no-install-recommends", "install", *packages, user="root")

    def inside(self, path):
        """A path of the system, as this machine sees it."""
        return self.path / str(path).lstrip("/")

    def put(self, source, target):
        shutil.copy(source, self.inside(target))

    def snapshot(self, below="/", ignore=STATE_OF_PACKAGES):
        """Everything that lies there: path → kind, mode, owner and content."""
        found = {}
        apart = {"/proc", "/sys", "/dev", "/run", "/tmp"}
        for folder, folders, files in os.walk(self.inside(below)):
            inner = "/" + str(Path(folder).relative_to(self.path)).lstrip(".")
            folders[:] = [name for name in folders if os.path.join(inner, name) not in apart]
            for name in folders + files:
                path = os.path.join(inner, name)
                if not (path + "/").startswith(ignore) and not path.startswith(ignore):
                    found[path] = self._entry(Path(folder, name))
        return found

    @staticmethod
    def _entry(path):
        status = path.lstat()
        entry = (stat.filemode(status.st_mode), status.st_uid, status.st_gid)
        if path.is_symlink():
            return (*entry, os.readlink(path))
        return (*entry, hashlib.sha1(path.read_bytes()).hexdigest()) if path.is_file() else entry


def changes(before, after):
    """The paths that are different, in order."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
