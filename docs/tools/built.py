"""Looks over the built pages: all are there, they load nothing from elsewhere, and no table cell is empty."""

import html.parser
import pathlib
import sys

DOCS = pathlib.Path(__file__).resolve().parents[1]
BUILT = DOCS / "_build/html"


class Page(html.parser.HTMLParser):
    """What is wrong with a page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.faults: list[str] = []
        self.cell: str | None = None
        self.headings = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        # A link may lead elsewhere; what the page is made of may not.
        source = given.get("href") if tag == "link" else given.get("src")
        if source and source.startswith(("http:", "https:", "//")) and given.get("rel") != "canonical":
            self.faults.append(f"{self.name}: loads {source}")
        if tag == "img" and "alt" not in given:
            self.faults.append(f"{self.name}: an image without a text")
        self.headings += tag == "h1"
        if tag == "td":
            self.cell = ""
        elif self.cell is not None:
            self.cell += "."  # anything inside is something

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag == "td":
            if self.cell == "":
                self.faults.append(f"{self.name}: an empty table cell, line {self.getpos()[0]}")
            self.cell = None


def main() -> None:
    sources = [file for file in DOCS.rglob("*.md") if not {"_build", ".venv", "demo", "node_modules"} & set(file.relative_to(DOCS).parts)]
    faults = []
    for source in sources:
        name = source.relative_to(DOCS).with_suffix(".html")
        built = BUILT / name
        if not built.exists():
            faults.append(f"{name} was not built")
            continue
        page = Page(str(name))
        page.feed(built.read_text(encoding="utf-8"))
        faults += page.faults
        if page.headings != 1:
            faults.append(f"{name}: {page.headings} headings of the first level")
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(sources)} pages built, {len(faults)} faults")
    sys.exit(bool(faults) or not sources)


if __name__ == "__main__":
    main()
