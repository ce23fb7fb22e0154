# SPDX-License-Identifier: Apache-2.0
"""The support agent at the keyboard: only keys, counted; the bus is looked at and not touched."""
import pyatspi

from agent import Agent, PATIENCE, showing, until

AGREED = "The customer agreed to this"


class Typist(Agent):
    """One person who never lets go of the keyboard. The program's window must have the focus."""

    def __init__(self, window):
        super().__init__(window)
        self.strokes = 0

    def keys(self, *names):
        self.strokes += len(names)
        self.window.keys(*names)

    def type(self, text):
        self.strokes += len(text)
        self.window.type(text)

    def counted(self):
        """Strokes since the last count."""
        count, self.strokes = self.strokes, 0
        return count

    def in_focus(self):
        """Names and labels of what has the focus in the active window, as a person looks where he types."""
        names = set()
        for window in self.window.root:
            if window.getState().contains(pyatspi.STATE_ACTIVE):
                for thing in showing(window):
                    if thing.getState().contains(pyatspi.STATE_FOCUSED):
                        names |= {thing.name} | {relation.getTarget(0).name for relation in thing.getRelationSet()
                                                 if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY}
                return window.name, names - {""}
        return "", names

    async def focused(self, dialog, *names, patience=PATIENCE):
        def there():
            window, focused = self.in_focus()
            return window == dialog and focused & set(names)
        await until(there,
                    lambda: f"the focus on {names} in {dialog}, but it is on {self.in_focus()}; {self.report()}", patience)

    async def begin(self, search, name):
        """From the main window to the credentials."""
        self.keys("ctrl+n")
        await self.focused("New connection", "Search banks")
        self.type(search)
        await until(lambda: self.named(self.dialog("New connection"), name, pyatspi.ROLE_LIST_ITEM), name)
        self.keys("Return")
        await self.agree("New connection")

    async def agree(self, dialog):
        await self.focused(dialog, AGREED)
        self.keys("space", "Return")

    async def fill_in(self, dialog, fields):
        """A list stands for an option of a combo box, which its first word finds."""
        before = None
        for name, text in fields.items():
            if before:
                self.keys("Tab")
                reveal = f"Show “{before}” for a moment"
                await self.focused(dialog, name, reveal)
                if reveal in self.in_focus()[1]:
                    self.keys("Tab")
            await self.focused(dialog, name)
            self.type(text[0].split()[0] if isinstance(text, list) else text)
            before = name
        self.keys("Return")
