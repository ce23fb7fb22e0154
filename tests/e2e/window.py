# SPDX-License-Identifier: Apache-2.0
"""The real program in a real window, seen as a screen reader sees it: over the accessibility bus, and typed at with keys."""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402  (needs the version above)

PATIENCE = 20.0


class NotSeen(AssertionError):
    """What was waited for did not come."""


def wait_until(condition, what, patience=PATIENCE):
    """Asks again and again until the condition gives something; never sleeps longer than it has to."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except (RuntimeError, LookupError, NotImplementedError, gi.repository.GLib.Error):
            value = None  # the object went away between two questions
        if value:
            return value
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(0.02)


class Window:
    """Owns the process. Objects are found by role and accessible name, the same names that the manual uses."""

    def __init__(self, program, *arguments, environment=None):
        env = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", **(environment or {}))
        self.process = subprocess.Popen([program, *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.root = wait_until(self._application, "the program on the accessibility bus")
        self.active_window()

    def _application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                return application
        return None

    def active_window(self):
        """Waits until one of the program's windows has the focus, so that keys reach it."""
        def active():
            for window in self.root:
                if window.getState().contains(pyatspi.STATE_ACTIVE):
                    return window
            return None
        return wait_until(active, "an active window")

    def all(self, role, name=None):
        """Every showing object of a role, and of a name or of a start of a name that ends in '…'."""
        def fits(thing):
            if thing.getRole() != role or not thing.getState().contains(pyatspi.STATE_SHOWING):
                return False
            if name is None:
                return True
            return thing.name.startswith(name[:-1]) if name.endswith("…") else thing.name == name
        try:
            return pyatspi.findAllDescendants(self.root, fits)
        except TypeError as gone:  # what pyatspi makes of a window that closes while it is walked through
            raise LookupError("a part of the window went away") from gone

    def find(self, role, name):
        return wait_until(lambda: next(iter(self.all(role, name)), None), f"{role} '{name}'")

    def gone(self, role, name):
        wait_until(lambda: not self.all(role, name), f"{role} '{name}' to go away")

    def rows(self):
        """The table's rows as lists of texts."""
        table = self.find(pyatspi.ROLE_TABLE, "Connections").queryTable()
        return [[self._cell(table, row, column) for column in range(table.nColumns)] for row in range(table.nRows)]

    @staticmethod
    def _cell(table, row, column):
        cell = table.getAccessibleAt(row, column)
        if cell is None:
            raise LookupError("the row went away while it was read")
        return cell.name

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "5", "--", text], check=True)

    def press(self, role, name):
        """Presses a button or checks a box, as a screen reader's user does."""
        thing = self.find(role, name)
        wait_until(lambda: thing.getState().contains(pyatspi.STATE_ENABLED), f"'{name}' to be enabled")
        action = thing.queryAction()
        for index in range(action.nActions):
            if action.getName(index).lower() in ("press", "toggle", "check", "click"):
                action.doAction(index)
                return
        raise NotSeen(f"an action to press '{name}'")

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def close(self):
        """Ends the program with its own key; gives its exit status."""
        self.active_window()
        self.keys("ctrl+q")
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()
