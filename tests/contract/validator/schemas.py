# SPDX-License-Identifier: Apache-2.0
"""OpenAPI 3.0's dialect of JSON Schema on top of python3-jsonschema: what it says about `nullable` and about formats."""
import base64
import binascii
import datetime
import re

from jsonschema import Draft4Validator, FormatChecker
from jsonschema.validators import extend

_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(\.\d+)?([Zz]|[+-]\d{2}:\d{2})")
formats = FormatChecker(formats=())


@formats.checks("date", raises=ValueError)
def _is_date(text):
    return not isinstance(text, str) or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text)
                                             and datetime.date.fromisoformat(text))


@formats.checks("date-time", raises=ValueError)
def _is_time(text):
    if not isinstance(text, str):
        return True
    match = _TIME.fullmatch(text)
    return bool(match and datetime.datetime.fromisoformat(match[1] + "T" + match[2]))


@formats.checks("byte", raises=binascii.Error)
def _is_base64(text):
    return not isinstance(text, str) or base64.b64decode(text, validate=True) is not None


@formats.checks("int64")
def _is_int64(number):
    return not isinstance(number, int) or -2**63 <= number < 2**63


def _type(validator, wanted, instance, schema):
    if instance is None and schema.get("nullable") is True:
        return
    yield from Draft4Validator.VALIDATORS["type"](validator, wanted, instance, schema)


_OpenApi30 = extend(Draft4Validator, {"type": _type})


def faults(schema, instance, limit=3):
    """The first violations of a resolved schema, deepest first, each as `where: what`."""
    validator = _OpenApi30(schema, format_checker=formats)
    found = sorted(validator.iter_errors(instance), key=lambda error: -len(error.absolute_path))
    return [_words(error) for error in found[:limit]]


def _words(error):
    where = ".".join(str(step) for step in error.absolute_path) or "(root)"
    text = error.message if len(error.message) <= 200 else error.message[:100] + " … " + error.message[-95:]
    return f"{where}: {text}"


def meta_validator(meta_schema):
    return Draft4Validator(meta_schema, format_checker=formats)


def resolved(root):
    """The document with each local `$ref` replaced by what it names. None refers to itself, which ends in an error."""
    def walk(node, trail):
        if isinstance(node, list):
            return [walk(one, trail) for one in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            reference = node["$ref"]
            if not reference.startswith("#/") or reference in trail:
                raise ValueError(f"{reference}: leads out of the document or into itself")
            target = root
            for step in reference[2:].split("/"):
                target = target[step]
            return walk(target, trail + (reference,))
        return {key: walk(value, trail) for key, value in node.items()}
    return walk(root, ())
