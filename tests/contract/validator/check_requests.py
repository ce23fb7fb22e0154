# SPDX-License-Identifier: Apache-2.0
"""Records every request that the client can build and holds it against the document.

check_requests.py DOCUMENT CLIENT   where CLIENT is the program contract_client
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from coverage import exercised, features, gaps
from document import Document
from exemptions import CLIENT
from figures import Verdict
from traffic import read_lines, request_faults


def main(path, client):
    verdict = Verdict("requests")
    document = Document(path)
    count, seen = 0, set()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "requests.jsonl"
        subprocess.run([client, "--record", record], check=True)
        for request in read_lines(record):
            count += 1
            operation, found = request_faults(document, request)
            if operation and operation.id != request["operation"]:
                found.append(f"is {operation.id}")
            verdict.add(f"{request['case']}: {request['method']} {request['url']} {request['body'][:300]}", found)
            if operation and not found:
                seen |= set(exercised(operation, request))
    wanted = {feature for operation in document.operations.values() for feature in features(operation)}
    verdict.add("coverage", gaps(wanted, seen, CLIENT))
    operations = len(seen & set(document.operations))
    return verdict.close(requests=count, operations=operations, members=len(seen) - operations)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
