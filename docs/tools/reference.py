"""Writes the generated parts of the reference, from docs/schema, tests/vectors and the installed package.

A Sphinx extension: the parts are written to docs/_build/generated before the pages that include them are read. Words
come from the schemas, which come from the Rust types; examples come from the vectors that every language runs.
"""

import json
import pathlib
import re
from collections.abc import Iterator
from types import ModuleType

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

import signatures

DOCS = pathlib.Path(__file__).resolve().parents[1]
# The names that the packages give to types.
NAMES = signatures.assigned("bindings-python/generate_types.py", "NAMES")
# Codes that no vector gives: the packages give them, before the core is asked.
FACADE = "See [what the packages refuse](#what-the-packages-refuse)."
ELSEWHERE = dict.fromkeys(("undefined_value", "big_integer", "date_object", "not_plain_data", "cycle_in_data", "not_ready"), FACADE)
# Types that are said in words and need no table of their own.
TYPES = {
    "Amount": "number, 0 or more",
    "Day": "date",
    "Decimal": "number, at most 6 decimal places",
    "DecimalShare": "share, 0 to 1",
    "Every": '`month`, `quarter`, `half_year`, `year` or `{"days": n}`',
    "Lag": "whole number of days",
    "MonthDay": "month and day, `MM-DD`",
    "Count": "whole number, or null where it is not known",
    "Percent": "number, 0 to 100",
    "Factor": "number above 0 and at most 10, or the text `3/1.128`",
    "Period": "period",
    "PointCount": "whole number from 1 to 10,000",
    "RateBase": "number above 0 and at most 1,000,000,000",
    "Ratio": "number from 0.001 to 1,000",
    "RunLength": "whole number from 2 to 30",
    "Share": "share, 0 to 1",
    "Size": "number, 0 or more, at most 6 decimal places",
    "Text": "text",
    "Weight": "weight above 0",
}
# Types whose rows stand with those of another schema.
SETTINGS = (
    "TwoOfThree", "Screening", "ShortSeries", "TiesRule", "MissingRule", "EqualityRule", "RuleFamily", "PointFrequency",
    "SpcChart", "SpcPreset", "ConflictRule", "ObservationStatus", "ImprovementDirection",
)
SHARED = {"Level": "results", "Horizon": "document", "Reading": "results", **dict.fromkeys(SETTINGS, "document")}
# Results with a section of their own on the page of results: operation -> type.
RESULTS = {
    "compare": "Comparison",
    "history": "History",
    "calibrate": "Calibration",
    "from_rows": "FromRows",
    "parse_period": "ParsedPeriod",
    "guard": "Guarded",
    "redact": "Redacted",
    "spc": "Spc",
    "icon": "Icon",
    "spc_table": "JudgedTable",
    "compare_spc": "SpcComparison",
    "spc_history": "SpcHistory",
    "spc_append": "SpcAppended",
    "suggest_recalculations": "RecalculationAdvice",
    "aggregate_series": "AggregatedSeries",
    "prioritise": "Prioritisation",
    "compare_rounds": "RoundComparison",
    "derive_weights": "DerivedWeights",
    "score_matrix": "ScoredMatrix",
    "select_portfolio": "PortfolioSelection",
    "check_representation": "RepresentationCheck",
    "apportion": "Apportionment",
    "check_quorum": "QuorumAnswer",
    "tally_votes": "Tally",
    "review_rotation": "Rotation",
    "measure_voting_power": "VotingPower",
}
# What the argument of an operation is made of.
ARGUMENTS = {
    "from_rows": ["ColumnStated"],
    "spc": ["SpcTarget", "SpcBaseline", "NotedPoint", "SpcOptions", "Clamp"],
    "spc_table": ["LongTable"],
    "compare_spc": ["SpcOptionSet"],
    "spc_history": ["SpcExtract"],
    "aggregate_series": ["MemberFigure", "MemberSpan"],
    "derive_weights": ["Judgement"],
    "score_matrix": ["ScoreParameters", "Preference"],
    "select_portfolio": ["Candidate", "PortfolioConstraints", "GroupLimit"],
    "check_representation": ["Tolerance"],
    "check_quorum": ["QuorumMember", "PresentRow"],
    "review_rotation": ["Turn", "MembershipRow"],
}
# Types that have a page of their own.
PAGES = {
    "Code": "[code](/reference/problems.md)",
    "FindingCode": "[code](/reference/findings.md)",
    "Policy": "[policy](/reference/policy.md)",
    "StatusPolicy": "[policy](/reference/policy.md), whole",
}


def setup(app: Sphinx) -> dict[str, object]:
    """Sphinx calls this."""
    app.add_config_value("equipoise_vectors", "", "env", types=frozenset({str}))
    app.connect("builder-inited", lambda app: write(pathlib.Path(app.config.equipoise_vectors)))
    return {"version": "1", "parallel_read_safe": True}


def write(vectors: pathlib.Path) -> None:
    """Writes every part."""
    document, arguments, results = (Schema(name) for name in ("document", "arguments", "results"))
    found = Examples(vectors)
    parts = {
        "entities": entities(document),
        "policy": rows(arguments.types["Policy"], arguments) + sections(arguments, arguments.below("Policy")),
        "report": sections(results, results.below("Report", *RESULTS.values())),
        "results": answers(results),
        "roll_up_items": sections(arguments, ["RollUpItem", "ItemEvidence"], level=4),
        "roll_up_result": sections(results, ["RollUpResult"], level=4),
        "problem": rows(results.types["Problem"], results),
        "legend": rows(results.types["LegendEntry"], results),
        "problem_codes": codes(results.words("Code"), ELSEWHERE | found.problems),
        "finding_codes": codes(results.words("FindingCode"), found.findings),
    }
    parts |= {f"signature_{operation}": signatures.tabs(operation) for operation in signatures.OPERATIONS}
    parts |= {f"arguments_{operation}": sections(arguments, names, level=3) for operation, names in ARGUMENTS.items()}
    folder = DOCS / "_build/generated"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in parts.items():
        file = folder / f"{name}.md"
        # A file that has not changed keeps its time, so that Sphinx does not build its page anew.
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")


class Schema:
    """One of the schema files."""

    def __init__(self, name: str) -> None:
        self.name = name
        text = (DOCS / f"schema/{name}.schema.json").read_text(encoding="utf-8")
        self.root = json.loads(re.sub(r"(?<=#/\$defs/)\w+", lambda found: NAMES.get(found[0], found[0]), text))
        self.types = {NAMES.get(name, name): described for name, described in self.root["$defs"].items()}

    def words(self, name: str) -> list[dict]:
        """The words of a closed list; none if the type is no such list."""
        choices = self.types[name].get("oneOf", [])
        return choices if all("const" in choice for choice in choices) else []

    def below(self, name: str | None, *without: str) -> list[str]:
        """The types that a type (or the whole) uses, in the order in which they are met, itself first; and not some."""
        found: list[str] = []

        def visit(node: object) -> None:
            for key, value in node.items() if isinstance(node, dict) else enumerate(node if isinstance(node, list) else []):
                if key == "$ref":
                    enter(value.rsplit("/", 1)[-1])
                elif key != "$defs":
                    visit(value)

        def enter(name: str) -> None:
            if name not in found and name not in without:
                found.append(name)
                if name not in PAGES or len(found) == 1:
                    visit(self.types[name])

        visit(self.root) if name is None else enter(name)
        return found

    def spelled(self, field: dict | bool) -> str:
        """A field's type in words."""
        if not isinstance(field, dict):
            return "anything"
        if "const" in field:
            return f"`{field['const']}`"
        if "$ref" in field:
            return self.named(field["$ref"].rsplit("/", 1)[-1])
        if "anyOf" in field:
            return " or ".join(self.spelled(choice) for choice in field["anyOf"] if choice.get("type") != "null")
        kinds = field.get("type", [])
        kind = next((kind for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind != "null"), "anything")
        if kind == "array":
            row = self.spelled(field["items"])
            return f"list of {row}s" if row.endswith("text") else f"list of {row}"
        if kind == "object":
            values = field.get("additionalProperties")
            return f"names, each with a {self.spelled(values)}" if isinstance(values, dict) else "names and values"
        text = "text" if self.name == "results" else "short text"
        return {"string": text, "integer": "whole number", "boolean": "true or false"}.get(kind, kind)

    def named(self, name: str) -> str:
        words, described = self.words(name), self.types[name]
        if len(words) == 1:
            return f"`{words[0]['const']}`"
        if name not in TYPES and name not in PAGES and not words and "properties" not in described:
            return self.spelled(described)
        return TYPES.get(name) or PAGES.get(name) or f"[{name}](#{self.anchor(name)})"

    def anchor(self, name: str) -> str:
        return SHARED.get(name, self.name) + re.sub(r"(?=[A-Z])", "-", name).lower()


def entities(schema: Schema) -> str:
    """Every entity of the document, in its order; the closed lists of words at the end."""
    below = schema.below(None)
    records = [name for name in below if not schema.words(name)]
    lists = [name for name in below if schema.words(name)]
    top = f"## Programme\n\n{schema.root['description']}\n\n{rows(schema.root, schema)}\n"
    return f"{top}{sections(schema, records)}## Closed lists of words\n\n{sections(schema, lists, level=3)}"


def answers(schema: Schema) -> str:
    """Every result of an operation, with the types that no page before it has."""
    told = schema.below("Report", *RESULTS.values())
    parts = []
    for operation, name in RESULTS.items():
        own = [name for name in schema.below(name) if name not in told]
        told += own
        parts.append(f"## {operation}\n\n{sections(schema, own, level=3)}")
    return "\n".join(parts)


def sections(schema: Schema, names: list[str], level: int = 2) -> str:
    """A heading for each type that needs one, with its table or its list of words."""
    parts = []
    for name in names:
        words, fields = schema.words(name), schema.types[name].get("properties")
        if name in TYPES or name in PAGES or len(words) == 1 or not (words or fields):
            continue
        # The page of the document holds them for all.
        if name in SETTINGS and schema.name != "document":
            continue
        description = plain(schema.types[name].get("description", ""))
        parts.append(f"({schema.anchor(name)})=\n{'#' * level} {name}\n\n{description}\n")
        if fields:
            parts.append(rows(schema.types[name], schema))
        else:
            parts.append("".join(f"- `{word['const']}`: {plain(word.get('description', ''))}\n" for word in words))
    return "\n".join(parts) + "\n"


def rows(record: dict, schema: Schema) -> str:
    """A table of fields. In what is given, those that must be there are marked; in results all always are."""
    must = record.get("required", []) if schema.name != "results" else []
    lines = ["| field | holds | meaning |", "|---|---|---|"]
    for name, field in record["properties"].items():
        mark = " (required)" if name in must else ""
        lines.append(f"| `{name}`{mark} | {schema.spelled(field)} | {plain(field.get('description', ''))} |")
    return "\n".join(lines) + "\n"


def plain(text: str) -> str:
    # A link between Rust types.
    text = re.sub(r"\[(`[\w:]+`)\]", lambda link: link[1].replace("::", "."), text)
    return text.replace("\n", " ").replace("|", r"\|")


class Examples:
    """For each code what `describe` says of a vector that gives it: one of a document if there is one, and a short one."""

    def __init__(self, folder: pathlib.Path) -> None:
        import equipoise  # docs/test.sh installs it beside Sphinx

        files = sorted(folder.glob("*/*.json"))
        if not files:
            raise ExtensionError(f"no vectors were found in {folder}")
        problems: dict[str, list[tuple[bool, int, str]]] = {}
        findings: dict[str, list[tuple[bool, int, str]]] = {}
        for file in files:
            response = json.loads(file.read_text(encoding="utf-8"), parse_int=whole)["answer"]
            answer = response.get("answer")
            # Rows that are read answer with the problems of their cells.
            read = answer.get("problems", []) if isinstance(answer, dict) else answer
            wrong = response.get("problems") or (read if isinstance(read, list) else [])
            for row in [row for row in wrong if isinstance(row, dict) and "accepted" in row]:
                said = equipoise.describe(row)[0]
                problems.setdefault(row["code"], []).append((file.parent.name != "check" or row["path"].count("/") < 2, len(said), said))
            for row in every_finding(answer):
                said = equipoise.describe(row)[0]
                findings.setdefault(row["code"], []).append((file.parent.name != "assess", len(said), said))
        problems["too_many_scorers"] = [(True, 0, equipoise.describe(crowd(equipoise))[0])]
        self.problems = {code: plain(short(min(found)[2])) for code, found in problems.items()}
        self.findings = {code: plain(short(min(found)[2])) for code, found in findings.items()}


def crowd(equipoise: ModuleType) -> dict:
    """The problem of one scorer too many, which is too long for a vector."""
    given = {"organisation": "RNA", "proposal": "A", "criterion": "benefit", "score": 1}
    exercise = {
        "criteria": [{"id": "benefit", "name": "Benefit", "scale": {"worst": 0, "best": 1}, "weight": 1}],
        "proposals": [{"id": "A", "name": "A"}],
        "scores": [{"scorer": f"s{number}", **given} for number in range(1001)],
    }
    try:
        equipoise.prioritise(exercise)
    except equipoise.EquipoiseError as error:
        return error.problems[0]
    raise ExtensionError("1,001 scorers were not too many")


def whole(digits: str) -> float:
    """A whole number; as a float where it would not be the same number in every language."""
    return int(digits) if len(digits) < 16 else float(digits)


def every_finding(answer: object) -> Iterator[dict]:
    """The findings of an answer and of its parts; an answer may be a list of them."""
    if isinstance(answer, list) and answer and all(isinstance(row, dict) and {"code", "severity", "subject"} <= row.keys() for row in answer):
        yield from answer
        return
    for key, value in answer.items() if isinstance(answer, dict) else enumerate(answer if isinstance(answer, list) else []):
        if key == "findings" and isinstance(value, list):
            yield from value
        else:
            yield from every_finding(value)


def short(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"


def codes(words: list[dict], examples: dict[str, str]) -> str:
    """Every code with its line and an example. A code without an example stops the build."""
    missing = [word["const"] for word in words if word["const"] not in examples]
    if missing:
        raise ExtensionError(f"no vector gives: {', '.join(missing)}")
    return "\n".join(f"## {word['const']}\n\n{plain(word['description'])}\n\n> {examples[word['const']]}\n" for word in words)
