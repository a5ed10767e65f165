#!/usr/bin/env bash
# Tests the Python package as a user gets it: builds the wheel, installs it into
# a fresh environment and runs the tests there. Needs Rust and Python 3.11 or
# newer with venv; the first run downloads the tools named in requirements-dev.txt.
# usage: bindings-python/test.sh [pytest arguments]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

say() { printf '\n== %s\n' "$*"; }
stop() { printf 'bindings-python/test.sh: %s\n' "$*" >&2; exit 1; }

python=${PYTHON:-python3}
command -v cargo >/dev/null || stop 'Rust is needed: see https://rustup.rs'
command -v "$python" >/dev/null || stop "Python 3.11 or newer is needed (Debian: apt install python3 python3-venv)"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
  || stop "Python 3.11 or newer is needed, this is $("$python" --version 2>&1); name another with PYTHON=..."
"$python" -c 'import ensurepip, venv' 2>/dev/null \
  || stop "Python's venv module is needed (Debian: apt install python3-venv)"

# The tools: kept from run to run, made anew when their list or Python changes.
tools=$PWD/.venv
wanted="$("$python" -c 'import sys; print(sys.version, sys.base_prefix)') $(cksum <requirements-dev.txt)"
if [[ "$(cat "$tools/made-from" 2>/dev/null)" != "$wanted" ]]; then
  say 'Installing the Python tools (first run only, about a minute)'
  rm -rf "$tools"
  "$python" -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check --no-deps -r requirements-dev.txt
  "$tools/bin/pip" check --quiet --disable-pip-version-check
  printf '%s\n' "$wanted" >"$tools/made-from"
fi
PATH=$tools/bin:$PATH

say 'Building the wheel'
rm -rf dist
# Without the names of functions, which are a twentieth of the wheel and which only generate-stubs reads.
maturin build --strip --locked --interpreter "$tools/bin/python" --out dist
wheels=(dist/*.whl)
export EQUIPOISE_WHEEL=$PWD/${wheels[0]}

# A fresh environment with the wheel; pytest and the libraries it is tested with stand in a path file.
fresh=$tools/fresh
rm -rf "$fresh"
"$python" -m venv --without-pip "$fresh"
pip --disable-pip-version-check --python "$fresh/bin/python" install --quiet --no-index --no-deps "$EQUIPOISE_WHEEL"
packages='import sysconfig; print(sysconfig.get_path("purelib"))'
"$tools/bin/python" -c "$packages" >"$("$fresh/bin/python" -c "$packages")/tools.pth"

say 'Checking style and types'
ruff check --quiet .
ruff format --check --quiet .
mypy --cache-dir "$tools/mypy-package" python/equipoise generate_types.py
mypy --cache-dir "$tools/mypy-tests" --python-executable "$fresh/bin/python" tests

say 'Running the tests'
export PYTEST_DISABLE_PLUGIN_AUTOLOAD=1
"$fresh/bin/python" -P -m pytest "$@"
