# SPDX-License-Identifier: Apache-2.0
"""The self-extracting installer in systems without Qt: for one, for all, in bad places, in bad times."""
import os
import pty
import re
import subprocess
import unittest

from gi.repository import GLib

from proof import AS_ROOT, INSTALLER, NEWER, OLDER, VERSION, WHY_NOT, Proof, faked_installer, opened
from roots import bare, changes, desk

RUN = f"/tmp/{INSTALLER.name}"
HOME = "/home/agent/.local"
PROGRAM = f"{HOME}/bin/saltdesk"
ENTRY = "share/applications/io.github.saltdesk.Saltdesk.desktop"
FONTS = ("fonts-dejavu-core", "fontconfig-config")
# What the system itself brings; see packaging/installer/bundle.cmake.
OF_THE_SYSTEM = re.compile(r"(ld-linux-x86-64|libc|libm|libdl|libpthread|librt|libresolv|libstdc\+\+|libgcc_s)\.so")


class InstallerProof(Proof):
    """A bare system with the installer in it, and nothing of Qt."""

    system = "debian-12"
    kind = staticmethod(bare)

    @classmethod
    def setUpClass(cls):
        cls.root = opened(cls.kind, cls.system)
        cls.addClassCleanup(cls.root.close)
        cls.root.put(INSTALLER, RUN)

    def setUp(self):
        self.assertEqual([str(path) for path in self.root.path.rglob("libQt*")], [])
        self.addCleanup(self.clean)

    def clean(self):
        """For tests that share a system: all of them leave their traces in the home and in the folder of the fakes."""
        self.root.run("sh", "-c", "rm -rf ~/.local ~/.config /tmp/fake", user="root", HOME="/home/agent")

    def install(self, *arguments, run=RUN, **how):
        return self.root.run("sh", run, "--yes", *arguments, network=False, **how)

    def refused(self, said, *arguments, status=1, **how):
        """A single line that says why, and not a thing changed."""
        before = self.root.snapshot()
        ended = self.install(*arguments, check=False, **how)
        self.assertEqual(ended.returncode, status, ended.stdout)
        self.assertIn(said, ended.stdout)
        self.assertEqual(len(ended.stdout.splitlines()), 1, ended.stdout)
        self.assertTrue(ended.stdout.startswith("saltdesk installer: "))
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def version(self, program=PROGRAM, **how):
        return self.root.run(program, "--version", **how).stdout.strip()

    def fake(self, name, script):
        """A program of the system that behaves as on some worse computer; gives the PATH that finds it first."""
        folder = self.root.inside("/tmp/fake")
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
        return {"PATH": "/tmp/fake:/usr/bin:/bin:/usr/sbin:/sbin"}

    def answer(self, typed, meanwhile=lambda: None):
        """Somebody at a terminal, who types once he is asked; gives the status and all that was said."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(self.root.command("sh", RUN), stdin=theirs, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        said = b""
        while b"[Y/n]" not in said:
            more = process.stdout.read1()
            self.assertTrue(more, f"nothing was asked: {said}")
            said += more
        meanwhile()
        os.write(ours, typed)
        said += process.communicate(timeout=60)[0]
        os.close(ours)
        os.close(theirs)
        return process.returncode, said.decode()

    def put_faked(self, version):
        made = faked_installer(version)
        self.root.put(made, f"/tmp/{made.name}")
        return f"/tmp/{made.name}"


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class Installed(InstallerProof):
    def test_for_the_user_without_a_network_and_removed_without_a_trace(self):
        before = self.root.snapshot()
        said = self.install().stdout
        self.assertIn(f"Saltdesk {VERSION} is installed", said)
        self.assertEqual(self.version(), f"saltdesk {VERSION}")
        self.assertEqual(self.version(f"{HOME}/bin/saltdesk-sandbox"), f"saltdesk-sandbox {VERSION}")
        for path in (ENTRY, "share/man/man1/saltdesk.1.gz", "share/icons/hicolor/scalable/apps/saltdesk.svg",
                     "share/icons/hicolor/16x16/apps/saltdesk.png", "bin/saltdesk-uninstall"):
            self.assertTrue(self.root.inside(f"{HOME}/{path}").is_file(), path)
        outside = [path for path in changes(before, self.root.snapshot()) if not path.startswith("/home/agent")]
        self.assertEqual(outside, [])

        self.assertIn("is removed", self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes").stdout)
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def test_for_everybody_as_root(self):
        before = self.root.snapshot()
        self.install("--prefix", "/usr/local", user="root")
        self.assertEqual(self.version("saltdesk", user="agent"), f"saltdesk {VERSION}")
        self.root.run("saltdesk-uninstall", "--yes", user="root")
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def test_below_a_path_with_blanks_quotes_and_letters_of_other_scripts(self):
        prefix = "/home/agent/Büro \"Łódź\" 東京 100% $HOME `x` \\ it's"
        before = self.root.snapshot()
        self.install("--prefix", prefix)
        self.assertEqual(self.version(f"{prefix}/bin/saltdesk"), f"saltdesk {VERSION}")
        # As desktops read it: the text of the key file, then the words of the command.
        entry = GLib.KeyFile()
        entry.load_from_file(str(self.root.inside(f"{prefix}/{ENTRY}")), GLib.KeyFileFlags.NONE)
        words = GLib.shell_parse_argv(entry.get_string("Desktop Entry", "Exec"))[1]
        self.assertEqual([word.replace("%%", "%") for word in words], [f"{prefix}/bin/saltdesk", "%u"])
        self.install("--prefix", prefix)
        self.root.run(f"{prefix}/bin/saltdesk-uninstall", "--yes")
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def test_every_library_is_brought_along_or_of_every_system(self):
        self.install()
        folder = self.root.inside(f"{HOME}/lib/saltdesk/current").resolve()
        brought = {path.name for path in (folder / "lib").iterdir()}
        files = [*(folder / "bin").glob("saltdesk*"), *(folder / "lib").iterdir(), *(folder / "plugins").rglob("*.so")]
        self.assertGreater(len(files), 80)
        for path in files:
            text = subprocess.run(["readelf", "-d", str(path)], capture_output=True, text=True, check=True).stdout
            needed = set(re.findall(r"\(NEEDED\)\s+Shared library: \[(.+)\]", text))
            self.assertEqual({name for name in needed - brought if not OF_THE_SYSTEM.match(name)}, set(), path.name)
            self.assertIn("$ORIGIN", text, path.name)
            self.assertNotIn("(RPATH)", text, path.name)

    def test_licences_and_the_bill_of_materials_come_along(self):
        self.install()
        papers = self.root.inside(f"{HOME}/lib/saltdesk/current/share/doc/saltdesk")
        self.assertIn("GNU LESSER", (papers / "licences/common/LGPL-3").read_text().upper())
        self.assertIn("Qt", (papers / "licences/libqt6core6").read_text())
        self.assertIn("SPDX-2.3", (papers / "sbom.spdx.json").read_text())

    def test_a_computer_without_a_font_or_a_display_is_told(self):
        self.root.run("apt-get", "-qqy", "purge", *FONTS, user="root")
        self.install()
        self.assertIn("saltdesk: there is no display", self.root.run(PROGRAM, "--sandbox", check=False).stdout)
        ended = self.root.run(PROGRAM, "--sandbox", "--print", check=False, QT_QPA_PLATFORM="offscreen")
        self.assertEqual(ended.returncode, 1)
        self.assertIn("saltdesk: this computer has no fonts", ended.stdout)
        self.root.install(*FONTS)
        listed = self.root.run(PROGRAM, "--sandbox", "--print", QT_QPA_PLATFORM="offscreen").stdout
        self.assertIn("Rabobank", listed)

    def test_icons_and_pictures_are_drawn_by_our_plugins(self):
        self.install()
        self.root.install(*FONTS)
        said = self.root.run(PROGRAM, "--sandbox", "--screenshot", "/tmp/p.png", QT_QPA_PLATFORM="offscreen",
                             QT_DEBUG_PLUGINS="1").stdout
        self.assertRegex(said, r"versions/[^\"]*plugins/iconengines/libqsvgicon\.so\W+loaded library")
        self.assertNotIn("Cannot load library", said)
        self.assertEqual(re.findall(r'"(/usr/[^"]*plugins[^"]*)" loaded', said), [])

    def test_wayland(self):
        self.install()
        self.root.install("weston", *FONTS)
        said = self.root.run("bash", "-c", f"""
            export XDG_RUNTIME_DIR=$(mktemp -d)
            weston --backend=headless-backend.so --socket=wayland-9 --no-config >/tmp/weston.log 2>&1 &
            until [ -S $XDG_RUNTIME_DIR/wayland-9 ]; do kill -0 $! || exit; done
            WAYLAND_DISPLAY=wayland-9 QT_QPA_PLATFORM=wayland {PROGRAM} --sandbox --print""", timeout=120).stdout
        self.assertIn("Rabobank", said)

    def test_tls(self):
        self.install()
        self.root.install(*FONTS)
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(self.root.inside("/tmp/key.pem")),
                        "-out", str(self.root.inside("/tmp/certificate.pem"))], check=True, capture_output=True)
        self.root.inside("/tmp/key.pem").chmod(0o644)
        said = self.root.run("bash", "-c", f"""
            exec {{line}}< <(exec {PROGRAM}-sandbox --certificate /tmp/certificate.pem --key /tmp/key.pem \
                --app-id app --secret secret)
            read -r -u $line keys
            port=$(sed 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/' <<<"$keys")
            {PROGRAM} --base-url https://127.0.0.1:$port/api/v5 --ca-certificate /tmp/certificate.pem \
                --customer helpdesk-000123 --print""",
                             QT_QPA_PLATFORM="offscreen", SALTDESK_APP_ID="app", SALTDESK_SECRET="secret").stdout
        self.assertIn("Rabobank", said)


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class BadPlaces(InstallerProof):
    def test_another_architecture(self):
        path = self.fake("uname", 'case $1 in -m) echo aarch64 ;; *) exec /usr/bin/uname "$@" ;; esac')
        self.refused("for x86_64, and this computer is aarch64", **path)

    def test_another_system(self):
        self.refused("for Linux, and this is FreeBSD", **self.fake("uname", "echo FreeBSD"))

    def test_a_c_library_that_is_too_old(self):
        self.refused("or later is needed, and this system has 2.31", **self.fake("getconf", "echo glibc 2.31"))

    def test_a_c_library_of_another_kind(self):
        self.refused("this system has another one", **self.fake("getconf", "exit 1"))

    def test_a_system_on_which_the_program_does_not_start(self):
        # As with a kernel or a security module that forbids programs below the home.
        self.refused_on("mount -t tmpfs -o noexec none /mnt", "it does not run here, so nothing was changed")

    def test_no_room(self):
        self.refused_on("mount -t tmpfs -o size=20m none /mnt", "MB are needed below '/mnt/'")

    def test_room_that_vanishes_while_it_is_unpacked(self):
        path = self.fake("df", 'printf "h\\nfs 1 1 99999999 1%% /\\n"')
        self.refused_on("mount -t tmpfs -o size=20m none /mnt", "is the disk full? Nothing was changed", lines=None, **path)

    def refused_on(self, mount, said, lines=1, **how):
        """As `refused`, on a file system that is there for this run only, so it is looked at in the same run."""
        ended = self.root.run("sh", "-c", f"{mount} && sh {RUN} --yes --prefix /mnt; echo status $?; ls -A /mnt",
                              user="root", **how)
        said_lines = ended.stdout.splitlines()
        self.assertEqual(said_lines[-1], "status 1", ended.stdout)
        self.assertIn(said, ended.stdout)
        if lines is not None:
            self.assertEqual(len(said_lines), lines + 1, ended.stdout)

    def test_a_network_share_with_blanks_in_its_name_and_room(self):
        self.install(**self.fake("df", 'printf "h\\n//nas/home dirs 1 1 99999999 1%% /home\\n"'))
        self.assertEqual(self.version(), f"saltdesk {VERSION}")

    def test_a_desktop_that_talks_into_every_program(self):
        self.install(LD_PRELOAD="libgtk3-nocsd.so.0")
        self.assertEqual(self.version(), f"saltdesk {VERSION}")

    def test_run_from_a_pipe(self):
        ended = self.root.run("sh", "-c", f"cat {RUN} | sh -s -- --yes", check=False)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("this must be run as a file: sh FILE", ended.stdout)
        self.assertFalse(self.root.inside(HOME).exists())

    def test_what_is_somebody_elses_is_neither_written_over_nor_removed(self):
        for path in ("lib/saltdesk/versions/mine/file", "lib/saltdesk/notes.txt", "share/man/man1/saltdesk.1.gz"):
            self.root.run("sh", "-c", f"mkdir -p {HOME}/$(dirname {path}) && echo mine >{HOME}/{path}")
            self.refused("is there already and is not from this installer")
            self.clean()

    def test_folders_that_are_links_elsewhere(self):
        for link in ("bin", "lib", "share", "lib/saltdesk"):
            self.root.run("sh", "-c", f"mkdir -p ~/elsewhere {HOME}/lib && rmdir {HOME}/{link} 2>/dev/null; ln -s ~/elsewhere {HOME}/{link}")
            before = self.root.snapshot("/home/agent")
            self.install()
            self.assertEqual(self.version(), f"saltdesk {VERSION}")
            self.install()
            running = self.root.run("bash", "-c", f"exec {{line}}< <(exec {HOME}/bin/saltdesk-sandbox); read -r -u $line _; "
                                                  f"{HOME}/bin/saltdesk-uninstall --yes", check=False)
            self.assertIn("Saltdesk is running", running.stdout, link)
            self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes")
            left = [path for path in changes(before, self.root.snapshot("/home/agent"))]
            # A folder that a link leads to is the user's.
            self.assertEqual([path for path in left if "elsewhere" not in path], [], link)
            self.assertEqual(self.root.run("find", "/home/agent/elsewhere", "-type", "f").stdout, "", link)
            self.root.run("rm", "-rf", "/home/agent/elsewhere")
            self.clean()

    def test_a_place_that_is_read_only(self):
        self.refused_on("mount -t tmpfs -o ro none /mnt", "can't be written to")

    def test_a_place_that_belongs_to_somebody_else(self):
        self.refused("can't be written to; install as root", "--prefix", "/usr/local")

    def test_a_file_where_a_folder_should_be(self):
        self.root.run("sh", "-c", "echo mine >~/.local")
        self.refused("is in the way")

    def test_a_program_of_that_name_that_is_not_ours(self):
        self.root.run("sh", "-c", "mkdir -p ~/.local/bin && echo mine >~/.local/bin/saltdesk")
        self.refused("is not from this installer")

    def test_a_download_that_broke_off(self):
        self.root.inside("/tmp/part.run").write_bytes(INSTALLER.read_bytes()[:-1000])
        self.refused("incomplete; fetch it again", run="/tmp/part.run")

    def test_a_download_with_a_wrong_bit(self):
        content = bytearray(INSTALLER.read_bytes())
        content[-1000] ^= 1
        self.root.inside("/tmp/wrong.run").write_bytes(content)
        self.refused("damaged; fetch it again", run="/tmp/wrong.run")

    def test_arguments_that_make_no_sense(self):
        self.refused("unknown argument '--force'", "--force", status=2)
        self.refused("--prefix needs a folder", "--prefix", status=2)

    def test_nothing_to_remove(self):
        self.refused("is not installed below", "--uninstall")

    def test_nobody_to_ask(self):
        ended = self.root.run("sh", RUN, check=False)
        self.assertEqual((ended.returncode, ended.stdout),
                         (1, "saltdesk installer: there is no terminal to ask on; --yes goes on without asking\n"))
        self.assertFalse(self.root.inside(HOME).exists())

    def test_somebody_who_says_no_and_then_yes(self):
        self.assertIn("nothing was changed", self.answer(b"n\n")[1])
        self.assertFalse(self.root.inside(HOME).exists())
        self.assertIn("is installed", self.answer(b"\n")[1])
        self.assertEqual(self.version(), f"saltdesk {VERSION}")


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class BadTimes(InstallerProof):
    def versions(self):
        return sorted(path.name.rsplit(".", 1)[0] for path in self.root.inside(f"{HOME}/lib/saltdesk/versions").iterdir())

    def interrupt(self, signal):
        """Stops an installation that is just unpacking, as Ctrl+C or a power cut would; gives its status."""
        script = f"""
            export PATH=/tmp/fake:$PATH
            mkfifo /tmp/never
            setsid sh {RUN} --yes >/tmp/said 2>&1 &
            until [ -e /tmp/unpacking ]; do :; done
            kill -{signal} -- -$!
            wait $!
            echo $?
            rm -f /tmp/never /tmp/unpacking"""
        self.fake("tar", '/usr/bin/tar "$@"; : >/tmp/unpacking; read -r _ </tmp/never')
        return self.root.run("bash", "-c", script).stdout.split()[-1]

    def test_interrupted_nothing_is_left(self):
        before = self.root.snapshot()
        self.assertEqual(self.interrupt("TERM"), "130")
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def test_interrupted_while_an_older_version_is_there_that_one_stays(self):
        self.install(run=self.put_faked(OLDER))
        before = self.root.snapshot()
        self.assertEqual(self.interrupt("TERM"), "130")
        self.assertEqual(changes(before, self.root.snapshot()), [])
        self.assertEqual(self.version(), f"saltdesk {OLDER}")

    def test_after_a_power_cut_the_next_installation_cleans_up(self):
        self.assertEqual(self.interrupt("KILL"), "137")
        self.assertFalse(self.root.inside(PROGRAM).exists())
        self.install()
        self.assertEqual(self.version(), f"saltdesk {VERSION}")
        self.assertEqual(self.versions(), [VERSION])

    def test_two_at_once(self):
        ended = self.root.run("bash", "-c", f"""
            mkdir -p {HOME}/lib/saltdesk
            exec 8>{HOME}/lib/saltdesk/.lock; flock 8
            sh {RUN} --yes""", check=False)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("another installation", ended.stdout)

    def test_a_lock_of_somebody_who_is_gone_locks_nobody_out(self):
        self.root.run("sh", "-c", f"mkdir -p {HOME}/lib/saltdesk; echo 1 >{HOME}/lib/saltdesk/.lock")
        self.install()
        self.assertEqual(self.version(), f"saltdesk {VERSION}")

    def test_an_installation_that_came_while_the_question_stood_there(self):
        newer = self.put_faked(NEWER)
        status, said = self.answer(b"y\n", meanwhile=lambda: self.install(run=newer))
        self.assertIn(f"Saltdesk {NEWER} is installed, and this is the older", said)
        self.assertEqual(status, 1)
        self.assertEqual(self.version(), f"saltdesk {NEWER}")
        self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes")
        self.assertFalse(self.root.inside(HOME).exists())

    def test_a_removal_that_can_not_remove_all_can_be_made_again(self):
        before = self.root.snapshot()
        self.install()
        folder = f"{HOME}/share/man/man1"
        self.root.run("chown", "root", folder, user="root")
        ended = self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes", check=False)
        self.assertEqual(ended.returncode, 1)
        self.assertIn(f"{folder}/saltdesk.1.gz", ended.stdout)
        self.root.run("chown", "agent", folder, user="root")
        self.root.run("sh", f"{HOME}/lib/saltdesk/installer", "--uninstall", "--yes", "--prefix", HOME)
        self.assertEqual(changes(before, self.root.snapshot()), [])

    def test_an_older_version_is_replaced_and_the_settings_are_kept(self):
        self.install(run=self.put_faked(OLDER))
        self.assertEqual(self.version(), f"saltdesk {OLDER}")
        self.root.run("sh", "-c", "mkdir -p ~/.config/Saltdesk && echo kept >~/.config/Saltdesk/saltdesk.ini")
        settings = self.settings()
        self.install()
        self.assertEqual(self.version(), f"saltdesk {VERSION}")
        self.assertEqual(self.settings(), settings)
        self.assertEqual(self.versions(), [VERSION])
        self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes")
        self.assertEqual(self.settings(), settings)

    def test_a_newer_version_is_left_alone(self):
        self.install(run=self.put_faked(NEWER))
        self.refused(f"Saltdesk {NEWER} is installed, and this is the older {VERSION}")
        self.assertEqual(self.version(), f"saltdesk {NEWER}")

    def test_the_same_version_again_repairs(self):
        self.install()
        self.root.run("sh", "-c", f"rm -r {HOME}/lib/saltdesk/current/lib {HOME}/{ENTRY}")
        self.install()
        self.assertEqual(self.version(), f"saltdesk {VERSION}")
        self.assertTrue(self.root.inside(f"{HOME}/{ENTRY}").is_file())
        self.assertEqual(self.versions(), [VERSION])

    def test_a_program_that_runs_goes_on_running_until_it_ends(self):
        older = self.put_faked(OLDER)
        script = f"""
            sh {older} --yes
            exec {{line}}< <(exec {HOME}/bin/saltdesk-sandbox)
            read -r -u $line keys
            sh {RUN} --yes
            {HOME}/bin/saltdesk-uninstall --yes; echo "removal: $?"
            # It answers still, and what it was started from is there.
            port=$(sed 's/.*127.0.0.1:\\([0-9]*\\).*/\\1/' <<<"$keys")
            exec 3<>/dev/tcp/127.0.0.1/$port; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; head -n 1 <&3
            ls {HOME}/lib/saltdesk/versions"""
        said = self.root.run("bash", "-c", script).stdout
        self.assertIn(f"the program that runs stays {OLDER} until it is started again", said)
        self.assertIn("Saltdesk is running; end it first. Nothing was changed", said)
        self.assertIn("removal: 1", said)
        self.assertRegex(said, r"HTTP/1\.\d \d\d\d")
        self.assertEqual(self.versions(), [OLDER, VERSION])
        self.assertEqual(self.version(), f"saltdesk {VERSION}")
        # It ended with that run; the next installation takes away what it was kept for.
        self.install()
        self.assertEqual(self.versions(), [VERSION])


@unittest.skipUnless(AS_ROOT, WHY_NOT)
class Used(InstallerProof):
    """On a desk: in a window, over the accessibility bus. No keychain is there."""

    kind = staticmethod(desk)

    def test_it_is_installed_started_upgraded_and_removed(self):
        before = self.root.snapshot()
        self.install(run=self.put_faked(OLDER))
        self.see(PROGRAM, f"run-{self.system}-older")
        settings = self.settings()
        self.assertIn("/home/agent/.config/Saltdesk/saltdesk.ini", settings)
        self.install()
        self.assertEqual(self.settings(), settings)
        self.see(PROGRAM, f"run-{self.system}")
        self.root.run(f"{HOME}/bin/saltdesk-uninstall", "--yes")
        self.assert_only_the_users_own(before, self.root.snapshot())
        self.assertEqual(self.settings().keys(), settings.keys())


class UsedOnUbuntu(Used):
    system = "ubuntu-26.04"


if __name__ == "__main__":
    unittest.main()
