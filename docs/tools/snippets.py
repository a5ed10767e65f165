"""Runs every code block of the pages, and compares what it prints with what the page says it prints.

    python tools/snippets.py --wheel FILE --package FILE [--write] [PAGE ...]

docs/test.sh calls it with what it needs. On a page the blocks of one language are one program, run in a folder that has
the two demo documents in it. A block in `text` is what the block before it prints; after a set of tabs it is what the last
block of every tab prints. `--write` puts what was printed into the pages, so that nobody types it. Comments before a block:

    <!-- file: NAME -->            it is not run but saved as this file, for the other blocks
    <!-- new program -->           it does not go on with the program before it
    <!-- not run: WHY -->          it is neither run nor saved; the reason is printed
    <!-- of: LANGUAGE ... -->      this output is that of these tabs only
"""

import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from pages import DOCS, LANGUAGES, Block, Fault, Output, Page, paths

ROOT = DOCS.parent
MARK = "----- end of block -----"


class Runner:
    """Runs programs with the packages as a user gets them."""

    def __init__(self, folder: pathlib.Path, wheel: pathlib.Path, package: pathlib.Path) -> None:
        self.folder = folder
        # What a reader has: a copy of the repository with the packages built in it.
        repository = folder / "equipoise"
        for place, file in (("bindings-python", wheel), ("bindings-wasm", package)):
            (repository / place / "dist").mkdir(parents=True)
            shutil.copy(file, repository / place / "dist")
        (repository / "docs").symlink_to(DOCS)
        self.environment = os.environ | {
            "EQUIPOISE": str(repository),
            "PIP_NO_INDEX": "1",
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "npm_config_offline": "true",
            "npm_config_audit": "false",
            "npm_config_fund": "false",
        }
        self.modules = folder / "modules"
        self.modules.mkdir()
        (self.modules / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        self.run(["npm", "install", "--silent", str(package)], self.modules)
        # Programs in Rust wait for one another, so that all are compiled at once.
        self.waiting: list[tuple[list[Block], pathlib.Path]] = []

    def run(self, command: list[str], folder: pathlib.Path) -> str:
        done = subprocess.run(
            command, cwd=folder, env=self.environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
        )
        if done.returncode:
            raise Fault(f"{' '.join(command[:2])} ended with {done.returncode}\n{done.stdout}{done.stderr}".rstrip())
        return done.stdout

    def page(self, page: Page) -> list[str]:
        """Runs what a page holds, but for Rust; gives what went wrong."""
        faults = []
        folder = self.folder / page.path.relative_to(DOCS).with_suffix("").as_posix().replace("/", "-")
        self.prepare(page, folder)
        for program in page.programs():
            try:
                self.program(program, folder)
            except Fault as fault:
                faults.append(f"{program[0].place}: {fault}")
        return faults

    def prepare(self, page: Page, folder: pathlib.Path) -> None:
        """Puts the files into a page's folder that its blocks expect."""
        folder.mkdir()
        for name in ("programme.json", "rules.json"):
            shutil.copy(DOCS / "demo" / name, folder)
        for block in page.blocks:
            if block.note[0] != "file":
                continue
            file = folder / block.note[1]
            if file.exists():
                raise Fault(f"{block.place}: {file.name} is there already")
            file.write_text(block.text, encoding="utf-8")
            if block.language == "json":
                json.loads(block.text)
        if any(block.language == "javascript" and block.is_run for block in page.blocks):
            (folder / "node_modules").symlink_to(self.modules / "node_modules")

    def program(self, blocks: list[Block], folder: pathlib.Path) -> None:
        """Runs the blocks in one go and notes what each printed."""
        language = blocks[0].language
        if language == "rust":
            self.waiting.append((blocks, folder))
        elif language == "sh":
            blocks[0].printed = self.run(["bash", "-euo", "pipefail", "-c", blocks[0].text], folder)
        elif language == "python":
            file = folder / "_program.py"
            runs = [f"exec(compile({block.text!r}, {block.place!r}, 'exec'))\nprint({MARK!r})\n" for block in blocks]
            file.write_text("".join(runs), encoding="utf-8")
            share(blocks, self.run([sys.executable, "-P", "-W", "error", str(file)], folder))
        else:
            file = folder / "_program.mjs"
            runs = [f"// {block.place}\n{block.text}console.log({json.dumps(MARK)})\n" for block in blocks]
            file.write_text("".join(runs), encoding="utf-8")
            share(blocks, self.run(["node", str(file)], folder))

    def rust(self) -> list[str]:
        """Runs all that waits; gives what went wrong."""
        if not self.waiting:
            return []
        source, program = self.folder / "pages.rs", self.folder / "pages"
        source.write_text(in_rust(self.waiting), encoding="utf-8")
        try:
            library = self.library()
            externs = ["--extern", f"equipoise={library}", "-L", f"dependency={library.parent / 'deps'}"]
            self.run(["rustc", "--edition", "2024", "-D", "warnings", *externs, "-o", str(program), str(source)], self.folder)
            for number, (blocks, folder) in enumerate(self.waiting):
                share(blocks, self.run([str(program), str(number)], folder))
        except Fault as fault:
            return [str(fault)]
        return []

    def library(self) -> pathlib.Path:
        """The core as a library."""
        build = ["cargo", "build", "--locked", "--quiet", "--package", "equipoise", "--message-format", "json"]
        messages = [json.loads(line) for line in self.run(build, ROOT).splitlines()]
        of_the_core = [message for message in messages if message.get("target", {}).get("name") == "equipoise"]
        names = [name for message in of_the_core for name in message.get("filenames", [])]
        return next(pathlib.Path(name) for name in reversed(names) if name.endswith(".rlib"))


def share(blocks: list[Block], printed: str) -> None:
    """Gives each block its part of what the program printed."""
    parts = printed.split(f"{MARK}\n")
    if len(parts) != len(blocks) + 1:
        raise Fault(f"of {len(blocks)} blocks {len(parts) - 1} came to their end")
    for block, part in zip(blocks, parts, strict=False):
        block.printed = part


def in_rust(programs: list[tuple[list[Block], pathlib.Path]]) -> str:
    """One program of a function for each, chosen by its number."""
    result = "-> Result<(), Box<dyn std::error::Error>>"
    text, arms = "", ""
    for number, (blocks, _) in enumerate(programs):
        body = "".join(f"// {block.place}\n{block.text}println!({json.dumps(MARK)});\n" for block in blocks)
        text += f"fn page_{number}() {result} {{\n{body}Ok(())\n}}\n"
        arms += f'Some("{number}") => page_{number}(),\n'
    return f"{text}fn main() {result} {{\nmatch std::env::args().nth(1).as_deref() {{\n{arms}_ => Ok(()),\n}}\n}}\n"


def compare(output: Output) -> list[str]:
    """What is wrong with an output: its sources differ, or the page says something else."""
    faults = []
    first = output.sources[0]
    for source in output.sources[1:]:
        if source.printed != first.printed:
            faults.append(f"{source.place}: prints\n{source.printed}and {first.place} prints\n{first.printed}")
    if first.printed != output.shown.text:
        faults.append(f"{output.shown.place}: the page says\n{output.shown.text}and the program prints\n{first.printed}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs the code blocks of the pages.")
    parser.add_argument("--write", action="store_true", help="put what is printed into the pages")
    parser.add_argument("--wheel", type=pathlib.Path, required=True)
    parser.add_argument("--package", type=pathlib.Path, required=True, help="the packed npm package")
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    given = parser.parse_args()
    pages = [Page(path.resolve()) for path in given.pages or paths()]
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="equipoise-docs-") as folder:
        runner = Runner(pathlib.Path(folder), given.wheel.resolve(), given.package.resolve())
        for page in pages:
            faults += runner.page(page)
        faults += runner.rust()
    compared = 0
    for page in pages:
        # What could not be run is a fault already.
        outputs = [output for output in page.outputs if all(source.printed is not None for source in output.sources)]
        if given.write:
            page.put([(output, output.sources[0].printed or "") for output in outputs])
        for output in outputs:
            if given.write:
                output.shown.text = output.sources[0].printed or ""
            faults += compare(output)
        compared += len(outputs)
    faults += report(pages, faults)
    print(f"{compared} outputs compared")
    passed = sum(page.count() for page in pages) + compared
    print(f"{passed - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


def report(pages: list[Page], faults: list[str]) -> list[str]:
    """Says what was done; a fault if blocks were overlooked."""
    counts: collections.Counter[str] = collections.Counter()
    for block in (block for page in pages for block in page.blocks):
        counts[block.language if block.is_run else block.note[0]] += 1
        if block.note[0] == "not run":
            print(f"{block.place}: not run: {block.note[1]}")
    seen = sum(page.count() for page in pages)
    overlooked = []
    if counts.total() != seen or not seen:
        overlooked = [f"{seen} blocks stand on the pages, and {counts.total()} were dealt with"]
    for fault in faults + overlooked:
        print(f"FAULT {fault}\n", file=sys.stderr)
    done = ", ".join(f"{counts[kind]} {kind}" for kind in (*LANGUAGES, "file", "not run") if counts[kind])
    print(f"{len(pages)} pages, {seen} blocks ({done})")
    return overlooked


if __name__ == "__main__":
    sys.exit(main())
