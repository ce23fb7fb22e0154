# SPDX-License-Identifier: Apache-2.0
"""Banks are connected, ask, fail once and are repaired: over the accessibility bus alone, then with the keyboard alone."""
import asyncio
import itertools
import os
import traceback
import unittest

import pyatspi

from agent import Agent, everything, showing, spoken, unnamed, until
from banks import BANKS, Bank, SMS, Try, right
from desk import Desk, Program, decide
from sandbox import Sandbox

NEW, AGAIN, ANSWER = "New connection", "Reconnect", "Answer the bank"
LANES = 4
SHOTS = os.environ.get("SALTDESK_SHOTS")


class Connecting:
    """One agent who connects banks for one customer at one window, over the bus alone."""

    def __init__(self, sandbox, customer):
        sandbox.new_customer(customer)
        self.desk = Desk()
        self.program = Program(sandbox, self.desk, "--customer", customer)
        self.agent = Agent(self.program)
        self.customer = customer
        self.nameless = set()

    def end(self):
        self.program.kill()
        self.desk.cleanup()

    async def meet(self, bank):
        """The bank's whole table entry: each try in turn, all but the last of which fail."""
        dialog = await self.begin(bank.code, bank.name)
        for number, attempt in enumerate(bank.tries):
            if number > 0:
                dialog = await self.begin_again(bank, dialog)
            await self.send(dialog, bank, attempt)
            for question in attempt.questions:
                await self.answer(bank, question)
            await self.see_end(dialog, bank, attempt)
        await self.agent.press(dialog, "Close")
        await self.agent.closed(NEW, AGAIN)

    async def begin(self, code, name):
        agent = self.agent
        await agent.tool(NEW)
        dialog = await agent.opened(NEW)
        await agent.fill(dialog, "Search banks", code)
        await agent.reads([NEW], code, name)
        self.look_for_names(dialog)
        await agent.press(dialog, "Next")
        return dialog

    async def begin_again(self, bank, dialog):
        agent = self.agent
        if bank.again == "Try again":
            await agent.press(dialog, "Try again")
            return dialog
        await agent.press(dialog, "Close")
        await agent.closed(NEW, AGAIN)
        await agent.select(bank.name)
        await agent.tool(AGAIN)
        return await agent.opened(AGAIN)

    async def send(self, dialog, bank, attempt):
        agent = self.agent
        await until(lambda: agent.named(dialog, "The customer agreed to this", pyatspi.ROLE_CHECK_BOX)
                    or agent.says(dialog, "What does the bank's login need?"), lambda: f"consent: {agent.report()}")
        if not agent.says(dialog, "What does the bank's login need?"):
            self.look_for_names(dialog)
            await agent.press(dialog, "The customer agreed to this")
            await agent.press(dialog, "Next")
        for name, text in attempt.login.items():
            await (agent.choose(dialog, name, *text) if isinstance(text, list) else agent.fill(dialog, name, text))
        self.look_for_names(dialog)
        if not attempt.page:
            return await agent.press(dialog, "Connect bank")
        visits = len(self.desk.pages())
        await agent.press(dialog, "Open the bank's page")
        await until(lambda: len(self.desk.pages()) > visits, lambda: f"the browser, but {agent.report()}")
        await agent.reads([dialog.name], f"Waiting for the customer at {bank.name}")
        self.look_for_names(dialog)
        page = decide(self.desk.pages()[-1], attempt.page)
        assert "You can close this page and go back to your call." in page, page

    async def answer(self, bank, question):
        agent = self.agent
        dialog = await agent.reads([ANSWER], f"{bank.name} · customer {self.customer}", *question.says)
        await agent.sees_row(bank.name, state="Asks")
        if question.remote:
            await agent.press(dialog, "Load picture")
        if question.picture:
            await until(lambda: any(thing.name == question.picture for thing in showing(dialog)), "the picture")
        if isinstance(question.answer, list) and question.field:
            await agent.choose(dialog, question.field, *question.answer)
        elif isinstance(question.answer, list):
            for option in question.answer:
                await agent.press(dialog, option)
        elif question.answer is not None:
            await agent.fill(dialog, question.field, question.answer)
        self.look_for_names(dialog)
        await agent.press(dialog, question.verb)
        await agent.closed(ANSWER)

    async def see_end(self, dialog, bank, attempt):
        agent = self.agent
        if attempt.fails:
            await agent.reads([dialog.name], f"{bank.name} was not connected", attempt.says, "Try again")
            await agent.sees_row(bank.name, error=attempt.fails, state=("Needs you", "Failing"))
        else:
            await agent.reads([dialog.name], f"{bank.name} is connected")
            await agent.sees_row(bank.name, error="none", state="Healthy")
        self.look_for_names(dialog)

    def look_for_names(self, dialog):
        self.nameless.update(f"{dialog.name}: {each}" for each in unnamed(dialog))

    async def leave(self):
        """After something went wrong: closes whatever is open."""
        for dialog in self.agent.dialogs():
            await self.agent.press(dialog, "Later", "Close", "Cancel")
        await self.agent.closed(*[each.name for each in self.agent.dialogs()])


class OverTheBus(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.sandbox = Sandbox("--time-scale", "20")
        self.addCleanup(self.sandbox.kill)

    def connecting(self, customer, sandbox=None):
        connecting = Connecting(sandbox or self.sandbox, customer)
        self.addCleanup(connecting.end)
        return connecting

    async def test_every_bank_is_connected_asks_fails_and_is_repaired(self):
        lanes = [self.connecting(f"e2e-{number}") for number in range(LANES)]
        todo, failures = iter(BANKS), {}

        async def work(lane):
            for bank in todo:
                try:
                    await lane.meet(bank)
                except Exception:  # any: the next bank is met all the same
                    failures[bank.code] = traceback.format_exc()
                    if SHOTS:
                        lane.program.screenshot(f"{SHOTS}/{bank.code}.png")
                    await lane.leave()
        await asyncio.gather(*map(work, lanes))
        for bank in BANKS:
            with self.subTest(bank=bank.code):
                self.assertNotIn(bank.code, failures, failures.get(bank.code))
        with self.subTest("every control has a name"):
            self.assertEqual(set().union(*(lane.nameless for lane in lanes)), set())


if __name__ == "__main__":
    unittest.main()
