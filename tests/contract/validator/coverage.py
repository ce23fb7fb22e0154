# SPDX-License-Identifier: Apache-2.0
"""What the recorded traffic has exercised of the document, so that a check can't shrink unseen."""
import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from traffic import parsed


def members(schema, trail=""):
    """The dotted paths of every member that a request schema names."""
    for name, member in schema.get("properties", {}).items():
        path = f"{trail}.{name}" if trail else name
        yield path
        yield from members(member, path)


def present(schema, instance, trail=""):
    """Those of them that an instance has."""
    for name, member in schema.get("properties", {}).items():
        if isinstance(instance, dict) and name in instance:
            path = f"{trail}.{name}" if trail else name
            yield path
            yield from present(member, instance[name], path)


def features(operation):
    """An operation itself, its parameters and the members of its body, each under a name."""
    yield operation.id
    for place, name in operation.parameters:
        if place in ("query", "header"):
            yield f"{operation.id} {place} {name}"
    if operation.body:
        for path in members(operation.body_schema()):
            yield f"{operation.id} {path}"


def exercised(operation, request):
    yield operation.id
    given = {("query", name) for name, _ in parse_qsl(urlsplit(request["url"]).query, keep_blank_values=True)}
    given |= {("header", name.lower()) for name in request["headers"]}
    for place, name in given & set(operation.parameters):
        yield f"{operation.id} {place} {name}"
    if operation.body and request["body"]:
        for path in present(operation.body_schema(), parsed(request["body"])):
            yield f"{operation.id} {path}"


def _covers(entry, feature):
    return feature == entry or feature.startswith(entry + " ")


def gaps(wanted, seen, exemptions):
    """What is missing from the traffic, and what of the exemptions no longer holds."""
    for feature in sorted(wanted - seen):
        # A whole operation is one gap, not one for each of its members.
        whole = feature.split(" ")[0]
        inside = whole != feature and whole in wanted - seen
        if not inside and not any(_covers(entry, feature) for entry in exemptions):
            yield f"{feature} never occurs"
    for entry in exemptions:
        if not any(_covers(entry, feature) for feature in wanted):
            yield f"{entry} is listed as left out, but unknown"
        elif any(_covers(entry, feature) for feature in seen):
            yield f"{entry} is listed as left out, but occurs"


def enum_values(document, schema_name):
    return {value for value in document.whole["components"]["schemas"][schema_name]["enum"] if value is not None}


def values_of(member, instance):
    """Every value that a member of this name has, anywhere in the instance."""
    if isinstance(instance, list):
        for one in instance:
            yield from values_of(member, one)
    elif isinstance(instance, dict):
        for name, value in instance.items():
            if name == member and isinstance(value, str):
                yield value
            yield from values_of(member, value)


def classes_in_sources(sandbox, known):
    """The error classes that the sandbox refuses with, as its sources name them. Its state names those of attempts."""
    found = set()
    for folder in ("handlers", "http", "rules", "faults"):
        for path in Path(sandbox, folder).glob("*"):
            text = path.read_text(encoding="utf-8")
            found |= set(re.findall(r'(?:u|QStringLiteral\()"([A-Z][A-Za-z]+)"', text)) & known
    return found
