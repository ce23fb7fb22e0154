# SPDX-License-Identifier: Apache-2.0
"""The sandbox reads requests as the document does: what the document refuses it refuses, what it takes it takes.

check_strictness.py DOCUMENT SANDBOX   where SANDBOX is the program saltdesk-sandbox

The ids name nothing, so a request of the right form is answered with a class such as ConnectionNotFound, and one of the
wrong form must be refused before that.
"""
import http.client
import json
import subprocess
import sys
from urllib.parse import urlencode, urlsplit

from document import Document
from figures import Verdict
from mutations import broken, sample

# Empty bodies that public clients were seen to send, and that the sandbox takes for `{"data":{}}`.
TAKEN = {("refreshConnection", "(root): data is missing")}


class Sandbox:
    """The running program, asked over one connection."""

    def __init__(self, program):
        self._process = subprocess.Popen([program, "--port", "0"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                         text=True)
        ready = json.loads(self._process.stdout.readline())
        address = urlsplit(ready["base_url"])
        self._base = address.path
        self._headers = {"App-id": ready["app_id"], "Secret": ready["secret"], "Accept": "application/json",
                         "Content-Type": "application/json"}
        self._connection = http.client.HTTPConnection(address.hostname, address.port, timeout=20)
        self.asked = 0

    def error_class(self, operation, query, body=None):
        """None: taken."""
        path = operation.path.replace("{provider_code}", "no_bank").replace("{", "").replace("}", "")
        for name in ("connection_id", "customer_id", "attempt_id", "consent_id"):
            path = path.replace("/" + name, "/1")
        target = self._base + path + ("?" + urlencode(query) if query else "")
        self._connection.request(operation.method, target, body and json.dumps(body), self._headers)
        reply = json.loads(self._connection.getresponse().read())
        self.asked += 1
        return reply.get("error", {}).get("class")

    def close(self):
        self._connection.close()
        self._process.terminate()
        self._process.wait()


def refused_for_its_form(error_class):
    return error_class is not None and not error_class.endswith("NotFound")


def right_query(operation):
    """Every parameter, well-formed."""
    return {name: str(sample(parameter["schema"])).replace("True", "true")
            for (place, name), parameter in operation.parameters.items() if place == "query"}


def complaints(sandbox, operation):
    schema = operation.body_schema()
    whole = sample(schema) if schema else None
    query = right_query(operation)
    answer = sandbox.error_class(operation, query, whole)
    if answer == "WrongRequestFormat":
        yield f"a request of the right form is refused with {answer}"
    if not refused_for_its_form(sandbox.error_class(operation, {**query, "unknown_parameter": "1"}, whole)):
        yield "query: unknown parameter passes"
    for what, wrong in broken(schema, whole) if schema else ():
        answer = sandbox.error_class(operation, query, wrong)
        if not refused_for_its_form(answer) and (operation.id, what) not in TAKEN:
            yield f"{what} passes, answered with {answer}"


def main(path, program):
    verdict = Verdict("strictness")
    document = Document(path)
    sandbox = Sandbox(program)
    try:
        for operation in document.operations.values():
            verdict.add(operation.id, complaints(sandbox, operation))
    finally:
        sandbox.close()
    return verdict.close(requests=sandbox.asked, operations=len(document.operations))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
