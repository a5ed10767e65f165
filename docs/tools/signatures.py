"""The signature of every operation in three languages, read from the sources."""

import ast
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / "bindings-python/python/equipoise"
JAVASCRIPT = [
    ROOT / f"bindings-wasm/js/{name}.ts"
    for name in ("status", "replay", "variation", "columns", "prioritise", "represent", "track", "result")
]
RUST = ROOT / "core/src"

# Operation -> its name in JavaScript, and its functions in Rust as (file, path of the type or module, name).
OPERATIONS = {
    "check": ("check", [("model/door.rs", "Programme::", "from_json"), ("model/door.rs", "Programme::", "from_value")]),
    "assess": ("assess", [("report.rs", "", "assess"), ("report.rs", "Options::", "as_at")]),
    "compare": (
        "compare",
        [("replay/comparison.rs", "replay::", "compare"), ("replay/comparison.rs", "CompareOptions::", "between")],
    ),
    "history": ("history", [("replay/history.rs", "replay::", "history"), ("replay/history.rs", "HistoryOptions::", "at")]),
    "calibrate": (
        "calibrate",
        [
            ("replay/calibration.rs", "replay::", "calibrate"),
            ("replay/calibration.rs", "CalibrationOptions::", "months_before"),
        ],
    ),
    "snapshot": ("snapshot", [("replay/snapshot.rs", "replay::", "snapshot"), ("replay/snapshot.rs", "Released::", "by")]),
    "verify_snapshots": ("verifySnapshots", [("replay/snapshot.rs", "replay::", "verify_snapshots")]),
    "roll_up": ("rollUp", [("status/simple.rs", "status::", "roll_up")]),
    "from_rows": ("fromRows", [("tracker.rs", "tracker::", "from_rows"), ("tracker.rs", "tracker::Options::", "new")]),
    "parse_period": ("parsePeriod", [("document/period/formats.rs", "document::period::", "parse_period")]),
    "guard": ("guard", [("document/guard.rs", "document::", "guard")]),
    "redact": ("redact", [("document/redact.rs", "document::", "redact")]),
    "csv": ("csv", [("csv.rs", "", "csv")]),
    "html": ("html", [("html.rs", "", "html")]),
    "table": ("table", [("table.rs", "", "table")]),
    "describe": (
        "describe",
        [("describe.rs", "", "describe"), ("sentence.rs", "describe_", "report"), ("sentence.rs", "describe_", "finding")],
    ),
    "chart": ("chart", [("chart.rs", "", "chart")]),
    "legend": ("legend", [("legend.rs", "", "legend")]),
    "spc": ("spc", [("variation/judge.rs", "variation::", "spc")]),
    "spc_table": ("spcTable", [("variation/table.rs", "variation::", "spc_table")]),
    "compare_spc": ("compareSpc", [("variation/compare.rs", "variation::", "compare")]),
    "spc_history": ("spcHistory", [("variation/history.rs", "variation::", "history")]),
    "spc_append": (
        "spcAppend",
        [("variation/append.rs", "variation::", "start"), ("variation/append.rs", "variation::", "append")],
    ),
    "suggest_recalculations": (
        "suggestRecalculations",
        [("variation/recalculation.rs", "variation::", "suggest_recalculations")],
    ),
    "aggregate_series": ("aggregateSeries", [("variation/aggregate.rs", "variation::", "aggregate")]),
    "icon": ("icon", [("variation/icons.rs", "variation::icons::", "icon")]),
    "prioritise": ("prioritise", [("prioritisation.rs", "prioritisation::", "rank")]),
    "compare_rounds": ("compareRounds", [("prioritisation/rounds.rs", "prioritisation::", "compare_rounds")]),
    "derive_weights": ("deriveWeights", [("prioritisation/weights.rs", "prioritisation::weights::", "derive_weights")]),
    "score_matrix": ("scoreMatrix", [("prioritisation/matrix.rs", "prioritisation::matrix::", "score_matrix")]),
    "select_portfolio": ("selectPortfolio", [("prioritisation/portfolio.rs", "prioritisation::portfolio::", "select_portfolio")]),
    "check_representation": ("checkRepresentation", [("representation/check.rs", "representation::", "check")]),
    "apportion": ("apportion", [("representation/apportion.rs", "representation::", "apportion")]),
    "check_quorum": ("checkQuorum", [("representation/quorum.rs", "representation::", "check_quorum")]),
    "tally_votes": ("tallyVotes", [("representation/votes.rs", "representation::", "tally_votes")]),
    "review_rotation": ("reviewRotation", [("representation/rotation.rs", "representation::", "review_rotation")]),
    "measure_voting_power": ("measureVotingPower", [("representation/power.rs", "representation::", "measure_voting_power")]),
}


def tabs(operation: str) -> str:
    """The signatures of an operation as a set of tabs."""
    in_javascript, in_rust = OPERATIONS[operation]
    texts = {
        "Python": python(operation),
        "JavaScript": javascript(in_javascript),
        "Rust": "\n".join(rust(*function) for function in in_rust),
    }
    # Highlighted as TypeScript, which signatures with types are.
    kinds = {"Python": "python", "JavaScript": "typescript", "Rust": "rust"}
    items = "".join(
        f":::{{tab-item}} {language}\n:sync: {language.lower()}\n\n```{kinds[language]}\n{text}\n```\n\n:::\n"
        for language, text in texts.items()
    )
    return f"::::{{tab-set}}\n:sync-group: language\n\n{items}::::\n"


def python(name: str) -> str:
    for file in PYTHON.glob("_*.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == name and not node.decorator_list:
                arguments = [re.sub(r"(?<=\S)=(?=\S)", " = ", argument) for argument in split(ast.unparse(node.args))]
                signature = laid_out(f"{name}(", arguments, f") -> {ast.unparse(node.returns)}")
                # Short names for types, such as _Result, are the file's own.
                return re.sub(r"\b_(?=[A-Z])", "", signature)
    raise LookupError(f"no Python function {name}")


def javascript(name: str) -> str:
    text = "".join(file.read_text(encoding="utf-8") for file in JAVASCRIPT).replace(" | undefined", "")
    # Of a function with several signatures the last one has the body, and the types of all.
    text = re.sub(r"^export function \w+\(.*\): \w+\n", "", text, flags=re.MULTILINE)
    found = find(rf"^export function {name}\((.*?)\): (.*?) \{{$", text)
    arguments = [argument for argument in split(found[1]) if not argument.endswith(": NoOptions")]
    signature = laid_out(f"{name}(", arguments, f"): {found[2]}")
    named = re.search(r"options\??: (\w+Options)", signature)
    return f"{signature}\n\n{interface(named[1], text)}" if named else signature


def interface(name: str, text: str) -> str:
    """An interface with its fields, those that it takes over first; what is more than a name is named."""
    found = find(rf"^export interface {name}(?: extends ([^{{]+?))? \{{\n(.*?)^\}}", text)
    fields = re.findall(r"^  (\w+\??: .*)$", found[2], re.MULTILINE)
    beside = ""
    if found[1] and re.fullmatch(r"\w+", found[1]):
        fields = re.findall(r"^  (.*)$", interface(found[1], text), re.MULTILINE) + fields
    elif found[1]:
        beside = f" extends {found[1]}"
    return f"interface {name}{beside} {{\n" + "".join(f"  {field}\n" for field in fields) + "}"


def rust(file: str, owner: str, name: str) -> str:
    text = (RUST / file).read_text(encoding="utf-8")
    found = find(rf"^ *pub fn {name}\((.*?)\)( -> .*?)? \{{$", text)
    result = (found[2] or "").replace("Self", owner.removesuffix("::"))
    return laid_out(f"{owner}{name}(", split(found[1]), f"){result}")


def assigned(file: str, name: str) -> dict[str, str]:
    """The value of a constant of a Python file."""
    for node in ast.parse((ROOT / file).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == [name]:
            return ast.literal_eval(node.value)
    raise LookupError(f"{file} holds no {name}")


def find(pattern: str, text: str) -> re.Match[str]:
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"the sources hold no {pattern}")
    return found


def split(arguments: str) -> list[str]:
    """The arguments, parted at commas that stand in no bracket."""
    parts, depth = [""], 0
    for letter in " ".join(arguments.split()):
        depth += (letter in "([{<") - (letter in ")]}>")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def laid_out(start: str, arguments: list[str], end: str) -> str:
    """On one line if it is short, else with an argument a line."""
    line = f"{start}{', '.join(arguments)}{end}"
    if len(line) <= 90:
        return line
    return start + "\n" + "".join(f"    {argument},\n" for argument in arguments) + end
