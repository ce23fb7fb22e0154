# SPDX-License-Identifier: Apache-2.0
"""Requests and replies, one JSON object a line as the recorders write them, held against the document."""
import json
from urllib.parse import parse_qsl, unquote, urlsplit

from schemas import faults


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def is_api(target):
    """The sandbox has paths of its own beside those of the API."""
    return target.startswith("/api/")


class _Repeated(ValueError):
    pass


def parsed(text):
    """JSON that names no member twice."""
    def members(pairs):
        result = dict(pairs)
        if len(result) != len(pairs):
            raise _Repeated("a member is named twice: " + ", ".join(name for name, _ in pairs))
        return result

    def no_constant(name):
        raise ValueError(f"{name} is not JSON")
    return json.loads(text, object_pairs_hook=members, parse_constant=no_constant)


def _typed(text, schema):
    """A parameter's text as the type that its schema names; a text that is not of it stays text and so fails."""
    if schema.get("type") == "integer" and text.lstrip("-").isdigit():
        return int(text)
    if schema.get("type") == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def _parameter_faults(operation, place, given):
    """`given` maps a lower-case name to its text."""
    for (where, name), parameter in operation.parameters.items():
        if where != place:
            continue
        if name not in given:
            if parameter.get("required"):
                yield f"{place} parameter {name} is missing"
            continue
        for fault in faults(parameter["schema"], _typed(given[name], parameter["schema"])):
            yield f"{place} parameter {name}: {fault}"


def _query_faults(operation, query):
    pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), errors="strict")
    for name in {name for name, _ in pairs}:
        if ("query", name) not in operation.parameters:
            yield f"query parameter {name} is unknown"
        if sum(1 for other, _ in pairs if other == name) > 1:
            yield f"query parameter {name} is there twice"
    yield from _parameter_faults(operation, "query", dict(pairs))


def _header_faults(document, operation, headers):
    for name in document.security_headers:
        if not headers.get(name.lower()):
            yield f"header {name} is missing"
    # OpenAPI keeps these two out of a document's parameters; the API wants them on every request.
    for name in ("accept", "content-type"):
        if headers.get(name) != "application/json":
            yield f"header {name} is not application/json"
    yield from _parameter_faults(operation, "header", headers)


def _body_faults(operation, body):
    if not body:
        if operation.body and operation.body.get("required"):
            yield "the body is missing"
        return
    if not operation.body:
        yield "this operation takes no body"
        return
    try:
        yield from faults(operation.body_schema(), parsed(body))
    except ValueError as error:
        yield f"the body: {error}"


def request_faults(document, request):
    """(operation or None, what is wrong with the request)."""
    url = urlsplit(request["url"])
    operation, arguments = document.find(request["method"], url.path)
    if operation is None:
        return None, [f"no operation {request['method']} {url.path}"]
    headers = {name.lower(): value for name, value in request["headers"].items()}
    found = list(_parameter_faults(operation, "path", {name: unquote(text) for name, text in arguments.items()}))
    found += _query_faults(operation, url.query)
    found += _header_faults(document, operation, headers)
    found += _body_faults(operation, request["body"])
    return operation, found


def reply_faults(document, reply):
    """(operation or None, what is wrong with the reply). A path that is no operation's must be refused in the envelope."""
    # A trailing slash is let pass (clients were seen to send one), so what comes back counts.
    operation, _ = document.find(reply["method"], urlsplit(reply["target"]).path.rstrip("/"))
    status = reply["status"]
    if status < 400 and status != 200:
        return operation, [f"{status} is neither the one success nor an error"]
    media = reply["headers"].get("content-type", "").split(";")[0].strip()
    if operation is None:
        described = {"application/json": {"schema": document.whole["components"]["schemas"]["ErrorResponse"]}}
        if status == 200:
            return None, [f"a success for {reply['method']} {reply['target']}, which is no operation"]
    else:
        described = operation.response_for(status)["content"]
    if media not in described:
        return operation, [f"content type {media!r} is not one of {sorted(described)}"]
    if media != "application/json":
        return operation, []
    try:
        return operation, faults(described[media]["schema"], parsed(reply["body"]))
    except ValueError as error:
        return operation, [f"the body: {error}"]
