"""Write the typed dicts of the package from the JSON Schemas in docs/schema.

    python generate_types.py [--schemas FOLDER] [--out FILE]

The generator is pinned in requirements-dev.txt, so that the same schemas give
the same file; a test compares.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parent / "docs" / "schema"
TYPES = HERE / "python" / "equipoise" / "types.py"
HEADER = '''"""The shapes of documents and results, as typed dicts.

Generated from docs/schema by generate_types.py: do not edit.
"""'''
OPTIONS = [
    "--input-file-type=jsonschema",
    "--schema-version=2020-12",
    "--strict-refs",
    "--output-model-type=typing.TypedDict",
    "--target-python-version=3.11",
    "--no-use-closed-typed-dict",
    "--enum-field-as-literal=all",
    "--use-schema-description",
    "--use-field-description",
    "--use-single-line-docstring",
    "--type-mappings=date=string",
    "--formatters=builtin",
    "--disable-timestamp",
]
# Names that say too little where there are no modules around them, or that stand for two types.
NAMES = {
    "Best": "BestArrangement",
    "Check": "RepresentationCheck",
    "Constraints": "PortfolioConstraints",
    "Exact": "ExactTest",
    "Index": "UnevennessIndex",
    "Method": "ApportionmentMethod",
    "Scored": "ScoredMatrix",
    "Selection": "PortfolioSelection",
    "Setting": "PreferenceSetting",
    "Setting2": "ThresholdSetting",
    "Statements": "WeightStatements",
    "Step": "RoundStep",
    "Step2": "ApportionmentStep",
    "Zero": "ZeroRepresentation",
}


def readable(shape: Any) -> Any:
    """Give the shape with the names above, and as the generator understands it."""
    if isinstance(shape, list):
        return [readable(part) for part in shape]
    if not isinstance(shape, dict):
        return shape
    changed = {key: readable(part) for key, part in shape.items()}
    if isinstance(shape.get("$ref"), str):
        place, _, name = shape["$ref"].rpartition("/")
        changed["$ref"] = f"{place}/{_name(name)}"
    if isinstance(shape.get("$defs"), dict):
        changed["$defs"] = {_name(name): part for name, part in changed["$defs"].items()}
    if isinstance(shape.get("description"), str):
        # A link between Rust types.
        links = re.sub(r"\[(`[\w:]+`)\]", r"\1", shape["description"])
        changed["description"] = re.sub(r"(?<=\w)::(?=\w)", ".", links)
    if shape.get("type") == ["object", "null"]:
        # The generator forgets what such an object holds.
        described = {key: changed.pop(key) for key in ["description"] if key in changed}
        changed = {**described, "anyOf": [{**changed, "type": "object"}, {"type": "null"}]}
    return changed


def _name(name: str) -> str:
    """Give the name of a type; the schemas number types of one name, and which is which says nobody."""
    chosen = NAMES.get(name, name)
    if chosen[-1].isdigit():
        raise ValueError(f"two types have the name {name.rstrip('0123456789')}: give both a name in NAMES")
    return chosen


def merge(document: dict[str, Any], arguments: dict[str, Any], results: dict[str, Any]) -> dict[str, Any]:
    """Join the schemas into one.

    A shape may be given in part and be returned whole: where the two differ
    in a shape of one name, or in one that it refers to, the given one is
    called NameInput.
    """
    given, returned = arguments["$defs"] | document["$defs"], results["$defs"]
    if differing := {name for name, shape in arguments["$defs"].items() if given[name] != shape}:
        raise ValueError(f"document and arguments differ in {sorted(differing)}")
    while more := {
        name
        for name in given.keys() & returned.keys() - differing
        if _renamed(given[name], differing) != returned[name]
    }:
        differing |= more
    shapes = {f"{name}Input" if name in differing else name: _renamed(given[name], differing) for name in given}
    return {**_renamed(document, differing), "$defs": {**shapes, **returned}}


def _renamed(shape: Any, differing: set[str]) -> Any:
    """Give the shape with references to the differing names turned to NameInput."""
    if isinstance(shape, list):
        return [_renamed(part, differing) for part in shape]
    if not isinstance(shape, dict):
        return shape
    renamed = {key: _renamed(part, differing) for key, part in shape.items()}
    reference = shape.get("$ref")
    if isinstance(reference, str) and reference.removeprefix("#/$defs/") in differing:
        renamed["$ref"] = f"{reference}Input"
    return renamed


def generate(schemas: Path) -> str:
    """Give the text of types.py."""
    names = ["document", "arguments", "results"]
    read = [readable(json.loads((schemas / f"{name}.schema.json").read_text("utf-8"))) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        merged, written = Path(folder, "merged.json"), Path(folder, "types.py")
        merged.write_text(json.dumps(merge(*read)), "utf-8")
        command = [sys.executable, "-W", "ignore", "-m", "datamodel_code_generator", *OPTIONS]
        command += [f"--input={merged}", f"--output={written}", f"--custom-file-header={HEADER}"]
        subprocess.run(command, check=True)
        return _formatted(written.read_text("utf-8"))


def _formatted(text: str) -> str:
    """Give the text as ruff formats the package."""
    command = [sys.executable, "-m", "ruff", "format", "--quiet", f"--stdin-filename={TYPES}", "-"]
    done = subprocess.run(command, input=text, capture_output=True, check=True, cwd=HERE, encoding="utf-8")
    return done.stdout


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--schemas", type=Path, default=SCHEMAS, help="folder of the schemas")
    parser.add_argument("--out", type=Path, default=TYPES, help="file to write")
    given = parser.parse_args()
    given.out.write_text(generate(given.schemas), "utf-8")


if __name__ == "__main__":
    main()
