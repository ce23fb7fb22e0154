# SPDX-License-Identifier: Apache-2.0
"""What stands on the agent's desk beside the window: his home, his browser, other programs, the desktop's notices."""
import json
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

from window import Window, wait_until

PROGRAM = os.environ["SALTDESK_PROGRAM"]
BROWSER = "#!/bin/sh\nprintf '%s\\n' \"$1\" >>\"$SALTDESK_TEST_BROWSER\"\n"


class Desk:
    """A home of its own per agent, with a browser that only writes down where it was sent."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory()
        self.home = Path(self._folder.name)
        self.visits = self.home / "visits"
        browser = self.home / "bin" / "xdg-open"
        browser.parent.mkdir()
        browser.write_text(BROWSER)
        browser.chmod(0o755)
        self.environment = {
            "PATH": f"{browser.parent}:{os.environ['PATH']}", "BROWSER": str(browser),
            "SALTDESK_TEST_BROWSER": str(self.visits), "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_CACHE_HOME": str(self.home / "cache")}

    def pages(self):
        """The addresses the browser was sent to, oldest first."""
        return self.visits.read_text().split() if self.visits.exists() else []

    def files_with(self, text):
        """Files the program left behind that hold a text, with what stands around it."""
        found = []
        for path in self.home.rglob("*"):
            # The trail's hashes hold any six digits sooner or later.
            content = re.sub(rb'"(hash|prev)":"[0-9a-f]{64}"', b"", path.read_bytes()) if path.is_file() else b""
            at = content.find(text.encode())
            if at >= 0 and path != self.visits:
                found.append(f"{path}: {content[max(0, at - 60):at + 60]}")
        return found

    def cleanup(self):
        self._folder.cleanup()


class Program(Window):
    """Saltdesk on a sandbox at a desk. What it wrote to its outputs is kept when it ends."""

    def __init__(self, sandbox, desk, *arguments):
        self.output = b""
        super().__init__(PROGRAM, "--base-url", sandbox.base_url, *arguments,
                         environment={**sandbox.environment, **desk.environment})

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        if not self.process.stdout.closed:
            self.output += b"".join(self.process.communicate())


def decide(address, decision):
    """What the customer does at the bank's page; his browser then follows the way back. Gives the last page's text."""
    page = urllib.request.urlopen(address, timeout=10).read().decode()
    if not re.search(rf'name="decision" value="{decision}"', page):
        raise AssertionError(f"the bank's page does not offer '{decision}': {page[:300]}")
    form = urllib.parse.urlencode({"decision": decision}).encode()
    return urllib.request.urlopen(address, form, timeout=10).read().decode()


def connect_by_link(address, **fields):
    """What the customer does at the page that a connect link leads to; gives the last page's text."""
    page = urllib.request.urlopen(address, timeout=10).read().decode()
    for name in fields:
        if f'name="field-{name}"' not in page:
            raise AssertionError(f"the page does not ask for '{name}': {page[:300]}")
    form = urllib.parse.urlencode({f"field-{name}": text for name, text in fields.items()}).encode()
    return urllib.request.urlopen(address, form, timeout=10).read().decode()


class Notices:
    """The desktop's notification service, as a process of its own on the session bus."""

    def __init__(self):
        self.process = subprocess.Popen([sys.executable, str(Path(__file__).with_name("notices.py"))],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            raise AssertionError("the session bus has another notification service already")
        os.set_blocking(self.process.stdout.fileno(), False)
        self._seen = []

    def seen(self):
        """What arrived so far, as objects with 'method' and its arguments."""
        while line := self.process.stdout.readline():
            self._seen.append(json.loads(line))
        return self._seen

    def titled(self, title):
        """The numbers of the notices with this title: the service counts them from one."""
        shown = [each for each in self.seen() if each["method"] == "Notify"]
        return [number for number, each in enumerate(shown, 1) if each["arguments"][3] == title]

    def click(self, number):
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class OtherWindow:
    """Some other program that has the focus."""

    TITLE = "Another program"

    def __init__(self):
        self.process = subprocess.Popen(["xmessage", "-title", self.TITLE, "-center", self.TITLE],
                                        stderr=subprocess.DEVNULL)
        self.take_focus()

    def take_focus(self):
        wait_until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", self.TITLE, "windowactivate"],
                                          capture_output=True, timeout=5).returncode == 0, self.TITLE)
        wait_until(self.is_active, f"{self.TITLE} in front")

    def is_active(self):
        return self.TITLE in subprocess.run(["xdotool", "getactivewindow", "getwindowname"], timeout=5,
                                            capture_output=True, text=True).stdout

    def kill(self):
        self.process.kill()
        self.process.communicate()
