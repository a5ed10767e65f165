"""Writes what fuzzing starts from: requests of the vectors and of the demo documents, and a dictionary of words.

    python3 seeds.py FOLDER

Makes FOLDER/<target>/ with one request a file, and FOLDER/words.dict with the fields and words of the schemas.
"""
from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGETS = sorted(path.stem for path in (Path(__file__).parent / "fuzz_targets").glob("*.rs"))
# Larger seeds slow every run down; the example has every entity.
LARGEST = 64 * 1024


def words(schema, found):
    """Names of fields and words of closed lists, anywhere in a schema."""
    if isinstance(schema, list):
        for part in schema:
            words(part, found)
    elif isinstance(schema, dict):
        found.update(schema.get("properties", {}))
        found.update(word for word in [*schema.get("enum", []), schema.get("const")] if isinstance(word, str))
        for part in schema.values():
            words(part, found)


# The part that status is made of: small enough to be changed often.
KEPT = {
    "goals": ("id", "name"),
    "bodies": ("id", "name", "kind", "cadences", "status_from"),
    "priorities": ("id", "name", "kind", "critical", "body", "goal", "parent", "depends_on", "weight", "tolerances",
                   "start", "end", "baselines"),
    "updates": None,
    "overrides": None,
    "blockers": ("id", "priority", "raised_on", "resolved_on", "recorded_on"),
}


def status_part(document):
    small = {name: part for name, part in document.items() if not isinstance(part, (list, dict))}
    for name, fields in KEPT.items():
        rows = document.get(name, [])
        small[name] = [{key: part for key, part in row.items() if fields is None or key in fields} for row in rows]
    for row in small["priorities"]:
        for baseline in row.get("baselines", []):
            baseline.pop("approved_by", None)
    return small


def requests(target):
    for path in sorted((ROOT / "tests/vectors" / target).glob("*.json")):
        yield path.stem, json.loads(path.read_text("utf-8"))["request"]
    for path in [ROOT / "core/tests/data/example_programme.json", *sorted((ROOT / "docs/demo").glob("*.json"))]:
        document = json.loads(path.read_text("utf-8"))
        if "schema_version" not in document:
            continue
        if target == "check":
            yield path.stem, document
            yield f"{path.stem}-request", {"document": document}
        if target == "assess":
            yield path.stem, {"document": document, "as_at": "2023-03-31"}
            for way in ("leaves", "children"):
                yield f"{path.stem}-{way}", {"document": status_part(document), "as_at": "2023-03-31", "policy": {"path": way}}


        days = {
            "compare": {"since": "2023-02-28", "as_at": "2023-03-31"},
            "history": {"dates": ["2023-02-28", "2023-03-31"]},
            "calibrate": {"months_before": [1, 3], "as_at": "2023-07-31"},
        }
        if target in days:
            yield path.stem, {"document": status_part(document), **days[target]}
    if target == "snapshot":
        for path in sorted((ROOT / "tests/vectors/verify_snapshots").glob("*.json")):
            yield f"verify-{path.stem}", json.loads(path.read_text("utf-8"))["request"]


def main():
    folder = Path(sys.argv[1])
    for target in TARGETS:
        (folder / target).mkdir(parents=True, exist_ok=True)
        written = 0
        for name, request in requests(target):
            text = json.dumps(request, ensure_ascii=False, separators=(",", ":"))
            if len(text.encode()) <= LARGEST:
                (folder / target / name).write_text(text, "utf-8")
                written += 1
        print(f"{target}: {written} seeds")
        if written == 0 and (ROOT / "tests/vectors" / target).is_dir():
            sys.exit(f"no seeds for {target}")
    found = set()
    for path in sorted((ROOT / "docs/schema").glob("*.json")):
        words(json.loads(path.read_text("utf-8")), found)
    lines = [f'"\\"{word}\\""' for word in sorted(found) if word.isascii() and '"' not in word]
    (folder / "words.dict").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
