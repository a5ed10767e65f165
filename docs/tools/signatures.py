"""The signature of every operation in three languages, read from the sources."""

import ast
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / "bindings-python/python/equipoise"
JAVASCRIPT = ROOT / "bindings-wasm/js/facade.ts"
RUST = ROOT / "core/src"

# Operation -> its name in JavaScript, and its functions in Rust as (file, path of the type or module, name).
OPERATIONS = {
    "check": ("check", [("document.rs", "Programme::", "from_json"), ("document.rs", "Programme::", "from_value")]),
    "assess": ("assess", [("report.rs", "", "assess"), ("report.rs", "Options::", "as_at")]),
    "roll_up": ("rollUp", [("status/simple.rs", "status::", "roll_up")]),
    "table": ("table", [("table.rs", "", "table")]),
    "describe": (
        "describe",
        [("table.rs", "", "describe"), ("sentence.rs", "describe_", "report"), ("sentence.rs", "describe_", "finding")],
    ),
    "legend": ("legend", [("legend.rs", "", "legend")]),
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
            if isinstance(node, ast.FunctionDef) and node.name == name:
                arguments = [re.sub(r"(?<=\S)=(?=\S)", " = ", argument) for argument in split(ast.unparse(node.args))]
                return laid_out(f"{name}(", arguments, f") -> {ast.unparse(node.returns)}").replace("_Result", "Result")
    raise LookupError(f"no Python function {name}")


def javascript(name: str) -> str:
    text = JAVASCRIPT.read_text(encoding="utf-8")
    found = find(rf"^export function {name}\((.*?)\): (.*?) \{{$", text)
    arguments = [argument for argument in split(found[1]) if not argument.endswith(": NoOptions")]
    signature = laid_out(f"{name}(", arguments, f"): {found[2]}")
    named = re.search(r"options\??: (\w+Options)", signature)
    if not named:
        return signature
    body = find(rf"^export interface {named[1]} \{{\n(.*?)^\}}", text)[1]
    fields = re.findall(r"^  (\w+\??: .*)$", body, re.MULTILINE)
    return signature + f"\n\ninterface {named[1]} {{\n" + "".join(f"  {field}\n" for field in fields) + "}"


def rust(file: str, owner: str, name: str) -> str:
    text = (RUST / file).read_text(encoding="utf-8")
    found = find(rf"^ *pub fn {name}\((.*?)\)( -> .*?)? \{{$", text)
    result = (found[2] or "").replace("Self", owner.removesuffix("::"))
    return laid_out(f"{owner}{name}(", split(found[1]), f"){result}")


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
