# SPDX-License-Identifier: Apache-2.0
"""The support agent at the accessibility bus: reads and works the program's dialogs as a screen reader does."""
import asyncio
import time

import pyatspi

from window import NotSeen, PATIENCE, Window, gi

DIALOGS = ("New connection", "Reconnect", "Answer the bank", "Connect link")
COLUMNS = ("state", "bank", "country", "customer", "success", "next", "attempt", "error")
GONE = (RuntimeError, LookupError, NotImplementedError, AttributeError, gi.repository.GLib.Error)


async def until(condition, what, patience=PATIENCE):
    """wait_until() that lets other agents work meanwhile. What is waited for may be a function of the moment it fails."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except GONE:
            value = None  # the object went away between two questions
        if value:
            return value
        if time.monotonic() > end:
            raise NotSeen(what() if callable(what) else what)
        await asyncio.sleep(0.05)


def showing(root):
    """Every object that is on the screen, without descending into what is not."""
    for child in root:
        if child and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from showing(child)


def everything(root):
    for child in root:
        if child:
            yield child
            yield from everything(child)


def text_of(thing):
    """What the Text interface gives, empty without one."""
    try:
        text = thing.queryText()
        return text.getText(0, text.characterCount)
    except GONE:
        return ""


def spoken(root, walk=showing):
    """All that the bus gives away under an object: names, descriptions, and contents."""
    words = []
    for thing in walk(root):
        try:
            words += [thing.name, thing.description, text_of(thing)]
        except GONE:
            continue
    return [word for word in words if word]


def unnamed(root):
    """Focusable objects on the screen without an accessible name; a combo box has its buddy's."""
    found = []
    for thing in showing(root):
        if not thing.getState().contains(pyatspi.STATE_FOCUSABLE):
            continue
        labelled = any(r.getRelationType() == pyatspi.RELATION_LABELLED_BY for r in thing.getRelationSet())
        if not thing.name or (thing.getRole() == pyatspi.ROLE_COMBO_BOX and not labelled):
            found.append(f"{thing.getRoleName()} in {[parent.name for parent in ancestors(thing)]}")
    return found


def ancestors(thing):
    while thing.parent and thing.parent.getRole() != pyatspi.ROLE_APPLICATION:
        thing = thing.parent
        yield thing


class Agent:
    """One person at one window of the program. Everything is named as the manual names it."""

    def __init__(self, window: Window):
        self.window = window
        self._table = None

    # What is seen

    def dialogs(self):
        return [child for child in self.window.root
                if child and child.getRole() == pyatspi.ROLE_DIALOG and child.getState().contains(pyatspi.STATE_SHOWING)]

    def dialog(self, *names):
        return next((each for each in self.dialogs() if each.name in names), None)

    async def opened(self, *names, patience=PATIENCE):
        return await until(lambda: self.dialog(*names), lambda: f"the dialog {names}, but {self.report()}", patience)

    async def closed(self, *names):
        await until(lambda: not self.dialog(*names), f"the dialog {names} to close")

    def report(self):
        """For a message of a test that failed."""
        return {each.name: spoken(each)[:60] for each in self.dialogs()} or "no dialog"

    def says(self, dialog, *parts):
        words = "\n".join(spoken(dialog))
        return all(part in words for part in parts)

    async def reads(self, names, *parts, patience=PATIENCE):
        """Waits for a dialog of one of the names that says all the parts."""
        return await until(lambda: next((each for each in self.dialogs() if each.name in names
                                         and self.says(each, *parts)), None),
                           lambda: f"{parts}, but {self.report()}", patience)

    def table(self):
        if self._table is None:
            self._table = self.window.find(pyatspi.ROLE_TABLE, "Connections").queryTable()
        return self._table

    def rows(self):
        table = self.table()
        return [dict(zip(COLUMNS, (table.getAccessibleAt(row, column).name for column in range(len(COLUMNS)))))
                for row in range(table.nRows)]

    def row(self, bank):
        """The last row of a bank, None without one."""
        return next((row for row in reversed(self.rows()) if row["bank"] == bank), None)

    async def sees_row(self, bank, patience=PATIENCE, **wanted):
        await until(lambda: (row := self.row(bank)) and all(row[key] in value for key, value in wanted.items()),
                    lambda: f"a row of {bank} with {wanted}, but {self.row(bank)}", patience)

    # What is done

    def named(self, dialog, name, *roles):
        """A control by its name, or by its label's."""
        for thing in showing(dialog):
            if thing.getRole() not in roles:
                continue
            labels = [relation.getTarget(0).name for relation in thing.getRelationSet()
                      if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY]
            if name == thing.name or name in labels:
                return thing
        return None

    async def control(self, dialog, name, *roles, patience=PATIENCE):
        return await until(lambda: (thing := self.named(dialog, name, *roles))
                           and thing.getState().contains(pyatspi.STATE_ENABLED) and thing,
                           lambda: f"'{name}' to be usable, but {self.report()}", patience)

    async def press(self, dialog, *names):
        """A button of one of the names: clicked, or a box: switched."""
        roles = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TOGGLE_BUTTON)
        thing = await until(lambda: next((found for name in names if (found := self.named(dialog, name, *roles))
                                          and found.getState().contains(pyatspi.STATE_ENABLED)), None),
                            lambda: f"{names} to be usable, but {self.report()}")
        self.act(thing, "press", "toggle", "click")

    @staticmethod
    def act(thing, *wanted):
        action = thing.queryAction()
        names = [action.getName(index).lower() for index in range(action.nActions)]
        action.doAction(next(names.index(name) for name in wanted if name in names))

    async def fill(self, dialog, name, text):
        field = await self.control(dialog, name, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT)
        field.queryEditableText().setTextContents(text)

    async def select(self, bank):
        """Chooses the last row of a bank, as a screen reader does."""
        await until(lambda: self.row(bank), f"a row of {bank}")
        banks = [row["bank"] for row in self.rows()]
        chosen = len(banks) - 1 - banks[::-1].index(bank)
        self.table().addRowSelection(chosen)
        for other in set(self.table().getSelectedRows()) - {chosen}:
            self.table().removeRowSelection(other)
        await until(lambda: list(self.table().getSelectedRows()) == [chosen], f"{bank} to be the only row chosen")

    async def tool(self, name):
        await self.press(self.window.root[0], name)
