"""What botocore's own validation says of requests: one JSON line each in, one out.

usage: python3 validator.py SHAPES.json < REQUESTS > ANSWERS
REQUESTS: [operation, request] in the form of scripts/judge/validator-form.ts. ANSWERS: sorted texts, "kind path".
SHAPES.json is facts/sagemaker-shapes.json: botocore validates against the same shapes, whatever its version.
"""
import json, re, sys

from botocore.model import ShapeResolver
from botocore.validate import ParamValidator

KINDS = {
    "missing required field": "required",
    "unknown field": "unknown",
    "invalid type": "type",
    "invalid range": "minimum",
    "invalid length": "minimum",
}


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    [(mark, inner)] = value.items() if len(value) == 1 else [(None, None)]
    if mark == "$float":
        return float(inner)
    if mark == "$tuple":
        return tuple(decode(item) for item in inner)
    if mark == "$set":
        return set(inner)
    if mark == "$bytes":
        return inner.encode("latin-1")
    if mark == "$dict":
        return {key: decode(item) for key, item in inner}
    return {key: decode(item) for key, item in value.items()}


def answer(reason, name, more):
    name = re.sub(r" \(key: (.*?)\)", r".\1", name, flags=re.S)
    if reason == "missing required field":
        name += "." + more["required_name"]
    if reason == "unknown field":
        name += "." + str(more["unknown_param"])
    return (KINDS[reason] + " " + name.removeprefix(".")).rstrip()


services = json.load(open(sys.argv[1]))["services"]
inputs = {
    operation: ShapeResolver(service["shapes"]).get_shape_by_name(shape)
    for service in services.values()
    for operation, shape in service["operations"].items()
}
for line in sys.stdin:
    operation, request = json.loads(line)
    report = ParamValidator().validate(decode(request), inputs[operation])
    print(json.dumps(sorted(answer(*error) for error in report._errors)))
