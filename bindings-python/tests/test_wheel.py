"""The wheel: what is in it, and that what is checked in is current."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import equipoise

# The aim is 2 MB; docs/design.md says why it is missed. This keeps the wheel from growing.
LARGEST = 6_600_000


def test_this_wheel_is_what_is_tested(wheel: Path) -> None:
    installed = metadata.distribution("equipoise")
    origin = json.loads(installed.read_text("direct_url.json") or "")
    assert origin["url"] == wheel.as_uri()
    assert origin["archive_info"]["hashes"]["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()
    assert Path(equipoise.__file__) == Path(str(installed.locate_file("equipoise/__init__.py")))
    assert installed.version == equipoise.__version__


def test_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST


def test_wheel_holds_what_it_should(wheel: Path, repository: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    licences = {name.rpartition("/")[2]: text for name, text in files.items() if "/licenses/" in name}
    for name in ["LICENSE-MIT", "LICENSE-APACHE"]:
        assert licences[name] == (repository / name).read_bytes()
    schemas = {path.name: path.read_bytes() for path in (repository / "docs" / "schema").glob("*.json")}
    assert {"document.schema.json", "results.schema.json"} <= schemas.keys()
    for name, schema in schemas.items():
        assert files[f"equipoise/schema/{name}"] == schema, f"link {name} in python/equipoise/schema"
    assert {"equipoise/py.typed", "equipoise/_native.pyi", "equipoise/types.py"} <= files.keys()
    assert "-abi3-" in wheel.name


def test_nothing_else_is_needed() -> None:
    assert metadata.requires("equipoise") is None
    program = """
import sys
before = set(sys.modules)
import equipoise
equipoise.legend()
names = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(names - set(sys.stdlib_module_names)))
"""
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["equipoise"]


def test_stub_is_current(face: Path, tmp_path: Path) -> None:
    command = ["maturin", "generate-stubs", "--locked", "--quiet", "--out", str(tmp_path)]
    subprocess.run(command, cwd=face, check=True)
    (stub,) = tmp_path.rglob("*.pyi")
    hint = "run in bindings-python: maturin generate-stubs --out python"
    assert (face / "python" / "equipoise" / "_native.pyi").read_text() == stub.read_text(), hint


def test_types_are_current(face: Path, tmp_path: Path) -> None:
    written = tmp_path / "types.py"
    # With the Python of the tools, whose generator is pinned.
    command = ["python", str(face / "generate_types.py"), "--out", str(written)]
    subprocess.run(command, check=True)
    hint = "run in bindings-python: .venv/bin/python generate_types.py"
    assert (face / "python" / "equipoise" / "types.py").read_text() == written.read_text(), hint
