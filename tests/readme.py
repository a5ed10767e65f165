#!/usr/bin/env python3
"""Runs every command and example of README.md, as a reader would.

    python3 tests/readme.py

A fenced block in sh is typed into a shell line by line; blocks in rust, python and javascript are run with the packages
as built (the Python one by bindings-python/test.sh, the npm one by bindings-wasm/test.sh). Each must end without an
error. A block that must not be run has a comment on the line before it that says why: <!-- not run: why -->.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
LANGUAGES = ("sh", "rust", "python", "javascript")
BLOCK = re.compile(r"^(?:<!-- not run: (?P<why>.+?) -->\n)?```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(markdown):
    """(language, text, line number, why it is not run or None) of every fenced block."""
    return [
        (found["language"], found["text"], markdown.count("\n", 0, found.start("text")), found["why"]) for found in BLOCK.finditer(markdown)
    ]


def run(command, **options):
    """Runs it, and shows what it printed when it failed."""
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **options
    )
    if done.returncode:
        print(done.stdout, end="")
    return done.returncode == 0


def run_sh(text, _):
    for line in text.replace("\\\n", " ").splitlines():
        command = line.strip().removeprefix("$ ")
        if not command or command.startswith("#"):
            continue
        print(f"  $ {command}", flush=True)
        if re.fullmatch(r"(\./)?tests/run", command):
            command += " --list"  # this very test is one of its steps
        if not run(["bash", "-euo", "pipefail", "-c", command]):
            return False
    return True


def run_rust(_, folder):
    """The documentation tester of Rust runs all rust blocks at once."""
    build = ["cargo", "build", "--locked", "--quiet", "--package", "equipoise", "--message-format", "json"]
    messages = subprocess.run(build, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    libraries = [
        pathlib.Path(name)
        for message in map(json.loads, messages.splitlines())
        if message.get("target", {}).get("name") == "equipoise"
        for name in message.get("filenames", [])
        if name.endswith(".rlib")
    ]
    library = libraries[-1]
    options = ["--edition", "2024", "--extern", f"equipoise={library}", "-L", f"dependency={library.parent / 'deps'}"]
    return run(["rustdoc", "--test", "README.md", *options, "--test-run-directory", str(ROOT)], env=os.environ | {"TMPDIR": folder})


def run_python(text, folder):
    python = ROOT / "bindings-python/.venv/fresh/bin/python"
    if not python.exists():
        print("The Python package is not built yet: tests/run --only python")
        return False
    return run([python, "-P", "-W", "error", "-c", text])


def run_javascript(text, folder):
    if not (ROOT / "bindings-wasm/pkg/equipoise.wasm").exists():
        print("The npm package is not built yet: tests/run --only javascript")
        return False
    modules = pathlib.Path(folder) / "node_modules"
    modules.mkdir(exist_ok=True)
    if not (modules / "equipoise").exists():
        (modules / "equipoise").symlink_to(ROOT / "bindings-wasm")
    script = pathlib.Path(folder) / "example.mjs"
    script.write_text(text, encoding="utf-8")
    return run(["node", str(script)])


def main():
    readme = ROOT / "README.md"
    found = blocks(readme.read_text(encoding="utf-8"))
    failed, ran = 0, {}
    with tempfile.TemporaryDirectory() as folder:
        for language, text, line, why in found:
            if language not in LANGUAGES:
                continue
            where = f"README.md, line {line}, {language}"
            if why:
                print(f"{where}: not run: {why}")
                continue
            ran[language] = ran.get(language, 0) + 1
            if language == "rust" and ran[language] > 1:
                continue  # ran with the first
            print(f"{where}:", flush=True)
            begun = time.monotonic()
            good = globals()[f"run_{language}"](text, folder)
            print(f"{where}: {'passed' if good else 'FAILED'} in {time.monotonic() - begun:.1f} s", flush=True)
            failed += not good
    absent = [language for language in LANGUAGES if language not in ran]
    if absent:
        print(f"README.md has no example in: {', '.join(absent)}")
    return 1 if failed or absent else 0


if __name__ == "__main__":
    sys.exit(main())
