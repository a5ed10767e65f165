"""Reads the fenced blocks of a page: programs, files, and what programs print."""

import dataclasses
import pathlib
import re

DOCS = pathlib.Path(__file__).resolve().parents[1]
LANGUAGES = ("sh", "python", "javascript", "rust")
DIRECTIVES = ("{toctree}", "{include}")  # hold no code
NOTE = re.compile(r"<!-- (?P<kind>file|not run|new program|of)(?:: (?P<what>.+?))? -->")
FENCE = re.compile(r"(?P<ticks>```+)(?P<language>[^\s`]*)(?: .*)?")
COLONS = re.compile(r"(?P<colons>:::+)(?:\{(?P<directive>[\w-]+)\}.*)?")


class Fault(Exception):
    """Something is wrong with a page or with what a block does."""


@dataclasses.dataclass
class Block:
    """One fenced block of a page."""

    page: pathlib.Path
    line: int
    language: str
    text: str
    note: tuple[str, str]
    printed: str | None = None

    @property
    def place(self) -> str:
        return f"{self.page.relative_to(DOCS)}, line {self.line}"

    @property
    def is_run(self) -> bool:
        return self.language in LANGUAGES and self.note[0] in ("", "new program")


@dataclasses.dataclass
class Output:
    """A block that shows what others print."""

    shown: Block
    sources: list[Block]


class Page:
    """A page, its blocks and its outputs."""

    def __init__(self, path: pathlib.Path) -> None:
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.blocks: list[Block] = []
        self.outputs: list[Output] = []
        self._open: list[tuple[str, str]] = []  # containers: their colons and directives
        self._last: list[Block] = []  # what an output here would be that of
        self._tabs: list[Block] = []  # the same, of each tab closed so far
        self._read()

    def _read(self) -> None:
        number, note = 0, ("", "")
        while number < len(self.lines):
            line = self.lines[number]
            number += 1
            if said := NOTE.fullmatch(line):
                note = (said["kind"], said["what"] or "")
                continue
            if fence := FENCE.fullmatch(line):
                end = self._end(number, fence["ticks"])
                text = "".join(f"{line}\n" for line in self.lines[number:end])
                self._take(Block(self.path, number, fence["language"], text, note))
                number = end + 1
            elif colons := COLONS.fullmatch(line):
                self._container(number, colons["colons"], colons["directive"])
            if line.strip():
                note = ("", "")
        if self._open:
            raise Fault(f"{self.path.name}: {self._open[-1][1]} is never closed")

    def _end(self, number: int, ticks: str) -> int:
        try:
            return self.lines.index(ticks, number)
        except ValueError:
            raise Fault(f"{self.path.name}, line {number}: a block without an end") from None

    def _container(self, number: int, colons: str, directive: str | None) -> None:
        if directive:
            self._open.append((colons, directive))
            if directive in ("tab-set", "tab-item"):
                self._last = []
            if directive == "tab-set":
                self._tabs = []
        elif self._open and self._open[-1][0] == colons:
            _, closed = self._open.pop()
            if closed == "tab-item":
                self._tabs += self._last
            elif closed == "tab-set":
                self._last = self._tabs
        else:
            raise Fault(f"{self.path.name}, line {number}: nothing is open that this closes")

    def _take(self, block: Block) -> None:
        if block.language == "text" and block.note[0] != "file":
            wanted = block.note[1].split() if block.note[0] == "of" else LANGUAGES
            sources = [source for source in self._last if source.language in wanted]
            if not sources:
                raise Fault(f"{block.place}: an output of no block")
            self.outputs.append(Output(block, sources))
            self._last = []
        elif block.language in LANGUAGES or block.note[0] == "file":
            self.blocks.append(block)
            if block.is_run:
                self._last = [block]
        elif block.language not in DIRECTIVES:
            raise Fault(f"{block.place}: blocks in “{block.language}” are neither run nor saved as a file")

    def programs(self) -> list[list[Block]]:
        """The blocks that are run together, in the order in which each program begins."""
        found: list[list[Block]] = []
        current: dict[str, list[Block]] = {}
        for block in (block for block in self.blocks if block.is_run):
            # Each block of a shell stands alone but for the folder.
            if block.language == "sh" or block.note[0] or block.language not in current:
                current[block.language] = []
                found.append(current[block.language])
            current[block.language].append(block)
        return found

    def count(self) -> int:
        """How many blocks there are, counted without the reading above, so that it cannot overlook one."""
        text = "\n".join(self.lines)
        shown = len(re.findall(r"^```(?:sh|python|javascript|rust|json|html|none)$", text, re.MULTILINE))
        return shown + len(re.findall(r"^<!-- file: .* -->\n+```text$", text, re.MULTILINE))

    def put(self, told: list[tuple[Output, str]]) -> None:
        """Writes what was printed into the page, from its end to its beginning."""
        for output, printed in reversed(told):
            first = output.shown.line
            self.lines[first : first + len(output.shown.text.splitlines())] = printed.splitlines()
        self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")


def paths() -> list[pathlib.Path]:
    """Every page."""
    folders = [DOCS, DOCS / "how-to", DOCS / "concepts", DOCS / "reference"]
    return sorted(path for folder in folders for path in folder.glob("*.md"))
