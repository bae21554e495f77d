"""360Giving's own schema and converter, as a publisher's checker uses them; nothing of ours."""

from __future__ import annotations

import json
import re
import warnings
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

FORMATS = FormatChecker(())


@FORMATS.checks("date-time")
def is_moment(value: object) -> bool:
    """Tell whether a text is a moment as RFC 3339 writes it; jsonschema alone does not check that."""
    return not isinstance(value, str) or bool(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", value)
    )


def _schema(path: Path) -> dict:
    schema = json.loads(path.read_text(encoding="utf-8"))
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"  # it says http, which names no draft
    return schema


def faults(package: dict, schemas: Path) -> list[str]:
    """Check a package against the package schema and each grant against the item schema, formats too."""
    item = _schema(schemas / "360-giving-schema.json")
    whole = _schema(schemas / "360-giving-package-schema.json")
    whole["properties"]["grants"]["items"]["$ref"] = item["$id"]  # it names an older item schema
    registry = Registry().with_resource(item["$id"], Resource(contents=item, specification=DRAFT202012))
    # a reader may check formats or may not; both must find nothing
    checkers = [Draft202012Validator(whole, registry=registry, format_checker=how) for how in (None, FORMATS)]
    return [f"{one.json_path}: {one.message}" for check in checkers for one in check.iter_errors(package)]


def unflattened(table: Path, schemas: Path, into: Path) -> dict:
    """Turn a CSV into JSON by its titles, as flattentool does for 360Giving."""
    import flattentool

    folder, made = into / "tables", into / "unflattened.json"
    folder.mkdir()
    (folder / "grants.csv").write_bytes(table.read_bytes())
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        flattentool.unflatten(
            str(folder),
            output_name=str(made),
            input_format="csv",
            root_list_path="grants",
            root_id="",
            schema=str(schemas / "360-giving-schema.json"),
            convert_titles=True,
            metatab_name="Meta",
        )
    found = json.loads(made.read_text(encoding="utf-8"))
    found["said"] = [str(one.message) for one in said]
    return found
