"""Runs every code block of the pages, and compares what it prints with what the page says it prints.

    python tools/snippets.py [--write] [PAGE ...]        # docs/test.sh says what must be installed

On a page the blocks of one language are one program, run block by block in a folder that has the two demo documents
beside it. A block in `text` is what the block before it prints; after a set of tabs it is what the last block of every tab
prints. `--write` puts what was printed into the pages, so that nobody types it. Comments before a block:

    <!-- file: NAME -->            it is not run but saved as this file, for the other blocks
    <!-- new program -->           it does not go on with the program before it
    <!-- not run: WHY -->          it is neither run nor saved; the reason is printed
    <!-- of: LANGUAGE ... -->      this output is that of these tabs only
"""

import argparse
import collections
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DOCS = pathlib.Path(__file__).resolve().parents[1]
ROOT = DOCS.parent
LANGUAGES = ("sh", "python", "javascript", "rust")
DIRECTIVES = ("{toctree}", "{include}")  # hold no code
MARK = "----- end of block -----"
NOTE = re.compile(r"<!-- (?P<kind>file|not run|new program|of)(?:: (?P<what>.+?))? -->")
FENCE = re.compile(r"(?P<ticks>```+)(?P<language>[^\s`]*)(?: .*)?$")
COLONS = re.compile(r"(?P<colons>:::+)(?:\{(?P<directive>[\w-]+)\}.*)?$")


@dataclasses.dataclass
class Block:
    """One fenced block of a page."""

    page: pathlib.Path
    line: int
    language: str
    text: str
    note: tuple[str, str] | None
    printed: str | None = None

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(DOCS)}, line {self.line}"

    @property
    def is_run(self) -> bool:
        return self.language in LANGUAGES and (self.note is None or self.note[0] == "new program")


@dataclasses.dataclass
class Output:
    """A block that shows what others print."""

    shown: Block
    sources: list[Block]


class Fault(Exception):
    """Something is wrong with a page or with what a block does."""


def read(page: pathlib.Path) -> tuple[list[Block], list[Output]]:
    """The blocks of a page and its outputs."""
    lines = page.read_text(encoding="utf-8").splitlines()
    blocks: list[Block] = []
    outputs: list[Output] = []
    note: tuple[str, str] | None = None
    # Of each open container its colons and directive; of the tabs what the last block of each is.
    open_containers: list[tuple[str, str]] = []
    tabs: list[Block] = []
    last: list[Block] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if said := NOTE.fullmatch(line):
            note = (said["kind"], said["what"] or "")
        elif colons := COLONS.fullmatch(line):
            if colons["directive"]:
                open_containers.append((colons["colons"], colons["directive"]))
                tabs = [] if colons["directive"] == "tab-set" else tabs
                last = [] if colons["directive"] == "tab-item" else last
            elif open_containers and open_containers[-1][0] == colons["colons"]:
                closed = open_containers.pop()[1]
                if closed == "tab-item":
                    tabs += last
                elif closed == "tab-set":
                    last, tabs = tabs, []
            else:
                raise Fault(f"{page.name}, line {number}: nothing is open that this closes")
        elif fence := FENCE.fullmatch(line):
            first = number
            while number < len(lines) and lines[number] != fence["ticks"]:
                number += 1
            if number == len(lines):
                raise Fault(f"{page.name}, line {first}: a block without an end")
            block = Block(page, first, fence["language"], "".join(f"{line}\n" for line in lines[first:number]), note)
            number += 1
            if block.language == "text":
                if not last:  # each block has one output at most
                    raise Fault(f"{block.place}: an output of no block")
                wanted = note[1].split() if note and note[0] == "of" else LANGUAGES
                outputs.append(Output(block, [source for source in last if source.language in wanted]))
                last = []
            elif block.language in LANGUAGES or (block.note and block.note[0] == "file"):
                blocks.append(block)
                if block.is_run:
                    last = [block]
            elif block.language not in DIRECTIVES:
                raise Fault(f"{block.place}: blocks in “{block.language}” are neither run nor saved as a file")
            note = None
        elif line.strip():
            note = None
    if open_containers:
        raise Fault(f"{page.name}: {open_containers[-1][1]} is never closed")
    return blocks, outputs


def programs(blocks: list[Block]) -> list[list[Block]]:
    """The blocks that are run together, in the order in which each program begins."""
    found: list[list[Block]] = []
    current: dict[str, list[Block]] = {}
    for block in (block for block in blocks if block.is_run):
        # Each line of a shell stands alone but for the folder, so that programs run in between find their files.
        if block.language == "sh" or block.note or block.language not in current:
            current[block.language] = []
            found.append(current[block.language])
        current[block.language].append(block)
    return found


class Runner:
    """Runs programs with the packages as a user gets them."""

    def __init__(self, folder: pathlib.Path, wheel: pathlib.Path, package: pathlib.Path) -> None:
        self.folder = folder
        # What a reader has: a copy of the repository with the packages built in it.
        self.repository = folder / "equipoise"
        for place, file in (("bindings-python", wheel), ("bindings-wasm", package)):
            (self.repository / place / "dist").mkdir(parents=True)
            shutil.copy(file, self.repository / place / "dist")
        (self.repository / "docs").symlink_to(DOCS)
        self.environment = os.environ | {
            "EQUIPOISE": str(self.repository),
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "npm_config_offline": "true",
            "npm_config_audit": "false",
            "npm_config_fund": "false",
            "NO_COLOR": "1",
        }
        self.modules = folder / "modules"
        self.modules.mkdir()
        (self.modules / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        self.run(["npm", "install", "--silent", str(package)], self.modules)

    def run(self, command: list[str], folder: pathlib.Path, **options: str) -> str:
        done = subprocess.run(
            command, cwd=folder, env=self.environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, **options
        )
        if done.returncode:
            raise Fault(f"{' '.join(command[:2])} ended with {done.returncode}\n{done.stdout}{done.stderr}".rstrip())
        return done.stdout

    def page(self, page: pathlib.Path, blocks: list[Block]) -> pathlib.Path:
        """A folder for a page, with the files that its blocks expect."""
        folder = self.folder / page.relative_to(DOCS).with_suffix("").as_posix().replace("/", "-")
        folder.mkdir()
        for name in ("programme.json", "rules.json"):
            shutil.copy(DOCS / "demo" / name, folder)
        for block in blocks:
            if block.note and block.note[0] == "file":
                file = folder / block.note[1]
                if file.exists():
                    raise Fault(f"{block.place}: {file.name} is there already")
                file.write_text(block.text, encoding="utf-8")
                if block.language == "json":
                    json.loads(block.text)
        if any(block.language == "javascript" and block.is_run for block in blocks):
            (folder / "node_modules").symlink_to(self.modules / "node_modules")
        return folder

    def program(self, blocks: list[Block], folder: pathlib.Path) -> None:
        """Runs the blocks in one go and notes what each printed."""
        language = blocks[0].language
        if language == "sh":
            printed = self.run(["bash", "-euo", "pipefail", "-c", blocks[0].text], folder)
            blocks[0].printed = printed
            return
        text = {"python": in_python, "javascript": in_javascript}[language](blocks)
        file = folder / {"python": "_program.py", "javascript": "_program.mjs"}[language]
        file.write_text(text, encoding="utf-8")
        command = [sys.executable, "-P", "-W", "error", str(file)] if language == "python" else ["node", str(file)]
        share(blocks, self.run(command, folder))
        file.unlink()

    def rust(self, found: list[tuple[list[Block], pathlib.Path]]) -> None:
        """All programs in Rust as one, so that they are compiled once."""
        if not found:
            return
        build = ["cargo", "build", "--locked", "--quiet", "--package", "equipoise", "--message-format", "json"]
        messages = [json.loads(line) for line in self.run(build, ROOT).splitlines()]
        libraries = [
            pathlib.Path(name)
            for message in messages
            if message.get("target", {}).get("name") == "equipoise"
            for name in message.get("filenames", [])
            if name.endswith(".rlib")
        ]
        library = libraries[-1]
        source, program = self.folder / "pages.rs", self.folder / "pages"
        source.write_text(in_rust(found), encoding="utf-8")
        externs = ["--extern", f"equipoise={library}", "-L", f"dependency={library.parent / 'deps'}"]
        self.run(["rustc", "--edition", "2024", "-D", "warnings", *externs, "-o", str(program), str(source)], self.folder)
        for number, (blocks, folder) in enumerate(found):
            share(blocks, self.run([str(program), str(number)], folder))


def share(blocks: list[Block], printed: str) -> None:
    """Gives each block its part of what the program printed."""
    parts = printed.split(f"{MARK}\n")
    if len(parts) != len(blocks) + 1:
        raise Fault(f"{blocks[0].place}: {len(blocks)} blocks, and {len(parts) - 1} of them came to their end")
    for block, part in zip(blocks, parts, strict=False):
        block.printed = part


def in_python(blocks: list[Block]) -> str:
    runs = [f"exec(compile({block.text!r}, {block.place!r}, 'exec'))\nprint({MARK!r})\n" for block in blocks]
    return "".join(runs)


def in_javascript(blocks: list[Block]) -> str:
    return "".join(f"// {block.place}\n{block.text}console.log({json.dumps(MARK)})\n" for block in blocks)


def in_rust(found: list[tuple[list[Block], pathlib.Path]]) -> str:
    functions = []
    for number, (blocks, _) in enumerate(found):
        body = "".join(f"// {block.place}\n{block.text}println!({json.dumps(MARK)});\n" for block in blocks)
        functions.append(f"fn page_{number}() -> Result<(), Box<dyn std::error::Error>> {{\n{body}Ok(())\n}}\n")
    arms = "".join(f"Some({str(number)!r}) => page_{number}(),\n".replace("'", '"') for number in range(len(found)))
    main = f"fn main() -> Result<(), Box<dyn std::error::Error>> {{\nmatch std::env::args().nth(1).as_deref() {{\n{arms}_ => Ok(()),\n}}\n}}\n"
    return "".join(functions) + main


def compare(output: Output, faults: list[str]) -> str:
    """What should stand in an output; notes where the blocks before it differ among themselves."""
    said = [source.printed or "" for source in output.sources]
    for source, printed in zip(output.sources, said, strict=True):
        if printed != said[0]:
            faults.append(f"{source.place}: prints\n{printed}and {output.sources[0].place} prints\n{said[0]}")
    return said[0]


def put(page: pathlib.Path, outputs: list[tuple[Output, str]]) -> None:
    """Writes what was printed into a page, from its end to its beginning."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for output, printed in reversed(outputs):
        first = output.shown.line
        lines[first : first + len(output.shown.text.splitlines())] = printed.splitlines()
    page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pages() -> list[pathlib.Path]:
    ours = [DOCS, DOCS / "how-to", DOCS / "concepts", DOCS / "reference"]
    return sorted(page for folder in ours for page in folder.glob("*.md"))


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs the code blocks of the pages.")
    parser.add_argument("--write", action="store_true", help="put what is printed into the pages")
    parser.add_argument("--wheel", type=pathlib.Path, required=True)
    parser.add_argument("--package", type=pathlib.Path, required=True, help="the packed npm package")
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    chosen = [page.resolve() for page in given.pages] or pages()
    faults: list[str] = []
    counts: collections.Counter[str] = collections.Counter()
    seen = 0
    with tempfile.TemporaryDirectory(prefix="equipoise-docs-") as name:
        runner = Runner(pathlib.Path(name), given.wheel.resolve(), given.package.resolve())
        in_rust_found: list[tuple[list[Block], pathlib.Path]] = []
        all_outputs: dict[pathlib.Path, list[Output]] = {}
        for page in chosen:
            blocks, all_outputs[page] = read(page)
            # Counted without the reading above, so that it cannot overlook a block.
            seen += len(re.findall(r"^```(?:sh|python|javascript|rust|json|html)$", page.read_text(encoding="utf-8"), re.MULTILINE))
            folder = runner.page(page, blocks)
            for program in programs(blocks):
                if program[0].language == "rust":
                    in_rust_found.append((program, folder))
                    continue
                try:
                    runner.program(program, folder)
                except Fault as fault:
                    faults.append(f"{program[0].place}: {fault}")
            for block in blocks:
                counts[block.language if block.is_run else (block.note or ("", ""))[0]] += 1
                if block.note and block.note[0] == "not run":
                    print(f"{block.place}: not run: {block.note[1]}")
        try:
            runner.rust(in_rust_found)
        except Fault as fault:
            faults.append(str(fault))
    compared = 0
    for page, outputs in all_outputs.items():
        told = []
        for output in outputs:
            if any(source.printed is None for source in output.sources):
                continue  # its fault is noted
            printed = compare(output, faults)
            compared += 1
            told.append((output, printed))
            if printed != output.shown.text and not given.write:
                faults.append(f"{output.shown.place}: the page says\n{output.shown.text}and the program prints\n{printed}")
        if given.write:
            put(page, told)
    for fault in faults:
        print(f"FAULT {fault}\n", file=sys.stderr)
    if sum(counts.values()) != seen or not seen:
        print(f"FAULT {seen} blocks stand on the pages, and {sum(counts.values())} were dealt with", file=sys.stderr)
        faults.append("count")
    done = ", ".join(f"{counts[kind]} {kind}" for kind in (*LANGUAGES, "file", "not run") if counts[kind])
    print(f"{len(chosen)} pages, {seen} blocks ({done}), {compared} outputs compared")
    print(f"{seen + compared - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
