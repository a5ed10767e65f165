"""Executes every notebook with the installed package. Notebooks are stored without outputs, so that nothing goes stale."""

import pathlib
import sys
import tempfile

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "notebooks"


def run(file: pathlib.Path) -> int:
    """Executes a notebook; gives the number of its code cells."""
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    stored = [cell for cell in cells if cell.outputs or cell.execution_count is not None]
    if stored:
        sys.exit(f"{file.name}: {len(stored)} cells are stored with outputs: clear them")
    # An error in a cell is raised here, with the cell and its traceback.
    with tempfile.TemporaryDirectory() as sockets:
        # Sockets in a folder of its own: no port is opened.
        settings = Config({"AsyncKernelManager": {"transport": "ipc", "ip": f"{sockets}/kernel"}})
        place = {"metadata": {"path": str(FOLDER)}}
        NotebookClient(notebook, timeout=120, kernel_name="python3", config=settings, resources=place).execute()
    if not any(cell.outputs for cell in cells):
        sys.exit(f"{file.name}: no cell showed anything")
    return len(cells)


def main() -> None:
    files = sorted(FOLDER.glob("*.ipynb"))
    if not files:
        sys.exit(f"no notebook was found in {FOLDER}")
    for file in files:
        print(f"{file.name}: {run(file)} code cells run")


if __name__ == "__main__":
    main()
