# SPDX-License-Identifier: Apache-2.0
"""How a check ends: the first violations in words, the figures on one line, an exit code."""
import sys
import time

MOST_SHOWN = 20


class Verdict:
    def __init__(self, title):
        self.title = title
        self.complaints = []
        self._began = time.monotonic()

    def add(self, subject, faults):
        self.complaints += [f"{subject}\n    {fault}" for fault in faults]

    def close(self, **counts):
        for complaint in self.complaints[:MOST_SHOWN]:
            print(complaint, file=sys.stderr)
        if len(self.complaints) > MOST_SHOWN:
            print(f"... and {len(self.complaints) - MOST_SHOWN} more", file=sys.stderr)
        figures = ", ".join(f"{count} {name}" for name, count in counts.items())
        seconds = time.monotonic() - self._began
        print(f"contract {self.title}: {figures}, {len(self.complaints)} violations, {seconds:.1f} s")
        return 1 if self.complaints else 0
