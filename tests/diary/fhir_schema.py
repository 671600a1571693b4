"""HL7's own JSON schema of FHIR R4, as it comes in a package of Node's registry (`widget/package-lock.json`)."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import Any

from jsonschema import Draft6Validator

from tools.widget import PACKAGES, install

SCHEMA = PACKAGES / "@asymmetrik" / "fhir-json-schema-validator" / "fhir.schema.json"
# The file that was read when it was taken: `id` http://hl7.org/fhir/json-schema/4.0, 680 definitions.
DIGEST = "15b9548af6412c44faaa411456e0652542de286fd1c58ef882b09bdc8947909d"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """The schema, which is the one that was read."""
    install()
    content = SCHEMA.read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGEST, "this is another schema than the one that was read"
    found: dict[str, Any] = json.loads(content)
    assert found["id"] == "http://hl7.org/fhir/json-schema/4.0"
    return found


@lru_cache(maxsize=8)
def _validator(definition: str) -> Draft6Validator:
    whole = schema()
    # A schema of its own, so that no reference leaves it for the address in its id.
    one = {"$schema": whole["$schema"], "definitions": whole["definitions"], "$ref": f"#/definitions/{definition}"}
    return Draft6Validator(one)


def errors(resource: dict[str, Any]) -> list[str]:
    """What the schema says is wrong with a resource; of a bundle, each resource is held against its type."""
    kind = resource["resourceType"]
    if kind != "Bundle":
        return [_said(kind, error) for error in _validator(kind).iter_errors(resource)]
    shell = {
        **resource,
        "entry": [{name: one[name] for name in one if name != "resource"} for one in resource["entry"]],
    }
    found = [_said(kind, error) for error in _validator(kind).iter_errors(shell)]
    return found + [said for one in resource["entry"] for said in errors(one["resource"])]


def whole_errors(resource: dict[str, Any]) -> list[str]:
    """The same by the whole schema at once, where every resource of a bundle may be of any type: slow."""
    whole = {name: value for name, value in schema().items() if name != "id"}
    return [_said("whole", error) for error in Draft6Validator(whole).iter_errors(resource)]


def _said(kind: str, error: Any) -> str:
    return f"{kind} {'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"
