# SPDX-License-Identifier: Apache-2.0
"""Is the document OpenAPI, do its examples keep to it, and is every request closed?   check_document.py DOCUMENT"""
import re
import sys

from document import Document
from figures import Verdict
from schemas import faults

# Objects of requests whose members the caller names.
OPEN_MEMBERS = {"credentials", "custom_fields"}


def unclosed(schema, trail):
    """Objects in a request that would let an unknown member pass."""
    if "allOf" in schema:
        yield f"{trail}: allOf does not go together with closed objects"
    if schema.get("type") == "object" and trail.rsplit(".", 1)[-1] not in OPEN_MEMBERS:
        if schema.get("additionalProperties") is not False:
            yield f"{trail}: additionalProperties is not false"
    for name, member in schema.get("properties", {}).items():
        yield from unclosed(member, f"{trail}.{name}")
    if "items" in schema:
        yield from unclosed(schema["items"], trail + "[]")
    for keyword in ("anyOf", "oneOf"):
        for one in schema.get(keyword, []):
            yield from unclosed(one, trail)


def examples_of(content):
    for media, described in content.items():
        for name, example in described.get("examples", {}).items():
            yield media, name, described["schema"], example["value"]


def example_faults(operation):
    """(what, count): the violations of an operation's examples."""
    places = [("request", operation.body)] if operation.body else []
    places += [(status, response) for status, response in operation.responses.items()]
    for where, described in places:
        for _, name, schema, value in examples_of(described["content"]):
            yield f"{operation.id} {where} example {name}", faults(schema, value)


def path_faults(operation):
    named = set(re.findall(r"\{(\w+)\}", operation.path))
    described = {name for place, name in operation.parameters if place == "path"}
    return [f"path parameters {sorted(named ^ described)} are not in both places"] if named != described else []


def main(path):
    verdict = Verdict("document")
    document = Document(path)
    verdict.add("OpenAPI's schema", document.violations())
    described = sum(len(set(item) & {"get", "put", "post", "delete"}) for item in document.raw["paths"].values())
    if described != len(document.operations):
        verdict.add("operationId", ["two operations have the same"])
    examples = 0
    for operation in document.operations.values():
        verdict.add(operation.id, path_faults(operation))
        if operation.body:
            verdict.add(operation.id, unclosed(operation.body_schema(), "body"))
        for subject, found in example_faults(operation):
            examples += 1
            verdict.add(subject, found)
    return verdict.close(operations=len(document.operations), examples=examples)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
