# SPDX-License-Identifier: Apache-2.0
"""Values that keep to a schema, and the same ones broken in one place each: what a validator must tell apart."""
import copy
import re

_TEXTS = ("text", "1", "XF", "EUR", "2020-09-07T10:35:46Z", "2020-06-09", "ConnectionNotFound")
_BY_FORMAT = {"date": "2020-06-09", "date-time": "2020-09-07T10:35:46Z", "byte": "YQ=="}


def _text(schema):
    if "format" in schema:
        return _BY_FORMAT[schema["format"]]
    return next(text for text in _TEXTS if re.search(schema.get("pattern", ""), text))


def sample(schema):
    """A value with every member that the schema names, save those that exclude one another."""
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return sample(schema["anyOf"][0])
    kind = schema["type"]
    if kind == "object":
        names = list(schema.get("properties", {}))
        left_out = schema.get("not", {}).get("required", [])[1:] + names[schema.get("maxProperties", len(names)):]
        return {name: sample(schema["properties"][name]) for name in names if name not in left_out}
    if kind == "array":
        return [sample(schema["items"])]
    return {"string": _text, "boolean": lambda _: True, "number": lambda _: 1.5,
            "integer": lambda one: one.get("minimum", 1)}[kind](schema)


def _of_another_type(schema):
    return "text" if schema.get("type") in ("object", "array") or "allOf" in schema else {"an": "object"}


def broken(schema, instance, trail="(root)"):
    """(what is wrong, the instance with that one fault), for every level."""
    if isinstance(instance, list):
        if instance:
            for what, worse in broken(schema.get("items", {}), instance[0], trail + "[0]"):
                yield what, [worse] + instance[1:]
        return
    if not isinstance(instance, dict):
        return
    if schema.get("additionalProperties") is False:
        yield f"{trail}: unknown member", {**instance, "unknown_member": True}
    for part in schema.get("allOf", []):
        yield from broken(part, instance, trail)
    for name in schema.get("required", []):
        yield f"{trail}: {name} is missing", {key: value for key, value in instance.items() if key != name}
    for name, member in schema.get("properties", {}).items():
        if name in instance:
            yield f"{trail}.{name}: wrong type", {**instance, name: _of_another_type(member)}
            for what, worse in broken(member, instance[name], f"{trail}.{name}"):
                yield what, {**copy.deepcopy(instance), name: worse}
