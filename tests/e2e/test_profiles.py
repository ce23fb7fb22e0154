# SPDX-License-Identifier: Apache-2.0
"""A stranger with keys: from the first start to his connections, and the next day without typing anything."""
import os
import subprocess
import time
import unittest

import pyatspi

from desk import Desk
from sandbox import Sandbox
from window import Window, wait_until

PROGRAM = os.environ["SALTDESK_PROGRAM"]


class Profiles(unittest.TestCase):
    def setUp(self):
        self.desk = Desk()
        self.addCleanup(self.desk.cleanup)
        self.sandbox = Sandbox()
        self.addCleanup(self.sandbox.kill)
        self.secret = self.sandbox.headers["Secret"]

    def start(self, *arguments):
        window = Window(PROGRAM, *arguments, environment=self.desk.environment)
        self.addCleanup(window.kill)
        return window

    def says(self, window, words):
        return wait_until(lambda: any(words in label.name for label in window.all(pyatspi.ROLE_LABEL)), words)

    def fill(self, window, field, text):
        window.find(pyatspi.ROLE_TEXT, field).queryComponent().grabFocus()
        window.keys("ctrl+a")
        window.type(text)

    def fill_secret(self, window, text):
        window.find(pyatspi.ROLE_PASSWORD_TEXT, "Secret").queryComponent().grabFocus()
        window.keys("ctrl+a")
        window.type(text)

    def test_the_sandbox_is_one_key_away(self):
        window = self.start()
        window.find(pyatspi.ROLE_DIALOG, "Welcome")
        window.keys("Return")
        wait_until(lambda: len(window.rows()) == 7, "the demo customer's seven connections")

    def test_a_link_opens_in_the_program_that_runs(self):
        window = self.start()
        window.find(pyatspi.ROLE_DIALOG, "Welcome")
        window.keys("Return")
        wait_until(lambda: len(window.rows()) == 7, "the demo customer's seven connections")
        customer = window.rows()[0][3]
        # The browser starts it; it ends at once and well, and the customer is in the window that was there.
        environment = dict(os.environ, **self.desk.environment)
        connection = "111111111111111111"
        window.keys("ctrl+k")
        window.type("helpdesk-000101")
        window.keys("Return")
        wait_until(lambda: {row[3] for row in window.rows()} == {"helpdesk-000101"}, "another customer")
        other = subprocess.run([PROGRAM, f"saltdesk://connection/{connection}"], env=environment, timeout=20, check=False)
        self.assertEqual(other.returncode, 0)
        wait_until(lambda: {row[3] for row in window.rows()} == {customer}, "the connection's customer")

    def test_a_stranger_with_keys_is_connected_within_a_minute(self):
        began = time.monotonic()
        window = self.start()
        window.find(pyatspi.ROLE_DIALOG, "Welcome")
        window.press(pyatspi.ROLE_PUSH_BUTTON, "Connect with my keys")
        self.fill(window, "Name", "Acme, test")
        self.fill(window, "Address of the API", self.sandbox.base_url)
        self.fill(window, "App-id", self.sandbox.headers["App-id"])
        self.fill_secret(window, "not-the-secret")
        window.keys("Return")
        self.says(window, "ApiKeyNotFound")
        self.assertEqual(self.desk.files_with("Acme, test"), [], "saved before it was proved")
        window.press(pyatspi.ROLE_PUSH_BUTTON, "Back")
        self.fill_secret(window, self.secret)
        window.keys("Return")
        window.find(pyatspi.ROLE_TEXT, "Find customer or connection")
        window.gone(pyatspi.ROLE_DIALOG, "Welcome")
        self.assertLess(time.monotonic() - began, 60)
        self.assertEqual(window.close(), 0)

        # The next day nothing is typed but the customer.
        again = self.start("--customer", "helpdesk-000101")
        wait_until(lambda: again.rows(), "the customer's connections")
        again.keys("ctrl+comma")
        again.find(pyatspi.ROLE_DIALOG, "Profiles")
        again.keys("Escape")
        again.gone(pyatspi.ROLE_DIALOG, "Profiles")
        self.assertEqual(again.close(), 0)

        # And after that not even he: the profile opens where the agent left it.
        third = self.start()
        wait_until(lambda: {row[3] for row in third.rows()} == {"helpdesk-000101"}, "the customer of the day before")
        self.assertEqual(third.close(), 0)
        self.assertEqual(self.desk.files_with(self.secret), [], "the secret lies in a file")

    def test_profiles_are_switched_by_key(self):
        window = self.start()
        window.find(pyatspi.ROLE_DIALOG, "Welcome")
        window.press(pyatspi.ROLE_PUSH_BUTTON, "Connect with my keys")
        self.fill(window, "Name", "Acme")
        self.fill(window, "Address of the API", self.sandbox.base_url)
        self.fill(window, "App-id", self.sandbox.headers["App-id"])
        self.fill_secret(window, self.secret)
        window.keys("Return")
        window.find(pyatspi.ROLE_TEXT, "Find customer or connection")
        window.active_window()
        window.keys("ctrl+2")
        wait_until(lambda: len(window.rows()) == 7, "the sandbox's demo customer")


if __name__ == "__main__":
    unittest.main()
