# SPDX-License-Identifier: Apache-2.0
"""The bank asks: the prompt comes by itself, is answered with keys, and says what became of a question."""
import asyncio
import unittest

import pyatspi

from agent import spoken, unnamed, until
from banks import ASKED_AGAIN, SECOND_STEP
from desk import Desk, Notices, OtherWindow, Program
from keyboard import Typist
from sandbox import Sandbox

ANSWER, NEW = "Answer the bank", "New connection"
SMS_BANK, TWO_STEPS = "Fake Bank with SMS", "Fake Bank with Two Steps"
MAY_ASK_AGAIN = 60.0  # a failed attempt bars the next one for five minutes of the sandbox, 15 s of ours


class Answering(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)
        self.sandbox = Sandbox("--time-scale", "20")
        self.addCleanup(self.sandbox.kill)
        self.desk = Desk()
        self.addCleanup(self.desk.cleanup)

    def start(self, customer):
        program = Program(self.sandbox, self.desk, "--customer", customer)
        self.addCleanup(program.kill)
        return Typist(program)

    def asking(self, customer, *banks):
        """A new customer whose banks come to their questions while the program looks on."""
        owner = self.sandbox.new_customer(customer)
        return [self.sandbox.connect(owner, bank, login="username", password="secret") for bank in banks]

    async def test_a_refresh_that_asks_brings_the_prompt_which_takes_six_digits_and_enter(self):
        owner = self.sandbox.customer("helpdesk-000127")
        connection = self.sandbox.connections(owner)[0]["id"]
        self.sandbox.answer(connection, pin="0")  # ends the waiting attempt, so that another may begin
        typist = self.start("helpdesk-000127")
        await typist.sees_row(TWO_STEPS, error="InvalidInteractiveCredentials")
        await until(lambda: self.sandbox.may_refresh(connection), "the bank may be asked again", MAY_ASK_AGAIN)
        typist.keys("F5")  # the program counts at the pace of this computer, not at the sandbox's
        await typist.control(typist.window.root[0], "Refresh", pyatspi.ROLE_PUSH_BUTTON)
        typist.counted()
        typist.keys("ctrl+r")
        await typist.reads([ANSWER], f"{TWO_STEPS} · customer helpdesk-000127", "Please read it to me.", "left (estimated)")
        await typist.focused(ANSWER, "SMS code")
        typist.type("123456")
        typist.keys("Return")
        strokes = typist.counted()
        print(f"\n{strokes} keystrokes from the main window to an answered SMS question, six of them the code")
        self.assertLessEqual(strokes, 8)
        dialog = await typist.reads([ANSWER], SECOND_STEP)
        await typist.focused(ANSWER, "Confirmation PIN")
        self.assertEqual(unnamed(dialog), [])
        typist.type("4711")
        typist.keys("Return")
        await typist.closed(ANSWER)
        await typist.sees_row(TWO_STEPS, state="Healthy", error="none")

    async def test_the_whole_call_takes_at_most_twenty_keystrokes(self):
        owner = self.sandbox.customer("helpdesk-000127")
        connection = self.sandbox.connections(owner)[0]["id"]
        self.sandbox.answer(connection, pin="0")  # ends the waiting attempt, so that another may begin
        await until(lambda: self.sandbox.may_refresh(connection), "the bank may be asked again", MAY_ASK_AGAIN)
        typist = self.start("helpdesk-000101")
        await until(lambda: typist.rows(), "another customer, who was there before")
        typist.keys("ctrl+k")  # who calls is in the ticket: copied, not typed
        typist.type("helpdesk-000127")
        typist.keys("ctrl+a", "ctrl+x")
        typist.counted()

        typist.keys("ctrl+k", "ctrl+v", "Return")
        await typist.sees_row(TWO_STEPS, error="InvalidInteractiveCredentials")
        await typist.control(typist.window.root[0], "Copy for customer", pyatspi.ROLE_PUSH_BUTTON)
        typist.keys("F2")
        await typist.control(typist.window.root[0], "Refresh", pyatspi.ROLE_PUSH_BUTTON)
        typist.keys("ctrl+r")
        await typist.focused(ANSWER, "SMS code")
        typist.type("123456")
        typist.keys("Return")
        await typist.focused(ANSWER, "Confirmation PIN")
        typist.type("4711")
        typist.keys("Return")
        await typist.closed(ANSWER)
        await typist.sees_row(TWO_STEPS, state="Healthy", error="none")
        typist.keys("ctrl+shift+c")
        strokes = typist.counted()
        typist.keys("ctrl+f", "ctrl+v")
        ticket = f"Connection: {connection}, status active"
        await until(lambda: any(ticket in words for words in spoken(typist.window.root[0])), "the ticket's text")
        print(f"\n{strokes} keystrokes for the whole call, ten of them the bank's codes")
        self.assertLessEqual(strokes, 20)

    async def test_a_wrong_code_is_asked_again(self):
        self.asking("e2e-again", "fakebank_patient_interactive_xf")
        typist = self.start("e2e-again")
        await typist.sees_row("Fake Bank that Asks Again", state="Asks")
        typist.keys("ctrl+Return")
        await typist.focused(ANSWER, "SMS code")
        typist.type("000000")
        typist.keys("Return")
        await typist.reads([ANSWER], ASKED_AGAIN)
        await typist.focused(ANSWER, "SMS code")
        typist.type("123456")
        typist.keys("Return")
        await typist.closed(ANSWER)
        await typist.sees_row("Fake Bank that Asks Again", state="Healthy")

    async def test_ctrl_return_brings_the_oldest_of_several_each_of_which_names_bank_and_customer(self):
        banks = ["fakebank_interactive_xf", "fakebank_decoupled_xf", "fakebank_two_step_interactive_xf"]
        connections = self.asking("e2e-several", *banks)
        await until(lambda: all(self.sandbox.stage(each) == "interactive" for each in connections), "three questions")
        typist = self.start("e2e-several")
        await until(lambda: [row["state"] for row in typist.rows()] == ["Asks"] * 3, "three that ask")
        await until(lambda: "3 questions of banks wait for an answer" in spoken(typist.window.root[0]), "the bar")
        self.assertIsNone(typist.dialog(ANSWER), "questions that waited before take no focus")
        typist.keys("ctrl+Return")
        answers = {SMS_BANK: "123456", TWO_STEPS: "123456", "Fake Bank with Approval in the App": ""}
        met = []
        for place in range(3):
            dialog = await typist.reads([ANSWER], "customer e2e-several", f"Question 1 of {3 - place} that wait" if place < 2 else "")
            await until(lambda: any(f"{bank} · customer e2e-several" in spoken(dialog) for bank in answers if bank not in met), "the next")
            bank = next(bank for bank in answers if f"{bank} · customer e2e-several" in spoken(dialog))
            met.append(bank)
            await typist.focused(ANSWER, "SMS code" if answers[bank] else "The customer has approved")
            typist.type(answers[bank])
            typist.keys("Return")
        self.assertEqual(met[0], SMS_BANK)
        await typist.sees_row(SMS_BANK, state="Healthy")

    async def test_a_question_that_was_answered_elsewhere_says_so(self):
        connection, = self.asking("e2e-elsewhere", "fakebank_interactive_xf")
        typist = self.start("e2e-elsewhere")
        await typist.sees_row(SMS_BANK, state="Asks")
        typist.keys("ctrl+Return")
        await typist.focused(ANSWER, "SMS code")
        self.sandbox.answer(connection, sms="123456")
        await typist.reads([ANSWER], "The question was answered elsewhere", "The attempt goes on; nothing is to be done here.")
        typist.keys("Return")
        await typist.closed(ANSWER)
        await typist.sees_row(SMS_BANK, state="Healthy")

    async def test_a_question_that_is_over_leaves_the_focus_on_the_button_that_goes_on(self):
        connection, = self.asking("e2e-focus", "fakebank_interactive_xf")
        typist = self.start("e2e-focus")
        await typist.sees_row(SMS_BANK, state="Asks")
        typist.keys("ctrl+Return")
        await typist.focused(ANSWER, "SMS code")
        self.sandbox.answer(connection, sms="123456")
        await typist.reads([ANSWER], "The question was answered elsewhere")
        await typist.focused(ANSWER, "Close", patience=2)

    async def test_a_program_that_is_started_anew_follows_what_runs(self):
        connection, = self.asking("e2e-restart", "fakebank_interactive_xf")
        typist = self.start("e2e-restart")
        await typist.sees_row(SMS_BANK, state="Asks")
        typist.window.kill()
        typist = self.start("e2e-restart")
        await typist.focused(ANSWER, "SMS code")
        typist.type("123456")
        typist.keys("Return")
        await typist.sees_row(SMS_BANK, state="Healthy")
        self.assertEqual(self.sandbox.stage(connection), "finish")

    async def test_the_desktop_is_told_when_another_program_is_in_front(self):
        notices = Notices()
        self.addCleanup(notices.kill)
        owner = self.sandbox.new_customer("e2e-notice")
        typist = self.start("e2e-notice")
        await typist.begin("fakebank_interactive_xf", SMS_BANK)
        await typist.fill_in(NEW, {"Login": "username", "Password": "secret"})
        other = OtherWindow()
        self.addCleanup(other.kill)
        seen = await until(lambda: [each for each in notices.seen() if each["method"] == "Notify"], "a notice")
        self.assertEqual(seen[0]["arguments"][0], "Saltdesk")
        self.assertEqual(seen[0]["arguments"][3], "A bank asks a question")
        self.assertEqual(seen[0]["arguments"][4], f"{SMS_BANK} waits for an answer.")
        self.assertNotIn("e2e-notice", str(seen), "a notice shows on locked screens too")
        connection = self.sandbox.connections(owner)[0]["id"]
        # The prompt has come to the front.
        other.take_focus()
        self.sandbox.answer(connection, sms="123456")
        await until(lambda: any(each["method"] == "CloseNotification" for each in notices.seen()), "it is taken back")
        ended, = await until(lambda: notices.titled("An attempt succeeded"), "the end is told")
        self.assertTrue(other.is_active(), "nothing takes the keys away by itself")
        notices.click(ended)
        await until(lambda: not other.is_active(), "a click brings the window")


if __name__ == "__main__":
    unittest.main()
