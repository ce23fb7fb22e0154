# SPDX-License-Identifier: Apache-2.0
"""The agent's call, on the embedded sandbox, with the keyboard and the accessibility bus alone."""
import os
import unittest

import pyatspi

from window import Window, wait_until

PROGRAM = os.environ["SALTDESK_PROGRAM"]


class Call(unittest.TestCase):
    def setUp(self):
        self.window = Window(PROGRAM, "--sandbox")
        self.addCleanup(self.window.kill)
        wait_until(lambda: len(self.window.rows()) == 7, "the demo customer's seven connections")

    def row_of(self, bank):
        return next((row for row in self.window.rows() if bank in row), None)

    def test_the_connections_are_listed_worst_first(self):
        rows = self.window.rows()
        self.assertEqual(rows[0][0], "Needs you")
        self.assertEqual({row[3] for row in rows}, {"helpdesk-000123"})
        self.assertIn("Rabobank", [row[1] for row in rows])

    def test_another_customer_is_found_by_identifier(self):
        before = self.window.rows()
        self.window.keys("ctrl+k")
        self.window.type("helpdesk-000101")
        self.window.keys("Return")
        wait_until(lambda: self.window.rows() and {row[3] for row in self.window.rows()} == {"helpdesk-000101"},
                   "the other customer's connections")
        self.assertNotEqual(before, self.window.rows())

    def test_the_filter_narrows_the_view(self):
        self.window.keys("ctrl+f")
        self.window.type("rabo")
        wait_until(lambda: [row[1] for row in self.window.rows()] == ["Rabobank"], "only Rabobank")

    def test_a_customer_nobody_knows_is_said(self):
        self.window.keys("ctrl+k")
        self.window.type("nobody-here")
        self.window.keys("Return")
        wait_until(lambda: any("nobody-here" in label.name for label in self.window.all(pyatspi.ROLE_LABEL)),
                   "a text that names what was looked for")

    def test_flags_are_updated_from_the_keyboard(self):
        self.window.keys("ctrl+k")  # a key of the window works in its fields too
        self.window.keys("ctrl+e")
        self.window.find(pyatspi.ROLE_DIALOG, "Update connection")
        self.window.press(pyatspi.ROLE_CHECK_BOX, "Daily refresh")
        self.window.press(pyatspi.ROLE_PUSH_BUTTON, "Update connection")
        self.window.gone(pyatspi.ROLE_DIALOG, "Update connection")
        wait_until(lambda: any("Daily refresh" in label.name or "daily refresh" in label.name
                               for label in self.window.all(pyatspi.ROLE_LABEL)), "what changed")

    def test_a_removal_asks_and_then_removes(self):
        self.window.find(pyatspi.ROLE_TABLE, "Connections").queryComponent().grabFocus()
        self.window.keys("Delete")
        self.window.find(pyatspi.ROLE_DIALOG, "Remove connection")
        self.window.keys("Escape")
        self.window.gone(pyatspi.ROLE_DIALOG, "Remove connection")
        self.assertEqual(len(self.window.rows()), 7)
        self.window.keys("Delete")
        self.window.find(pyatspi.ROLE_DIALOG, "Remove connection")
        self.window.press(pyatspi.ROLE_PUSH_BUTTON, "Remove connection")
        wait_until(lambda: len(self.window.rows()) == 6, "the removal")

    def test_a_refresh_is_followed_to_its_end(self):
        self.window.keys("ctrl+k")
        self.window.type("helpdesk-000101")
        self.window.keys("Return")
        wait_until(lambda: self.window.rows() and self.window.rows()[0][3] == "helpdesk-000101", "the healthy customer")
        self.window.find(pyatspi.ROLE_TABLE, "Connections").queryComponent().grabFocus()
        self.window.keys("ctrl+r")
        wait_until(lambda: any(row[0] == "Fetching" for row in self.window.rows()), "a running attempt in the table")
        wait_until(lambda: not any(row[0] == "Fetching" for row in self.window.rows()), "the end of the attempt", 90)

    def test_the_stages_of_an_attempt_are_read_out(self):
        self.window.keys("F6")
        self.window.keys("ctrl+Tab")
        attempts = self.window.find(pyatspi.ROLE_TABLE, "Attempts").queryTable()
        wait_until(lambda: "(failed)" in attempts.getAccessibleAt(0, 2).name, "the stages of the last attempt in words")
        self.window.keys("Tab")
        self.window.keys("Return")
        wait_until(lambda: self.window.all(pyatspi.ROLE_LABEL, "Stage: Connect"), "the fields of the attempt")
        self.window.keys("Escape")
        self.window.gone(pyatspi.ROLE_LABEL, "Stage: Connect")

    def test_the_program_ends_well(self):
        self.assertEqual(self.window.close(), 0)


if __name__ == "__main__":
    unittest.main()
