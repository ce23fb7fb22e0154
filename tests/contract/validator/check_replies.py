# SPDX-License-Identifier: Apache-2.0
"""Lets the tests of the sandbox run, records every reply and holds it against the document.

check_replies.py DOCUMENT SANDBOX_SOURCES TEST...   where each TEST is a program that may ask a Desk
"""
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from coverage import classes_in_sources, enum_values, gaps, values_of
from document import Document
from exemptions import SANDBOX
from figures import Verdict
from traffic import is_api, parsed, read_lines, reply_faults

# Lists of the document whose every value some reply must have: (schema, the member that has it).
ENUMS = (("ConnectionStatus", "status"), ("StageName", "name"), ("FailErrorClass", "fail_error_class"))


def record(program, folder):
    """Runs one test; (what went wrong, where its replies are)."""
    name = Path(program).name
    target = Path(folder) / f"{name}.jsonl"
    if not Path(program).exists():
        return ["is not built"], target
    run = subprocess.run([program], env={**os.environ, "SALTDESK_REPLY_RECORD": str(target)}, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, check=False)
    failed = [] if run.returncode == 0 else [f"ended with {run.returncode}: {run.stdout[-1500:]}"]
    return failed, target


def distinct(targets):
    """Each reply once, without what differs between two runs."""
    seen = set()
    for target in targets:
        for reply in read_lines(target) if target.exists() else ():
            key = (reply["method"], reply["target"], reply["status"], reply["headers"].get("content-type"), reply["body"])
            if key not in seen and is_api(reply["target"]):
                seen.add(key)
                yield {**reply, "case": f"{target.stem} {reply['case']}"}


class Seen:
    """What occurred in replies that keep to the document."""

    def __init__(self, document):
        self._document = document
        self.successes = set()
        self.values = {(schema, member): set() for schema, member in ENUMS}
        self.error_classes = set()

    def add(self, operation, reply):
        if reply["headers"].get("content-type", "").split(";")[0] != "application/json":
            return
        body = parsed(reply["body"])
        if reply["status"] != 200:
            self.error_classes |= set(values_of("class", body.get("error")))
            return
        self.successes.add(operation.id)
        for (_, member), values in self.values.items():
            values |= set(values_of(member, body))

    def gaps(self, sources):
        wanted, seen = set(self._document.operations), set(self.successes)
        for (schema, member), values in self.values.items():
            wanted |= {f"{member} {value}" for value in enum_values(self._document, schema)}
            seen |= {f"{member} {value}" for value in values}
        raised = classes_in_sources(sources, enum_values(self._document, "ErrorClass"))
        wanted |= {f"class {name}" for name in raised}
        # Some are named as what an attempt ends with.
        seen |= {f"class {name}" for name in self.error_classes | self.values[ENUMS[-1]]}
        yield from gaps(wanted, seen, SANDBOX)


def main(path, sources, *tests):
    verdict = Verdict("replies")
    document = Document(path)
    seen = Seen(document)
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            recorded = list(pool.map(lambda test: record(test, folder), tests))
        for test, (failed, _) in zip(tests, recorded):
            verdict.add(Path(test).name, failed)
        for reply in distinct(target for _, target in recorded):
            count += 1
            operation, found = reply_faults(document, reply)
            verdict.add(f"{reply['case']}: {reply['method']} {reply['target']} -> {reply['status']}", found)
            if not found:
                seen.add(operation, reply)
    verdict.add("coverage", seen.gaps(sources))
    return verdict.close(replies=count, operations=len(seen.successes), error_classes=len(seen.error_classes))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
