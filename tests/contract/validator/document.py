# SPDX-License-Identifier: Apache-2.0
"""The OpenAPI document: read, held against OpenAPI's own schema, its operations found by method and path."""
import json
import re
from dataclasses import dataclass

import yaml

from schemas import meta_validator, resolved

META_SCHEMA = "/usr/share/openapi-specification/schemas/v3.0/schema.json"  # Debian's package openapi-specification
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Times stay text, as they are in JSON."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    path: str
    parameters: dict  # (in, lower-case name) -> parameter object
    body: dict  # the request body object, or None
    responses: dict

    def body_schema(self):
        return self.body["content"]["application/json"]["schema"] if self.body else None

    def response_for(self, status):
        return self.responses.get(str(status), self.responses.get("default"))


class Document:
    """References are replaced by what they name, so schemas can be used as they are. `raw` is the document as written."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.raw = yaml.load(file, _Loader)
        self.base_path = re.sub(r"^https://[^/]+", "", self.raw["servers"][0]["url"])
        self.whole = resolved(self.raw)
        self.operations = {operation.id: operation for operation in self._read_operations()}
        self.security_headers = [
            scheme["name"]
            for scheme in self.whole["components"]["securitySchemes"].values()
            if scheme["type"] == "apiKey" and scheme["in"] == "header"
        ]

    def _read_operations(self):
        for path, item in self.whole["paths"].items():
            for method in METHODS:
                if method in item:
                    described = item[method]
                    parameters = {
                        (one["in"], one["name"].lower()): one
                        for one in item.get("parameters", []) + described.get("parameters", [])
                    }
                    yield Operation(described["operationId"], method.upper(), path, parameters,
                                    described.get("requestBody"), described["responses"])

    def find(self, method, path):
        """The operation and its path arguments; (None, {}) when the document has no such route. `path` includes the base."""
        if not path.startswith(self.base_path + "/"):
            return None, {}
        below = path[len(self.base_path):]
        # A path without arguments wins over one that has some, as OpenAPI says.
        for operation in sorted(self.operations.values(), key=lambda one: one.path.count("{")):
            pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(operation.path))
            match = re.fullmatch(pattern, below)
            if match and operation.method == method:
                return operation, match.groupdict()
        return None, {}

    def violations(self):
        """What OpenAPI's own schema has against the document."""
        with open(META_SCHEMA, encoding="utf-8") as file:
            validator = meta_validator(json.load(file))
        for error in validator.iter_errors(self.raw):
            yield "/".join(str(step) for step in error.absolute_path) + ": " + error.message[:300]
