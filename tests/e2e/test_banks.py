# SPDX-License-Identifier: Apache-2.0
"""Banks are connected, ask, fail once and are repaired: over the accessibility bus alone, then with the keyboard alone."""
import asyncio
import os
import re
import traceback
import unittest

import pyatspi

from agent import Agent, everything, showing, spoken, text_of, unnamed, until
from banks import BANKS, Bank, CHOOSING_BANKS, CODE, HASTY, LOGIN, NEW_LOGIN, OTHER_LOGIN, Try
from desk import Desk, Program, connect_by_link, decide
from keyboard import Typist
from sandbox import Sandbox

NEW, AGAIN, ANSWER, LINK = "New connection", "Reconnect", "Answer the bank", "Connect link"
SECRETS = ("no-such-password", "token-123456", "123456", "000000", "4711-0", "7RK4M", "X9T3H")
LANES = 2
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
                await (self.let_pass(bank) if question.late else self.answer(bank, question))
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
        if bank.again == AGAIN:
            await agent.select(bank.name)
            await agent.tool(AGAIN)
        else:
            await agent.tool(NEW)
            dialog = await agent.opened(NEW)
            await agent.fill(dialog, "Search banks", bank.code)
            await agent.reads([NEW], "The customer has this bank already.")
            await agent.press(dialog, bank.again)
        return await agent.reads([AGAIN], f"Customer {self.customer} · {bank.name}")

    async def send(self, dialog, bank, attempt):
        agent = self.agent
        await until(lambda: agent.named(dialog, "The customer agreed to this", pyatspi.ROLE_CHECK_BOX)
                    or agent.says(dialog, "What does the bank's login need?"), lambda: f"consent: {agent.report()}")
        if not agent.says(dialog, "What does the bank's login need?"):
            self.look_for_names(dialog)
            await agent.press(dialog, "The customer agreed to this")
            await agent.press(dialog, "Next")
        for name, text in attempt.login.items():
            await agent.fill(dialog, name, text)
        self.look_for_names(dialog)
        if attempt.page:
            return await self.visit(dialog, bank, attempt)
        await agent.press(dialog, "Connect bank")
        if attempt.other_login:
            await agent.reads([dialog.name], OTHER_LOGIN)
            await agent.press(dialog, NEW_LOGIN)
            await agent.press(dialog, "Connect bank")

    async def visit(self, dialog, bank, attempt):
        agent = self.agent
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
        if isinstance(question.answer, list):
            for option in question.answer:
                await agent.press(dialog, option)
        elif question.answer is not None:
            await agent.fill(dialog, question.field, question.answer)
        self.look_for_names(dialog)
        await agent.press(dialog, question.verb)
        await agent.closed(ANSWER)

    async def let_pass(self, bank):
        agent = self.agent
        await agent.reads([ANSWER], f"{bank.name} · customer {self.customer}")
        dialog = await agent.reads([ANSWER], "The bank waits no longer", "Start another one when the customer is ready.")
        self.look_for_names(dialog)
        await agent.press(dialog, "Close")
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


    async def give_link(self):
        """The customer connects by himself, at the page that the copied link leads to."""
        agent, name = self.agent, "Fakebank Simple"
        dialog = await self.begin("fakebank_simple_xf", name)
        await agent.press(dialog, "The customer agreed to this")
        await agent.press(dialog, "Next")
        await agent.press(dialog, "Give the customer a link instead…")
        dialog = await agent.reads([LINK], name, f"New connection for customer {self.customer}", "Leads to 127.0.0.1")
        await agent.closed(NEW)
        await until(lambda: self.seconds_left(dialog), "a countdown")
        before = self.seconds_left(dialog)
        await until(lambda: self.seconds_left(dialog) < before, "the time to run")
        self.look_for_names(dialog)
        await agent.press(dialog, "Copy link")
        await until(lambda: agent.named(dialog, "Copied", pyatspi.ROLE_PUSH_BUTTON), "that it was copied")
        find = agent.named(self.program.root[0], "Find customer or connection", pyatspi.ROLE_TEXT)
        find.queryEditableText().setTextContents("")
        find.queryEditableText().pasteText(0)
        address = await until(lambda: text_of(find), "the link in the field it was pasted into")
        find.queryEditableText().setTextContents(self.customer)
        assert address not in "\n".join(spoken(self.program.root, everything)), "the link stands in the dialog"
        connect_by_link(address, login="username", password="secret")
        await agent.press(dialog, "Close")
        await agent.closed(LINK)
        await agent.sees_row(name, state="Healthy")

    def seconds_left(self, dialog):
        words = re.search(r"Open within (\d+):(\d+)", "\n".join(spoken(dialog)))
        return int(words[1]) * 60 + int(words[2]) if words else 0

    async def let_link_expire(self):
        agent = self.agent
        self.agent.act(await until(lambda: next((item for item in everything(self.program.root[0])
                                                 if item.name == "Connect link…"), None), "the menu"), "press")
        dialog = await agent.reads([LINK], "Reconnect for customer", "Open within")
        await agent.reads([LINK], "This link has expired", patience=90)
        self.look_for_names(dialog)
        await agent.press(dialog, "New link")
        await agent.reads([LINK], "Open within")
        await agent.press(dialog, "Close")
        await agent.closed(LINK)


class OverTheBus(unittest.IsolatedAsyncioTestCase):
    """Several agents at work at once, since most of the time is spent waiting for a poll."""

    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)
        self.agents, self.failures = [], {}

    def sandbox(self, scale):
        sandbox = Sandbox("--time-scale", str(scale))
        self.addCleanup(sandbox.kill)
        return sandbox

    def seat(self, sandbox):
        agent = Connecting(sandbox, f"e2e-{len(self.agents)}")
        self.addCleanup(agent.end)
        self.agents.append(agent)
        return agent

    async def attempt(self, name, agent, work):
        """One thing that fails does not keep the others from being tried."""
        try:
            await work
        except Exception:  # pylint: disable=broad-except
            self.failures[name] = traceback.format_exc()
            if SHOTS:
                agent.program.screenshot(f"{SHOTS}/{name}.png")
            await agent.leave()

    async def test_every_bank_is_connected_asks_fails_and_is_repaired(self):
        fast, real = self.sandbox(20), self.sandbox(1)
        todo = iter(BANKS)

        async def work(agent):
            for bank in todo:
                await self.attempt(bank.code, agent, agent.meet(bank))

        async def give_links(agent):
            await self.attempt("a link connects", agent, agent.give_link())
            await self.attempt("a link expires", agent, agent.let_link_expire())

        await asyncio.gather(*(work(self.seat(fast)) for _ in range(LANES)), give_links(self.seat(real)))
        for name in [bank.code for bank in BANKS] + ["a link connects", "a link expires"]:
            with self.subTest(name):
                if name in self.failures:
                    self.fail(self.failures[name])
        with self.subTest("every control has a name"):
            self.assertEqual(set().union(*(agent.nameless for agent in self.agents)), set())
        with self.subTest("no password and no code is left anywhere"):
            self.check_secrets()

    def check_secrets(self):
        """Of what was typed over and over in all banks; "secret" is also a word of the sandbox's keys."""
        for agent in self.agents:
            shown = spoken(agent.program.root[0], everything)
            agent.program.kill()
            for secret in SECRETS:
                self.assertEqual([text for text in shown if secret in text.replace(CODE, "")], [], f"{secret} in the window")
                self.assertNotIn(secret.encode(), agent.program.output, f"{secret} in the outputs")
                self.assertEqual(agent.desk.files_with(secret), [])

    async def test_a_question_that_nobody_answers_in_time_says_so(self):
        await self.seat(self.sandbox(1.5)).meet(HASTY)

    async def test_a_row_chosen_over_the_bus_is_the_one_that_buttons_are_about(self):
        sandbox = self.sandbox(20)
        agent = self.seat(sandbox).agent
        for bank in ("fakebank_simple_xf", "fakebank_with_updates_xf"):
            sandbox.connect(sandbox.customer("e2e-0"), bank, login="username", password="secret")
        await agent.press(agent.window.root[0], "Read again")
        await agent.select("Fake Bank with Updates")
        await agent.tool(AGAIN)
        await agent.reads([AGAIN], "Fake Bank with Updates")

    async def test_the_connection_that_was_made_is_the_one_that_is_shown(self):
        person = self.seat(self.sandbox(20))
        await person.meet(Bank("fakebank_simple_xf", "Fakebank Simple", [Try()]))
        await person.agent.tool(AGAIN)
        await person.agent.reads([AGAIN], "Fakebank Simple")


class ByKeyboard(unittest.IsolatedAsyncioTestCase):
    """No mouse and no help from the bus, which is only looked at."""

    async def asyncSetUp(self):
        asyncio.get_running_loop().set_debug(False)
        sandbox = Sandbox("--time-scale", "20")
        self.addCleanup(sandbox.kill)
        sandbox.new_customer("e2e-keys")
        self.desk = Desk()
        self.addCleanup(self.desk.cleanup)
        self.program = Program(sandbox, self.desk, "--customer", "e2e-keys")
        self.addCleanup(self.program.kill)
        self.typist = Typist(self.program)
        await until(lambda: "e2e-keys has no connections" in spoken(self.program.root[0]), "the customer")

    async def meet(self, bank):
        typist = self.typist
        await typist.begin(bank.code, bank.name)
        dialog = NEW
        for number, attempt in enumerate(bank.tries):
            if number > 0 and bank.again == "Try again":
                typist.keys("Return")
            elif number > 0:
                typist.keys("Escape")
                await typist.closed(NEW, AGAIN)
                typist.keys("ctrl+shift+r")
                dialog = AGAIN
                await typist.reads([AGAIN], f"Customer e2e-keys · {bank.name}")
                await typist.agree(AGAIN)
            await typist.fill_in(dialog, attempt.login)
            if attempt.other_login:
                await typist.reads([dialog], OTHER_LOGIN)
                await typist.focused(dialog, NEW_LOGIN)
                typist.keys("space", "Return")
            for question in attempt.questions:
                await typist.reads([ANSWER], f"{bank.name} · customer e2e-keys")
                await typist.fill_in(ANSWER, {question.field: question.answer})
            if attempt.fails:
                await typist.reads([dialog], f"{bank.name} was not connected", attempt.says)
            else:
                await typist.reads([dialog], f"{bank.name} is connected")
        await typist.focused(dialog, "Close")
        typist.keys("Return")
        await typist.closed(NEW, AGAIN)
        await typist.sees_row(bank.name, state="Healthy")

    async def test_a_simple_connection_takes_few_keystrokes(self):
        await self.meet(Bank("simple", "Fakebank Simple", [Try()]))
        strokes = self.typist.counted()
        typed = len("".join(LOGIN.values()))
        print(f"\n{strokes} keystrokes from the main window to a finished connection, {typed} of them the login")
        self.assertLessEqual(strokes - typed, 14)

    async def test_what_is_chosen_from_is_chosen_with_keys(self):
        for bank in CHOOSING_BANKS:
            with self.subTest(bank.code):
                try:
                    await self.meet(bank)
                except Exception:
                    if SHOTS:
                        self.program.screenshot(f"{SHOTS}/keys-{bank.code}.png")
                    for _ in self.typist.dialogs():
                        self.typist.keys("Escape")
                    await self.typist.closed(NEW, AGAIN, ANSWER)
                    raise

    async def test_a_bank_that_is_switched_off_is_explained_before_anything_is_typed(self):
        typist = self.typist
        typist.keys("ctrl+n")
        await typist.focused(NEW, "Search banks")
        typist.keys("shift+Tab")
        await typist.focused(NEW, "Country")
        typist.type("France")
        typist.keys("Tab")
        await typist.focused(NEW, "Search banks")
        typist.type("dormante")
        dialog = await typist.reads([NEW], "Banque Dormante", "Salt Edge does not connect to this bank at the moment.",
                                    "there is nothing the customer can do.")
        typist.keys("Return")
        forward = typist.named(dialog, "Next", pyatspi.ROLE_PUSH_BUTTON)
        self.assertFalse(forward.getState().contains(pyatspi.STATE_ENABLED))
        typist.keys("Escape")
        await typist.closed(NEW)

    async def test_a_bank_that_refuses_at_once_is_explained_where_the_bank_is_chosen(self):
        typist = self.typist
        typist.keys("ctrl+n")
        await typist.focused(NEW, "Search banks")
        typist.keys("shift+Tab")
        await typist.focused(NEW, "Country")
        typist.type("Italy")
        typist.keys("Tab")
        await typist.focused(NEW, "Search banks")
        typist.type("irraggiungibile")
        await typist.reads([NEW], "Banca Irraggiungibile")
        typist.keys("Return")
        await typist.agree(NEW)
        await typist.fill_in(NEW, LOGIN)
        await typist.reads([NEW], "Banca Irraggiungibile was not connected", "ProviderUnavailable", "Which bank?")
        await typist.focused(NEW, "Search banks")
        self.assertIn("e2e-keys has no connections", spoken(self.program.root[0]))


if __name__ == "__main__":
    unittest.main()
