# SPDX-License-Identifier: Apache-2.0
"""The real client against Prism, a public mock server, on the same document: one start, every call.

check_prism.py DOCUMENT CLIENT PRISM_FOLDER   where PRISM_FOLDER has the installed package. Ends with 77 where it has not.
"""
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

from coverage import gaps
from document import Document
from exemptions import CLIENT
from figures import Verdict

SKIPPED = 77
PASSED = "The request passed the validation rules"
REQUEST = re.compile(r"\[HTTP SERVER\] (\w+) (\S+) .*Request received")
BROKEN = '{"data":{"attempt":{"member_of_no_request":1}}}'


def free_port():
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return chosen.getsockname()[1]


class Prism:
    """The running server; `lines` is what it says."""

    def __init__(self, program, document):
        self.port = free_port()
        self.lines = []
        self._ready = threading.Event()
        self._process = subprocess.Popen(
            ["node", program, "mock", "--errors", "--host", "127.0.0.1", "--port", str(self.port), document],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            self.lines.append(line.rstrip())
            if "Prism is listening" in line:
                self._ready.set()
        # It has ended, so nobody needs to wait any longer.
        self._ready.set()

    def listens(self):
        return self._ready.wait(60) and self._process.poll() is None

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._reader.join()

    def answers(self, path, body):
        """The status of a PUT that is made by hand."""
        headers = {"App-id": "a", "Secret": "s", "Content-Type": "application/json"}
        url = f"http://127.0.0.1:{self.port}{path}"
        try:
            with urllib.request.urlopen(urllib.request.Request(url, body.encode(), headers, method="PUT")) as reply:
                return reply.status
        except urllib.error.HTTPError as error:
            return error.code


def unavailable(program):
    print(f"contract prism: {program} is not there; './dev deps' installs it", file=sys.stderr)
    return 1 if os.environ.get("CI") else SKIPPED


def try_client(verdict, client, prism):
    """The number of calls."""
    if prism.answers("/connections/1/refresh", BROKEN) < 400:
        verdict.add("Prism", ["takes an unknown member"])
    if prism.answers("/connections/1/refresh", '{"data":{}}') != 200:
        verdict.add("Prism", ["refuses a right request"])
    run = subprocess.run([client, "--server", f"http://127.0.0.1:{prism.port}"], stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE, text=True, check=False)
    verdict.add("the client", run.stderr.splitlines())
    if run.returncode != 0 and not run.stderr:
        verdict.add("the client", [f"ended with {run.returncode}"])
    return int(run.stdout.split()[0])


def judge(verdict, lines, document, calls):
    """What Prism itself has said about the requests; the number of operations that it served."""
    verdict.add("Prism", [line for line in lines if "Violation:" in line and "member_of_no_request" not in line])
    passed = sum(PASSED in line for line in lines)
    if passed < calls:
        verdict.add("Prism", [f"let pass only {passed} requests of {calls} calls"])
    requests = [match.groups() for match in map(REQUEST.search, lines) if match]
    served = (document.find(method.upper(), document.base_path + path.split("?")[0])[0] for method, path in requests)
    seen = {operation.id for operation in served if operation}
    left_out = {entry: why for entry, why in CLIENT.items() if entry in document.operations}
    verdict.add("coverage", gaps(set(document.operations), seen, left_out))
    return len(seen)


def main(document, client, folder):
    program = Path(folder) / "node_modules/@stoplight/prism-cli/dist/index.js"
    if not program.exists():
        return unavailable(program)
    verdict = Verdict("prism")
    prism = Prism(program, document)
    calls = 0
    try:
        if prism.listens():
            calls = try_client(verdict, client, prism)
        else:
            verdict.add("Prism", ["does not listen", *prism.lines[-20:]])
    finally:
        prism.close()
    operations = judge(verdict, prism.lines, Document(document), calls)
    return verdict.close(calls=calls, operations=operations)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
